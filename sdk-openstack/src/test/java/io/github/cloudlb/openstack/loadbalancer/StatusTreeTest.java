package io.github.cloudlb.openstack.loadbalancer;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.OperatingStatus;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitorType;
import io.github.cloudlb.openstack.l7policy.L7Action;
import io.github.cloudlb.openstack.l7policy.L7RuleType;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusTreeTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String PATH = "GET /v2.0/lbaas/loadbalancers/lb-1/statuses";

    @Observed(in = Area.STATUS, value = "In the tree it is health_monitor, elsewhere healthmonitor")
    @Observed(in = Area.STATUS, value = "The tree hangs from listeners: a pool that none uses is not in it")
    @Test
    @Pins(value = "loadbalancer.status", in = "octavia")
    @DisplayName("health_monitor is Octavia's key in the tree, and absent or null without one")
    void readsTheTreeOfOctavia() {
        cloud.on(PATH).answers(200, """
                {"statuses": {"loadbalancer": {"id": "lb-1", "name": "a", "operating_status": "OFFLINE",
                  "provisioning_status": "ACTIVE", "listeners": [{"id": "l-1", "name": "web",
                  "operating_status": "OFFLINE", "provisioning_status": "PENDING_CREATE", "pools": [
                    {"id": "p-1", "name": "main", "provisioning_status": "PENDING_CREATE", "operating_status": "ERROR",
                      "health_monitor": {"id": "h-1", "name": "", "type": "HTTP", "provisioning_status": "ACTIVE",
                        "operating_status": "ONLINE"},
                      "members": [{"id": "m-1", "name": "", "operating_status": "OFFLINE",
                        "provisioning_status": "ERROR", "address": "192.0.2.1", "protocol_port": 80}]},
                    {"id": "p-2", "name": "none", "provisioning_status": "ACTIVE", "operating_status": "ONLINE",
                      "members": []},
                    {"id": "p-3", "name": "null", "provisioning_status": "ACTIVE", "operating_status": "ONLINE",
                      "health_monitor": null, "members": []}]}]}}}""");

        LoadBalancerStatus tree = octavia.loadBalancers().getStatusTree("lb-1").loadBalancer();

        assertThat(sent(cloud)).isEqualTo(PATH);
        assertThat(tree.provisioningStatus()).hasValue(ProvisioningStatus.ACTIVE);
        ListenerStatus listener = tree.listeners().get(0);
        assertThat(listener.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);
        assertThat(listener.l7Policies()).isEmpty();
        assertThat(listener.pools()).extracting(PoolStatus::id).containsExactly("p-1", "p-2", "p-3");
        PoolStatus watched = listener.pools().get(0);
        HealthMonitorStatus monitor = watched.healthMonitor().orElseThrow();
        assertThat(monitor.type()).hasValue(HealthMonitorType.HTTP);
        assertThat(monitor.operatingStatus()).hasValue(OperatingStatus.ONLINE);
        assertThat(watched.unlisted()).isEmpty();
        assertThat(watched.members()).singleElement().satisfies(member -> {
            assertThat(member.address()).isEqualTo("192.0.2.1");
            assertThat(member.protocolPort()).isEqualTo(80);
            assertThat(member.provisioningStatus()).hasValue(ProvisioningStatus.ERROR);
        });
        assertThat(listener.pools().get(1).healthMonitor()).isEmpty();
        assertThat(listener.pools().get(2).healthMonitor()).isEmpty();
    }

    @Test
    @Pins(value = "loadbalancer.status", in = "otc")
    void readsTheTreeOfOpenTelekomCloudWithPoliciesAndAllPools() {
        cloud.on(PATH).answers(200, """
                {"statuses": {"loadbalancer": {"name": "shop", "provisioning_status": "ACTIVE", "id": "lb-1",
                  "operating_status": "DEGRADED",
                  "listeners": [{"name": "web", "provisioning_status": "ACTIVE", "id": "l-1", "operating_status": "ONLINE",
                    "pools": [{"name": "main", "provisioning_status": "ACTIVE", "id": "p-1", "operating_status": "ONLINE",
                      "healthmonitor": {"type": "TCP", "id": "h-1", "name": "ask", "provisioning_status": "ACTIVE"},
                      "members": [{"protocol_port": 80, "address": "10.0.0.9", "id": "m-1",
                        "operating_status": "NO_MONITOR", "provisioning_status": "ACTIVE"}]}],
                    "l7policies": [{"action": "REDIRECT_TO_POOL", "id": "y-1", "provisioning_status": "ACTIVE",
                      "name": "images", "rules": [{"id": "r-1", "type": "PATH", "provisioning_status": "ERROR"}]}]}],
                  "pools": [{"name": "main", "provisioning_status": "ACTIVE", "id": "p-1", "operating_status": "ONLINE",
                      "healthmonitor": {"type": "TCP", "id": "h-1", "name": "ask", "provisioning_status": "ACTIVE"},
                      "members": []},
                    {"name": "spare", "provisioning_status": "ACTIVE", "id": "p-2", "operating_status": "ONLINE",
                      "members": []}]}}}""");

        LoadBalancerStatus tree = otc.loadBalancers().getStatusTree("lb-1").loadBalancer();

        assertThat(sent(cloud)).isEqualTo(PATH);
        assertThat(tree.operatingStatus()).hasValue(OperatingStatus.DEGRADED);
        assertThat(tree.pools()).extracting(PoolStatus::id).containsExactly("p-1", "p-2");
        assertThat(tree.pools().get(1).healthMonitor()).isEmpty();
        ListenerStatus listener = tree.listeners().get(0);
        assertThat(listener.pools().get(0).healthMonitor().orElseThrow().type()).hasValue(HealthMonitorType.TCP);
        L7PolicyStatus policy = listener.l7Policies().get(0);
        assertThat(policy.action()).hasValue(L7Action.REDIRECT_TO_POOL);
        assertThat(policy.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.type()).hasValue(L7RuleType.PATH);
            assertThat(rule.provisioningStatus()).hasValue(ProvisioningStatus.ERROR);
        });
    }
}
