package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.healthmonitor.HealthMonitorType;
import io.github.cloudlb.openstack.healthmonitor.NewHealthMonitor;
import io.github.cloudlb.openstack.l7policy.L7Action;
import io.github.cloudlb.openstack.l7policy.L7CompareType;
import io.github.cloudlb.openstack.l7policy.L7RuleType;
import io.github.cloudlb.openstack.l7policy.NewL7Policy;
import io.github.cloudlb.openstack.l7policy.NewL7Rule;
import io.github.cloudlb.openstack.listener.Listener;
import io.github.cloudlb.openstack.listener.ListenerProtocol;
import io.github.cloudlb.openstack.listener.NewListener;
import io.github.cloudlb.openstack.loadbalancer.CreateLoadBalancer;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancer;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancers;
import io.github.cloudlb.openstack.loadbalancer.PoolStatus;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.NewMember;
import io.github.cloudlb.openstack.pool.NewPool;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class CreateTreeLiveTest extends LiveTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final LoadBalancers loadBalancers = client.loadBalancers();

    @Observed(
            in = Area.LOAD_BALANCERS,
            value = "In a tree made by one call the children may stay PENDING_CREATE for ever")
    @Test
    @DisplayName("A POST with nested children: the load balancer gets ACTIVE, what is below need not (Octavia 11.0.0)")
    void makesAWholeTreeByOneCall() {
        LoadBalancer made = loadBalancers.createLoadBalancer(CreateLoadBalancer.builder()
                .name(cloud.name() + "-whole")
                .vipSubnetId(Environment.needed("OCTAVIA_VIP_SUBNET_ID", "a subnet for the address"))
                .addListeners(listener())
                .addPools(pool("images").addMembers(member("192.0.2.3")).build())
                .build());
        try {
            assertThat(made.provisioningStatus()).contains(ProvisioningStatus.PENDING_CREATE);
            assertThat(made.listenerIds()).hasSize(1);
            assertThat(made.poolIds()).hasSize(2);
            assertThat(made.unlisted()).isEmpty();
            LoadBalancer active = loadBalancers.awaitActive(made.id(), LIMIT);
            assertThat(active.listenerIds()).isEqualTo(made.listenerIds());
            Listener listener =
                    client.listeners().getListener(made.listenerIds().get(0));
            assertThat(listener.timeoutClientData()).contains(Duration.ofMinutes(1));
            assertThat(listener.l7PolicyIds()).hasSize(1);
            List<PoolStatus> used = loadBalancers
                    .getStatusTree(made.id())
                    .loadBalancer()
                    .listeners()
                    .get(0)
                    .pools();
            assertThat(used).hasSize(2);
            PoolStatus main = used.stream()
                    .filter(pool -> pool.id().equals(listener.defaultPoolId().orElseThrow()))
                    .findFirst()
                    .orElseThrow();
            assertThat(main.healthMonitor().orElseThrow().type()).contains(HealthMonitorType.HTTP);
            assertThat(main.members()).hasSize(2);
        } finally {
            loadBalancers.awaitActive(made.id(), LIMIT);
            loadBalancers.deleteLoadBalancerWithChildren(made.id());
            loadBalancers.awaitDeleted(made.id(), LIMIT);
        }
    }

    private static NewListener listener() {
        return NewListener.builder()
                .protocol(ListenerProtocol.HTTP)
                .protocolPort(80)
                .timeoutClientData(Duration.ofMinutes(1))
                .defaultPool(pool("main")
                        .healthMonitor(NewHealthMonitor.builder()
                                .type(HealthMonitorType.HTTP)
                                .delay(Duration.ofSeconds(5))
                                .timeout(Duration.ofSeconds(3))
                                .maxRetries(2)
                                .build())
                        .addMembers(member("192.0.2.1"), member("192.0.2.2"))
                        .build())
                .addL7Policies(NewL7Policy.builder()
                        .action(L7Action.REDIRECT_TO_POOL)
                        .redirectPool(NewPool.named("images"))
                        .addRules(NewL7Rule.builder()
                                .type(L7RuleType.PATH)
                                .compareType(L7CompareType.STARTS_WITH)
                                .value("/images")
                                .build())
                        .build())
                .build();
    }

    private static NewPool.Builder pool(String name) {
        return NewPool.builder().name(name).protocol(PoolProtocol.HTTP).lbAlgorithm(LbAlgorithm.ROUND_ROBIN);
    }

    private static NewMember member(String address) {
        return NewMember.builder().address(address).protocolPort(80).build();
    }
}
