package io.github.cloudlb.openstack.loadbalancer;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.OperatingStatus;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.common.SortDirection;
import io.github.cloudlb.openstack.common.Stats;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.util.List;

class LoadBalancerOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String PATH = "/v2.0/lbaas/loadbalancers";
    private static final String OF_OCTAVIA = """
            {"loadbalancer": {"id": "lb-1", "name": "a", "description": "", "provisioning_status": "PENDING_UPDATE",
              "operating_status": "OFFLINE", "admin_state_up": true, "project_id": "326d",
              "created_at": "2026-11-22T04:46:00", "updated_at": null, "vip_address": "198.51.100.1",
              "vip_port_id": "port-1", "vip_subnet_id": "s-1", "vip_network_id": "n-1",
              "additional_vips": [{"subnet_id": "s-2", "ip_address": "198.51.100.2", "port_id": "port-2"}],
              "listeners": [{"id": "l-1"}], "pools": [{"id": "p-1"}], "provider": "amphora", "flavor_id": null,
              "vip_qos_policy_id": null, "tags": ["web"], "availability_zone": null, "tenant_id": "326d"}}""";
    private static final String OF_OTC = """
            {"loadbalancer": {"description": "for the shop", "admin_state_up": true, "tenant_id": "145e",
              "provisioning_status": "ACTIVE", "vip_subnet_id": "s-1", "listeners": [{"id": "l-1"}],
              "vip_address": "10.0.0.4", "vip_port_id": "port-1", "provider": "vlb", "pools": [], "id": "lb-1",
              "operating_status": "ONLINE", "name": "shop", "created_at": "2019-01-19T05:32:56",
              "updated_at": "2019-01-19T05:32:57", "tags": ["team=web"]}}""";

    @Test
    @Pins(value = "loadbalancer.list", in = "octavia")
    void listsLoadBalancersByWhatOctaviaFilters() {
        cloud.on("GET " + PATH).answers(200, list(OF_OCTAVIA));

        List<LoadBalancer> listed = octavia.loadBalancers()
                .listLoadBalancers(ListLoadBalancers.builder()
                        .limit(2)
                        .name("")
                        .provisioningStatus(ProvisioningStatus.ACTIVE)
                        .operatingStatus(OperatingStatus.OFFLINE)
                        .adminStateUp(false)
                        .vipAddress("198.51.100.1")
                        .vipNetworkId("n-1")
                        .provider("amphora")
                        .addSort("name:desc")
                        .addTags("web", "blue")
                        .createdAt(Instant.parse("2026-11-22T04:46:00Z"))
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + PATH + "?limit=2&name=&operating_status=OFFLINE&provisioning_status=ACTIVE"
                        + "&admin_state_up=false&vip_address=198.51.100.1&created_at=2026-11-22T04%3A46%3A00"
                        + "&vip_network_id=n-1&provider=amphora&sort=name%3Adesc&tags=web%2Cblue");
        assertThat(listed).extracting(LoadBalancer::id).containsExactly("lb-1");
    }

    @Test
    @Pins(value = "loadbalancer.list", in = "otc")
    void listsLoadBalancersByTheirMembersAndNetworkOnOpenTelekomCloud() {
        cloud.on("GET " + PATH).answers(200, list(OF_OTC));

        List<LoadBalancer> listed = otc.loadBalancers()
                .listLoadBalancers(ListLoadBalancers.builder()
                        .memberAddress("192.0.2.1")
                        .memberDeviceId("i-1")
                        .vpcId("v-1")
                        .addSortKey("name", "id")
                        .addSortDir(SortDirection.DESC, SortDirection.ASC)
                        .build())
                .toList();

        assertThat(sent(cloud))
                .isEqualTo("GET " + PATH + "?member_address=192.0.2.1&member_device_id=i-1&vpc_id=v-1"
                        + "&sort_key=name&sort_key=id&sort_dir=desc&sort_dir=asc");
        assertThat(listed).extracting(LoadBalancer::id).containsExactly("lb-1");
    }

    @Test
    @Pins(value = "loadbalancer.create", in = "octavia")
    void createsALoadBalancerWithMoreAddresses() {
        cloud.on("POST " + PATH).answers(201, OF_OCTAVIA.replace("PENDING_UPDATE", "PENDING_CREATE"));

        LoadBalancer made = octavia.loadBalancers()
                .createLoadBalancer(CreateLoadBalancer.builder()
                        .name("a")
                        .description("")
                        .vipSubnetId("s-1")
                        .vipAddress("198.51.100.1")
                        .adminStateUp(false)
                        .addAdditionalVips(AdditionalVip.builder()
                                .subnetId("s-2")
                                .ipAddress("2001:db8::2")
                                .build())
                        .provider("amphora")
                        .flavorId("f-1")
                        .availabilityZone("az1")
                        .addTags("web")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + PATH + " {\"loadbalancer\":{\"name\":\"a\",\"description\":\"\","
                        + "\"vip_subnet_id\":\"s-1\",\"provider\":\"amphora\",\"vip_address\":\"198.51.100.1\","
                        + "\"admin_state_up\":false,"
                        + "\"additional_vips\":[{\"subnet_id\":\"s-2\",\"ip_address\":\"2001:db8::2\"}],"
                        + "\"tags\":[\"web\"],\"flavor_id\":\"f-1\",\"availability_zone\":\"az1\"}}");
        assertThat(made.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);
    }

    @Test
    @Pins(value = "loadbalancer.create", in = "otc")
    void createsALoadBalancerOnOpenTelekomCloud() {
        cloud.on("POST " + PATH).answers(201, OF_OTC);

        LoadBalancer made = otc.loadBalancers()
                .createLoadBalancer(CreateLoadBalancer.builder()
                        .name("shop")
                        .description("for the shop")
                        .tenantId("145e")
                        .vipSubnetId("s-1")
                        .vipAddress("10.0.0.4")
                        .provider("vlb")
                        .adminStateUp(true)
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST " + PATH + " {\"loadbalancer\":{\"name\":\"shop\",\"description\":\"for the shop\","
                        + "\"tenant_id\":\"145e\",\"vip_subnet_id\":\"s-1\",\"provider\":\"vlb\","
                        + "\"vip_address\":\"10.0.0.4\",\"admin_state_up\":true}}");
        assertThat(made.provisioningStatus()).hasValue(ProvisioningStatus.ACTIVE);
    }

    @Test
    @Pins(value = "loadbalancer.show", in = "octavia")
    void readsALoadBalancer() {
        cloud.on("GET " + PATH + "/lb-1").answers(200, OF_OCTAVIA);

        LoadBalancer shown = octavia.loadBalancers().getLoadBalancer("lb-1");

        assertThat(sent(cloud)).isEqualTo("GET " + PATH + "/lb-1");
        assertThat(shown.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_UPDATE);
        assertThat(shown.listenerIds()).containsExactly("l-1");
        assertThat(shown.poolIds()).containsExactly("p-1");
        assertThat(shown.additionalVips())
                .singleElement()
                .satisfies(vip -> assertThat(vip.portId()).hasValue("port-2"));
        assertThat(shown.flavorId()).isEmpty();
        assertThat(shown.updatedAt()).isEmpty();
        assertThat(shown.tags()).containsExactly("web");
        assertThat(shown.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "loadbalancer.show", in = "otc")
    void readsALoadBalancerOfOpenTelekomCloud() {
        cloud.on("GET " + PATH + "/lb-1").answers(200, OF_OTC);

        LoadBalancer shown = otc.loadBalancers().getLoadBalancer("lb-1");

        assertThat(sent(cloud)).isEqualTo("GET " + PATH + "/lb-1");
        assertThat(shown.name()).hasValue("shop");
        assertThat(shown.tenantId()).hasValue("145e");
        assertThat(shown.listenerIds()).containsExactly("l-1");
        assertThat(shown.poolIds()).isEmpty();
        assertThat(shown.provider()).hasValue("vlb");
        assertThat(shown.updatedAt()).hasValue(Instant.parse("2019-01-19T05:32:57Z"));
        assertThat(shown.tags()).containsExactly("team=web");
        assertThat(shown.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "loadbalancer.update", in = "octavia")
    void changesALoadBalancerAndSetsBackWithNull() {
        cloud.on("PUT " + PATH + "/lb-1").answers(200, OF_OCTAVIA);

        octavia.loadBalancers()
                .updateLoadBalancer(UpdateLoadBalancer.builder()
                        .loadBalancerId("lb-1")
                        .name("a")
                        .adminStateUp(false)
                        .tags(List.of())
                        .clearDescription()
                        .clearVipQosPolicyId()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + PATH + "/lb-1 {\"loadbalancer\":{\"name\":\"a\",\"admin_state_up\":false,"
                        + "\"tags\":[],\"description\":null,\"vip_qos_policy_id\":null}}");
    }

    @Test
    @Pins(value = "loadbalancer.update", in = "otc")
    void changesALoadBalancerOnOpenTelekomCloud() {
        cloud.on("PUT " + PATH + "/lb-1").answers(200, OF_OTC);

        LoadBalancer changed = otc.loadBalancers()
                .updateLoadBalancer(UpdateLoadBalancer.builder()
                        .loadBalancerId("lb-1")
                        .name("shop")
                        .description("")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT " + PATH + "/lb-1 {\"loadbalancer\":{\"name\":\"shop\",\"description\":\"\"}}");
        assertThat(changed.operatingStatus()).hasValue(OperatingStatus.ONLINE);
    }

    @Test
    @Pins(value = "loadbalancer.delete", in = "otc")
    void deletesALoadBalancer() {
        cloud.on("DELETE " + PATH + "/lb-1").answers(204);

        otc.loadBalancers().deleteLoadBalancer("lb-1");

        assertThat(sent(cloud)).isEqualTo("DELETE " + PATH + "/lb-1");
    }

    @Observed(
            in = Area.LOAD_BALANCERS,
            value = "cascade counts only if it is true; with another value it is as if absent")
    @Test
    @Pins(value = "loadbalancer.delete", in = "octavia")
    void deletesALoadBalancerWithItsChildrenByCascade() {
        cloud.on("DELETE " + PATH + "/lb-1").answers(204);

        octavia.loadBalancers().deleteLoadBalancerWithChildren("lb-1");

        assertThat(sent(cloud)).isEqualTo("DELETE " + PATH + "/lb-1?cascade=true");
    }

    @Observed(in = Area.LOCKS, value = "A load balancer with children is 400 to DELETE, locked or not")
    @Test
    @DisplayName("DELETE with children is 400 and changes nothing")
    void refusesToDeleteALoadBalancerThatHasChildren() {
        cloud.on("DELETE " + PATH + "/lb-1")
                .answers(
                        400,
                        "{\"faultcode\": \"Client\", \"faultstring\": \"Validation failure: Cannot delete Load"
                                + " Balancer lb-1 - it has children\", \"debuginfo\": null}");

        assertThatThrownBy(() -> octavia.loadBalancers().deleteLoadBalancer("lb-1"))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining("it has children");
        assertThat(sent(cloud)).isEqualTo("DELETE " + PATH + "/lb-1");
    }

    @Observed(in = Area.STATUS, value = "Counters outgrow 32 bits")
    @Test
    @Pins(value = "loadbalancer.stats", in = "octavia")
    void readsCountersOf64Bits() {
        cloud.on("GET " + PATH + "/lb-1/stats")
                .answers(
                        200,
                        "{\"stats\": {\"bytes_in\": 5000000000, \"bytes_out\": 9223372036854775807,"
                                + " \"active_connections\": 0, \"total_connections\": 7, \"request_errors\": 1}}");

        Stats stats = octavia.loadBalancers().getLoadBalancerStats("lb-1");

        assertThat(sent(cloud)).isEqualTo("GET " + PATH + "/lb-1/stats");
        assertThat(stats.bytesIn()).isEqualTo(5_000_000_000L);
        assertThat(stats.bytesOut()).isEqualTo(Long.MAX_VALUE);
        assertThat(stats.activeConnections()).isZero();
        assertThat(stats.totalConnections()).isEqualTo(7);
        assertThat(stats.requestErrors()).isEqualTo(1);
    }

    @Observed(in = Area.LOAD_BALANCERS, value = "A failover is 202 without a body")
    @Test
    @Pins(value = "loadbalancer.failover", in = "octavia")
    void failsOverWithAnEmptyBody() {
        cloud.on("PUT " + PATH + "/lb-1/failover").answers(202);

        octavia.loadBalancers().failoverLoadBalancer("lb-1");

        assertThat(sent(cloud)).isEqualTo("PUT " + PATH + "/lb-1/failover");
    }

    private static String list(String one) {
        return one.replaceFirst("\"loadbalancer\": ", "\"loadbalancers\": [")
                .replaceFirst("}}$", "}], \"loadbalancers_links\": []}");
    }
}
