package io.github.cloudlb.openstack.healthmonitor;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.OperatingStatus;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class HealthMonitorOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String ALL = "/v2.0/lbaas/healthmonitors";
    private static final String ONE = "/v2.0/lbaas/healthmonitors/hm-1";

    /** As Octavia 11 answers. */
    private static final String OF_OCTAVIA = """
            {"id": "hm-1", "name": "web", "type": "HTTP", "delay": 5, "timeout": 3, "max_retries": 2,
              "max_retries_down": 4, "http_method": "HEAD", "url_path": "/h?x=1", "expected_codes": "200-204",
              "admin_state_up": true, "project_id": "b42c", "pools": [{"id": "p-1"}],
              "provisioning_status": "PENDING_CREATE", "operating_status": "OFFLINE",
              "created_at": "2026-11-22T19:59:47", "updated_at": null, "tags": ["a"], "http_version": 1.1,
              "domain_name": "www.example.com", "tenant_id": "b42c"}""";

    /** As Open Telekom Cloud documents it. */
    private static final String OF_OTC = """
            {"name": "", "admin_state_up": true, "tenant_id": "1454", "domain_name": null, "delay": 10,
              "expected_codes": "200-204,300-302,401", "max_retries": 10, "max_retries_down": 5, "http_method": "GET",
              "timeout": 10, "pools": [{"id": "p-1"}], "url_path": "/", "type": "UDP_CONNECT", "id": "hm-1",
              "monitor_port": 112}""";

    @Test
    @Pins(value = "healthmonitor.create", in = "octavia")
    void createsAMonitorOnOctavia() {
        cloud.on("POST " + ALL).answers(201, one(OF_OCTAVIA));

        HealthMonitor made = octavia.healthMonitors()
                .createHealthMonitor(CreateHealthMonitor.builder()
                        .name("web")
                        .poolId("p-1")
                        .type(HealthMonitorType.HTTP)
                        .delay(Duration.ofSeconds(5))
                        .timeout(Duration.ofSeconds(3))
                        .maxRetries(2)
                        .maxRetriesDown(4)
                        .adminStateUp(true)
                        .domainName("www.example.com")
                        .urlPath("/h?x=1")
                        .expectedCodes("200-204")
                        .httpMethod(HttpMethod.HEAD)
                        .httpVersion(1.1)
                        .addTags("a")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + ALL + " {\"healthmonitor\":{\"name\":\"web\",\"delay\":5,\"max_retries\":2,"
                        + "\"max_retries_down\":4,\"pool_id\":\"p-1\",\"admin_state_up\":true,\"timeout\":3,"
                        + "\"type\":\"HTTP\",\"domain_name\":\"www.example.com\",\"url_path\":\"/h?x=1\","
                        + "\"expected_codes\":\"200-204\",\"http_method\":\"HEAD\",\"tags\":[\"a\"],"
                        + "\"http_version\":1.1}}");
        assertThat(made.id()).isEqualTo("hm-1");
        assertThat(made.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);
    }

    @Test
    @Pins(value = "healthmonitor.create", in = "otc")
    void createsAMonitorOnOpenTelekomCloudAndSpellsItsTypeItsWay() {
        cloud.on("POST " + ALL).answers(201, one(OF_OTC));

        HealthMonitor made = otc.healthMonitors()
                .createHealthMonitor(CreateHealthMonitor.builder()
                        .poolId("p-1")
                        .type(HealthMonitorType.UDP_CONNECT)
                        .delay(Duration.ofSeconds(10))
                        .timeout(Duration.ofSeconds(10))
                        .maxRetries(10)
                        .monitorPort(112)
                        .tenantId("1454")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + ALL + " {\"healthmonitor\":{\"tenant_id\":\"1454\",\"delay\":10,"
                        + "\"max_retries\":10,\"pool_id\":\"p-1\",\"timeout\":10,\"type\":\"UDP_CONNECT\","
                        + "\"monitor_port\":112}}");
        assertThat(made.type()).hasValue(HealthMonitorType.UDP_CONNECT);
    }

    @Test
    void octaviaHasAHyphenInUdpConnect() {
        cloud.on("POST " + ALL).answers(201, one(OF_OCTAVIA.replace("HTTP", "UDP-CONNECT")));

        HealthMonitor made = octavia.healthMonitors()
                .createHealthMonitor(CreateHealthMonitor.builder()
                        .poolId("p-1")
                        .type(HealthMonitorType.of("udp_connect"))
                        .delay(Duration.ofSeconds(5))
                        .timeout(Duration.ZERO)
                        .maxRetries(1)
                        .build());

        assertThat(sent(cloud)).endsWith("\"timeout\":0,\"type\":\"UDP-CONNECT\"}}");
        assertThat(made.type()).hasValue(HealthMonitorType.UDP_CONNECT);
    }

    @Test
    @Pins("healthmonitor.show")
    void readsAMonitor() {
        cloud.on("GET " + ONE).answers(200, one(OF_OCTAVIA)).then(200, one(OF_OTC));

        HealthMonitor onOctavia = octavia.healthMonitors().getHealthMonitor("hm-1");
        HealthMonitor onOtc = otc.healthMonitors().getHealthMonitor("hm-1");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("GET " + ONE, "GET " + ONE);
        assertThat(onOctavia.name()).hasValue("web");
        assertThat(onOctavia.type()).hasValue(HealthMonitorType.HTTP);
        assertThat(onOctavia.delay()).hasValue(Duration.ofSeconds(5));
        assertThat(onOctavia.timeout()).hasValue(Duration.ofSeconds(3));
        assertThat(onOctavia.maxRetries()).hasValue(2);
        assertThat(onOctavia.maxRetriesDown()).hasValue(4);
        assertThat(onOctavia.httpMethod()).hasValue(HttpMethod.HEAD);
        assertThat(onOctavia.httpVersion()).hasValue(1.1);
        assertThat(onOctavia.urlPath()).hasValue("/h?x=1");
        assertThat(onOctavia.expectedCodes()).hasValue("200-204");
        assertThat(onOctavia.domainName()).hasValue("www.example.com");
        assertThat(onOctavia.poolIds()).containsExactly("p-1");
        assertThat(onOctavia.operatingStatus()).hasValue(OperatingStatus.OFFLINE);
        assertThat(onOctavia.createdAt()).hasValue(Instant.parse("2026-11-22T19:59:47Z"));
        assertThat(onOctavia.updatedAt()).isEmpty();
        assertThat(onOctavia.tags()).containsExactly("a");
        assertThat(onOctavia.unlisted()).isEmpty();
        assertThat(onOtc.monitorPort()).hasValue(112);
        assertThat(onOtc.expectedCodes()).hasValue("200-204,300-302,401");
        assertThat(onOtc.domainName()).isEmpty();
        assertThat(onOtc.unlisted()).isEmpty();
    }

    @Test
    void asksForSomeFieldsOnlyOnOctavia() {
        cloud.on("GET " + ONE).answers(200, one("{\"id\": \"hm-1\", \"delay\": 5}"));

        HealthMonitor some = octavia.healthMonitors()
                .getHealthMonitor(ShowHealthMonitor.builder()
                        .healthMonitorId("hm-1")
                        .fields(List.of("delay"))
                        .build());

        assertThat(sent(cloud)).isEqualTo("GET " + ONE + "?fields=delay&fields=id");
        assertThat(some.type()).isEmpty();
    }

    @Test
    @Pins(value = "healthmonitor.list", in = "octavia")
    void listsMonitorsOfOctavia() {
        cloud.on("GET " + ALL).answers(200, many(OF_OCTAVIA));

        List<HealthMonitor> listed = octavia.healthMonitors()
                .listHealthMonitors(ListHealthMonitors.builder()
                        .poolId("p-1")
                        .delay(Duration.ofSeconds(5))
                        .timeout(Duration.ofSeconds(3))
                        .type(HealthMonitorType.UDP_CONNECT)
                        .httpMethod(HttpMethod.GET)
                        .maxRetriesDown(3)
                        .adminStateUp(true)
                        .projectId("b42c")
                        .addTags("a", "b")
                        .addSort("name:desc")
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + ALL + "?delay=5&max_retries_down=3&admin_state_up=true&timeout=3&type=UDP-CONNECT"
                        + "&http_method=GET&project_id=b42c&pool_id=p-1&sort=name%3Adesc&tags=a%2Cb");
        assertThat(listed).extracting(HealthMonitor::id).containsExactly("hm-1");
    }

    @Test
    @Pins(value = "healthmonitor.list", in = "otc")
    void listsMonitorsOfOpenTelekomCloud() {
        cloud.on("GET " + ALL).answers(200, many(OF_OTC));

        List<HealthMonitor> listed = otc.healthMonitors()
                .listHealthMonitors(ListHealthMonitors.builder()
                        .tenantId("1454")
                        .type(HealthMonitorType.UDP_CONNECT)
                        .monitorPort(112)
                        .build())
                .toList();

        assertThat(sent(cloud)).isEqualTo("GET " + ALL + "?tenant_id=1454&type=UDP_CONNECT&monitor_port=112");
        assertThat(listed)
                .extracting(HealthMonitor::monitorPort)
                .satisfiesExactly(port -> assertThat(port).hasValue(112));
    }

    @Test
    @Pins(value = "healthmonitor.update", in = "octavia")
    void changesAMonitorAndSetsBackWithNull() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OCTAVIA));

        octavia.healthMonitors()
                .updateHealthMonitor(UpdateHealthMonitor.builder()
                        .healthMonitorId("hm-1")
                        .delay(Duration.ofSeconds(20))
                        .adminStateUp(false)
                        .tags(List.of())
                        .clearUrlPath()
                        .clearHttpVersion()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"healthmonitor\":{\"delay\":20,\"admin_state_up\":false,\"tags\":[],"
                        + "\"url_path\":null,\"http_version\":null}}");
    }

    @Observed(in = Area.REFUSED, value = "What cannot be changed is an unknown attribute to PUT")
    @Test
    @Pins(value = "healthmonitor.update", in = "otc")
    void changesTheTypeOnOpenTelekomCloudOnly() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OTC));

        otc.healthMonitors()
                .updateHealthMonitor(UpdateHealthMonitor.builder()
                        .healthMonitorId("hm-1")
                        .type(HealthMonitorType.TCP)
                        .clearMonitorPort()
                        .clearDomainName()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + ONE + " {\"healthmonitor\":{\"type\":\"TCP\",\"monitor_port\":null,"
                        + "\"domain_name\":null}}");
    }

    @Observed(in = Area.REFUSED, value = "A body without its wrapper is 500, not 400")
    @Test
    void anUpdateOfNothingWritesNothing() {
        cloud.on("PUT " + ONE).answers(200, one(OF_OCTAVIA));

        octavia.healthMonitors().updateHealthMonitor(UpdateHealthMonitor.of("hm-1"));

        assertThat(sent(cloud)).isEqualTo("PUT " + ONE + " {\"healthmonitor\":{}}");
    }

    @Test
    @Pins("healthmonitor.delete")
    void deletesAMonitor() {
        cloud.on("DELETE " + ONE).answers(204).then(204);

        octavia.healthMonitors().deleteHealthMonitor("hm-1");
        otc.healthMonitors().deleteHealthMonitor("hm-1");

        assertThat(cloud.requests()).extracting(Clients::line).containsExactly("DELETE " + ONE, "DELETE " + ONE);
    }

    private static String one(String monitor) {
        return "{\"healthmonitor\": " + monitor + "}";
    }

    private static String many(String monitor) {
        return "{\"healthmonitors\": [" + monitor + "], \"healthmonitors_links\": []}";
    }
}
