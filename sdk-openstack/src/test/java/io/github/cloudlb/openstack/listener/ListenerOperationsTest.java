package io.github.cloudlb.openstack.listener;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.AlpnProtocol;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.common.Stats;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ListenerOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String PATH = "/v2.0/lbaas/listeners";
    private static final String OF_OCTAVIA = """
            {"listener": {"id": "l-1", "name": "n", "description": "d", "provisioning_status": "PENDING_CREATE",
              "operating_status": "OFFLINE", "admin_state_up": true, "protocol": "TERMINATED_HTTPS", "protocol_port": 443,
              "connection_limit": 7, "default_tls_container_ref": "c-1", "sni_container_refs": ["c-2", "c-3"],
              "project_id": "b42c", "default_pool_id": null, "l7policies": [{"id": "y-1"}],
              "insert_headers": {"X-Forwarded-For": "true"}, "created_at": "2026-11-22T19:57:30", "updated_at": null,
              "loadbalancers": [{"id": "lb-1"}], "timeout_client_data": 50000, "timeout_member_connect": 5000,
              "timeout_member_data": 1500, "timeout_tcp_inspect": 0, "tags": ["x"],
              "client_ca_tls_container_ref": "c-4", "client_authentication": "MANDATORY",
              "client_crl_container_ref": null, "allowed_cidrs": ["198.51.100.0/24"], "tls_ciphers": "AES",
              "tls_versions": ["TLSv1.3"], "alpn_protocols": ["http/1.1"], "hsts_max_age": 86400,
              "hsts_include_subdomains": true, "hsts_preload": false, "tenant_id": "b42c"}}""";
    private static final String OF_OTC = """
            {"listener": {"client_ca_tls_container_ref": null, "protocol": "TERMINATED_HTTPS", "description": "",
              "default_tls_container_ref": "23b5", "admin_state_up": true, "http2_enable": true,
              "loadbalancers": [{"id": "lb-1"}], "tenant_id": "601f", "sni_container_refs": ["e156"],
              "connection_limit": -1, "default_pool_id": "p-1", "tls_ciphers_policy": "tls-1-2-strict", "tags": [],
              "id": "l-1", "keepalive_timeout": 60, "client_timeout": 300, "member_timeout": 1, "name": "shop",
              "protocol_port": 443, "created_at": "2019-01-21T12:38:31", "updated_at": "2019-01-21T12:38:31"}}""";

    @Test
    @Pins(value = "listener.list", in = "octavia")
    void listsListenersByWhatOctaviaFilters() {
        cloud.on("GET " + PATH).answers(200, list(OF_OCTAVIA));

        List<Listener> listed = octavia.listeners()
                .listListeners(ListListeners.builder()
                        .limit(2)
                        .loadBalancerId("lb-1")
                        .connectionLimit(-1)
                        .adminStateUp(false)
                        .protocol(ListenerProtocol.HTTP)
                        .protocolPort(80)
                        .provisioningStatus(ProvisioningStatus.ACTIVE)
                        .timeoutClientData(Duration.ofSeconds(50))
                        .hstsMaxAge(Duration.ofHours(1))
                        .addSortKey("name")
                        .addTags("x")
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + PATH + "?limit=2&loadbalancer_id=lb-1&connection_limit=-1&admin_state_up=false"
                        + "&protocol=HTTP&protocol_port=80&sort_key=name&provisioning_status=ACTIVE"
                        + "&timeout_client_data=50000&hsts_max_age=3600&tags=x");
        assertThat(listed).extracting(Listener::id).containsExactly("l-1");
    }

    @Test
    @Pins(value = "listener.list", in = "otc")
    void listsListenersByTheirTlsOnOpenTelekomCloud() {
        cloud.on("GET " + PATH).answers(200, list(OF_OTC));

        List<Listener> listed = otc.listeners()
                .listListeners(ListListeners.builder()
                        .http2Enable(true)
                        .tlsCiphersPolicy(TlsCiphersPolicy.TLS_1_2_STRICT)
                        .tlsContainerId("23b5")
                        .sniContainerRefs("e156")
                        .addSortKey("name", "id")
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + PATH + "?http2_enable=true&tls_ciphers_policy=tls-1-2-strict&tls_container_id=23b5"
                        + "&sni_container_refs=e156&sort_key=name&sort_key=id");
        assertThat(listed).extracting(Listener::id).containsExactly("l-1");
    }

    @Test
    @Pins(value = "listener.create", in = "octavia")
    void createsAListenerWithTimesInMilliseconds() {
        cloud.on("POST " + PATH).answers(201, OF_OCTAVIA);

        octavia.listeners()
                .createListener(CreateListener.builder()
                        .name("n")
                        .protocol(ListenerProtocol.TERMINATED_HTTPS)
                        .protocolPort(443)
                        .loadBalancerId("lb-1")
                        .connectionLimit(7)
                        .defaultTlsContainerRef("c-1")
                        .addSniContainerRefs("c-2", "c-3")
                        .putInsertHeader("X-Forwarded-For", "true")
                        .timeoutMemberData(Duration.ofMillis(1500))
                        .timeoutTcpInspect(Duration.ZERO)
                        .clientAuthentication(ClientAuthentication.MANDATORY)
                        .clientCaTlsContainerRef("c-4")
                        .addAllowedCidrs("198.51.100.0/24")
                        .tlsCiphers("AES")
                        .addTlsVersions("TLSv1.3")
                        .addAlpnProtocols(AlpnProtocol.of("http/1.1"))
                        .hstsMaxAge(Duration.ofDays(1))
                        .hstsPreload(false)
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + PATH + " {\"listener\":{\"name\":\"n\",\"protocol\":\"TERMINATED_HTTPS\","
                        + "\"protocol_port\":443,\"loadbalancer_id\":\"lb-1\",\"connection_limit\":7,"
                        + "\"default_tls_container_ref\":\"c-1\",\"client_ca_tls_container_ref\":\"c-4\","
                        + "\"sni_container_refs\":[\"c-2\",\"c-3\"],\"insert_headers\":{\"X-Forwarded-For\":\"true\"},"
                        + "\"timeout_member_data\":1500,\"timeout_tcp_inspect\":0,"
                        + "\"client_authentication\":\"MANDATORY\",\"allowed_cidrs\":[\"198.51.100.0/24\"],"
                        + "\"tls_ciphers\":\"AES\",\"tls_versions\":[\"TLSv1.3\"],\"alpn_protocols\":[\"http/1.1\"],"
                        + "\"hsts_max_age\":86400,\"hsts_preload\":false}}");
    }

    @Test
    @Pins(value = "listener.create", in = "otc")
    void createsAListenerOnOpenTelekomCloud() {
        cloud.on("POST " + PATH).answers(201, OF_OTC);

        otc.listeners()
                .createListener(CreateListener.builder()
                        .name("shop")
                        .protocol(ListenerProtocol.TERMINATED_HTTPS)
                        .protocolPort(443)
                        .loadBalancerId("lb-1")
                        .http2Enable(true)
                        .defaultTlsContainerRef("23b5")
                        .addSniContainerRefs("e156")
                        .tlsCiphersPolicy(TlsCiphersPolicy.TLS_1_0_INHERIT)
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + PATH + " {\"listener\":{\"name\":\"shop\",\"protocol\":\"TERMINATED_HTTPS\","
                        + "\"protocol_port\":443,\"loadbalancer_id\":\"lb-1\",\"http2_enable\":true,"
                        + "\"default_tls_container_ref\":\"23b5\",\"sni_container_refs\":[\"e156\"],"
                        + "\"tls_ciphers_policy\":\"tls-1-0-inherit\"}}");
    }

    @Observed(in = Area.OTHERS, value = "A listener tells its one load balancer as a list")
    @Test
    @Pins(value = "listener.show", in = "octavia")
    void readsAListener() {
        cloud.on("GET " + PATH + "/l-1").answers(200, OF_OCTAVIA);

        Listener shown = octavia.listeners().getListener("l-1");

        assertThat(sent(cloud)).isEqualTo("GET " + PATH + "/l-1");
        assertThat(shown.protocol()).isEqualTo(ListenerProtocol.TERMINATED_HTTPS);
        assertThat(shown.protocolPort()).isEqualTo(443);
        assertThat(shown.loadBalancerIds()).containsExactly("lb-1");
        assertThat(shown.l7PolicyIds()).containsExactly("y-1");
        assertThat(shown.defaultPoolId()).isEmpty();
        assertThat(shown.insertHeaders()).isEqualTo(Map.of("X-Forwarded-For", "true"));
        assertThat(shown.timeoutClientData()).hasValue(Duration.ofSeconds(50));
        assertThat(shown.timeoutMemberData()).hasValue(Duration.ofMillis(1500));
        assertThat(shown.timeoutTcpInspect()).hasValue(Duration.ZERO);
        assertThat(shown.hstsMaxAge()).hasValue(Duration.ofDays(1));
        assertThat(shown.hstsIncludeSubdomains()).hasValue(true);
        assertThat(shown.clientAuthentication()).hasValue(ClientAuthentication.MANDATORY);
        assertThat(shown.sniContainerRefs()).containsExactly("c-2", "c-3");
        assertThat(shown.allowedCidrs()).containsExactly("198.51.100.0/24");
        assertThat(shown.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "listener.show", in = "otc")
    void readsAListenerOfOpenTelekomCloudWithTimesInSeconds() {
        cloud.on("GET " + PATH + "/l-1").answers(200, OF_OTC);

        Listener shown = otc.listeners().getListener("l-1");

        assertThat(sent(cloud)).isEqualTo("GET " + PATH + "/l-1");
        assertThat(shown.keepaliveTimeout()).hasValue(Duration.ofMinutes(1));
        assertThat(shown.clientTimeout()).hasValue(Duration.ofMinutes(5));
        assertThat(shown.memberTimeout()).hasValue(Duration.ofSeconds(1));
        assertThat(shown.http2Enable()).hasValue(true);
        assertThat(shown.tlsCiphersPolicy()).hasValue(TlsCiphersPolicy.TLS_1_2_STRICT);
        assertThat(shown.defaultPoolId()).hasValue("p-1");
        assertThat(shown.unlisted()).isEmpty();
    }

    @Observed(
            in = Area.NULLS,
            value = "null sets a listener's limits, headers, networks and pool back, each to something else")
    @Test
    @Pins(value = "listener.update", in = "octavia")
    @DisplayName(
            "null sets back a listener's connection_limit, timeout_client_data, insert_headers, allowed_cidrs, ...")
    void changesAListenerAndSetsBackWithNull() {
        cloud.on("PUT " + PATH + "/l-1").answers(200, OF_OCTAVIA);

        octavia.listeners()
                .updateListener(UpdateListener.builder()
                        .listenerId("l-1")
                        .description("")
                        .adminStateUp(false)
                        .timeoutMemberConnect(Duration.ofSeconds(2))
                        .clearConnectionLimit()
                        .clearTimeoutClientData()
                        .clearInsertHeaders()
                        .clearAllowedCidrs()
                        .clearDefaultPoolId()
                        .clearHstsMaxAge()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + PATH + "/l-1 {\"listener\":{\"description\":\"\",\"admin_state_up\":false,"
                        + "\"timeout_member_connect\":2000,\"connection_limit\":null,\"timeout_client_data\":null,"
                        + "\"insert_headers\":null,\"allowed_cidrs\":null,\"default_pool_id\":null,"
                        + "\"hsts_max_age\":null}}");
    }

    @Observed(in = Area.NULLS, value = "tags: null does nothing, tags: [] clears")
    @Test
    @DisplayName("Empty lists and maps are values: tags: [] clears where null does nothing")
    void sendsEmptyListsAndMapsThatAreGiven() {
        cloud.on("PUT " + PATH + "/l-1").answers(200, OF_OCTAVIA);

        octavia.listeners()
                .updateListener(UpdateListener.builder()
                        .listenerId("l-1")
                        .tags(List.of())
                        .insertHeaders(Map.of())
                        .build());

        assertThat(sent(cloud)).isEqualTo("PUT " + PATH + "/l-1 {\"listener\":{\"insert_headers\":{},\"tags\":[]}}");
    }

    @Test
    @Pins(value = "listener.update", in = "otc")
    void changesAListenerOnOpenTelekomCloudAndTakesItsPoolAway() {
        cloud.on("PUT " + PATH + "/l-1").answers(200, OF_OTC);

        otc.listeners()
                .updateListener(UpdateListener.builder()
                        .listenerId("l-1")
                        .name("shop")
                        .http2Enable(false)
                        .tlsCiphersPolicy(TlsCiphersPolicy.TLS_1_2)
                        .clearDefaultPoolId()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + PATH + "/l-1 {\"listener\":{\"name\":\"shop\",\"http2_enable\":false,"
                        + "\"tls_ciphers_policy\":\"tls-1-2\",\"default_pool_id\":null}}");
    }

    @Test
    @Pins("listener.delete")
    void deletesAListener() {
        cloud.on("DELETE " + PATH + "/l-1").answers(204).then(204);

        octavia.listeners().deleteListener("l-1");
        otc.listeners().deleteListener("l-1");

        assertThat(cloud.requests())
                .extracting(Clients::line)
                .containsExactly("DELETE " + PATH + "/l-1", "DELETE " + PATH + "/l-1");
    }

    @Test
    @Pins(value = "listener.stats", in = "octavia")
    void readsCounters() {
        cloud.on("GET " + PATH + "/l-1/stats")
                .answers(
                        200,
                        "{\"stats\": {\"bytes_in\": 1, \"bytes_out\": 4294967296, \"active_connections\": 3,"
                                + " \"total_connections\": 4, \"request_errors\": 5}}");

        Stats stats = octavia.listeners().getListenerStats("l-1");

        assertThat(sent(cloud)).isEqualTo("GET " + PATH + "/l-1/stats");
        assertThat(stats.bytesIn()).isEqualTo(1);
        assertThat(stats.bytesOut()).isEqualTo(4_294_967_296L);
        assertThat(stats.activeConnections()).isEqualTo(3);
        assertThat(stats.totalConnections()).isEqualTo(4);
        assertThat(stats.requestErrors()).isEqualTo(5);
    }

    private static String list(String one) {
        return one.replaceFirst("\"listener\": ", "\"listeners\": [")
                .replaceFirst("}}$", "}], \"listeners_links\": []}");
    }
}
