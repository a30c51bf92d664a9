package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancer;
import io.github.cloudlb.openstack.pool.CreatePool;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.ListPools;
import io.github.cloudlb.openstack.pool.PersistenceType;
import io.github.cloudlb.openstack.pool.Pool;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import io.github.cloudlb.openstack.pool.SessionPersistence;
import io.github.cloudlb.openstack.pool.UpdatePool;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class PoolOperationsLiveTest extends LiveTest {
    @Test
    void showsTheLoadBalancer() {
        LoadBalancer shown = client.loadBalancers().getLoadBalancer(cloud.loadBalancerId());

        assertThat(shown.name()).contains(cloud.name());
        assertThat(shown.poolIds()).contains(poolId);
        assertThat(shown.listenerIds()).hasSize(1);
        assertThat(shown.provisioningStatus()).contains(ProvisioningStatus.ACTIVE);
        assertThat(shown.vipAddress()).isPresent();
    }

    @Test
    void createsShowsChangesAndDeletesAPool() {
        Pool made = pools.createPool(CreatePool.builder()
                .loadBalancerId(cloud.loadBalancerId())
                .protocol(PoolProtocol.HTTP)
                .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                .name(cloud.name() + "-second")
                .description("to be changed")
                .sessionPersistence(SessionPersistence.builder()
                        .type(PersistenceType.APP_COOKIE)
                        .cookieName("session")
                        .build())
                .addTags("one", "two")
                .build());
        cloud.awaitActive();

        Pool shown = pools.getPool(made.id());
        assertThat(shown.protocol()).contains(PoolProtocol.HTTP);
        assertThat(shown.lbAlgorithm()).contains(LbAlgorithm.ROUND_ROBIN);
        assertThat(shown.description()).contains("to be changed");
        assertThat(shown.loadBalancerIds()).containsExactly(cloud.loadBalancerId());
        assertThat(shown.listenerIds()).isEmpty();
        assertThat(shown.memberIds()).isEmpty();
        assertThat(shown.healthMonitorId()).isEmpty();
        assertThat(shown.sessionPersistence().orElseThrow().cookieName()).contains("session");
        assertThat(shown.tags()).containsExactlyInAnyOrder("one", "two");
        assertThat(shown.unlisted()).isEmpty();

        pools.updatePool(UpdatePool.builder()
                .poolId(made.id())
                .lbAlgorithm(LbAlgorithm.LEAST_CONNECTIONS)
                .adminStateUp(false)
                .build());
        Pool changed = pools.getPool(made.id());
        assertThat(changed.lbAlgorithm()).contains(LbAlgorithm.LEAST_CONNECTIONS);
        assertThat(changed.adminStateUp()).contains(false);
        assertThat(changed.description()).contains("to be changed");
        assertThat(changed.sessionPersistence()).isPresent();

        pools.updatePool(UpdatePool.builder()
                .poolId(made.id())
                .clearDescription()
                .clearSessionPersistence()
                .tags(List.of())
                .build());
        Pool cleared = pools.getPool(made.id());
        assertThat(cleared.description().orElse("")).isEmpty();
        assertThat(cleared.sessionPersistence()).isEmpty();
        assertThat(cleared.tags()).isEmpty();
        assertThat(cleared.adminStateUp()).contains(false);

        pools.deletePool(made.id());
        cloud.awaitActive();
        assertThatThrownBy(() -> pools.getPool(made.id()))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        gone -> assertThat(gone.text()).isEqualTo("Pool " + made.id() + " not found."));
    }

    @Test
    void listsSevenPoolsInPagesOfTwo() {
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            made.add(pools.createPool(CreatePool.builder()
                            .loadBalancerId(cloud.loadBalancerId())
                            .protocol(PoolProtocol.TCP)
                            .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                            .name(cloud.name() + "-p" + i)
                            .build())
                    .id());
        }
        cloud.awaitActive();
        wiretap.forget();

        List<Pool> listed = pools.listPools(ListPools.builder()
                        .loadBalancerId(cloud.loadBalancerId())
                        .protocol(PoolProtocol.TCP)
                        .addSort("name:desc")
                        .limit(2)
                        .build())
                .toList();

        assertThat(listed).extracting(Pool::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).name()).contains(cloud.name() + "-p7");
        assertThat(wiretap.seen()).hasSize(4);
        assertThat(pools.listPools(
                        ListPools.builder().name(cloud.name() + "-p3").build()))
                .extracting(Pool::id)
                .containsExactly(made.get(2));
        assertThat(pools.listPools(
                        ListPools.builder().name(cloud.name() + "-none").build()))
                .isEmpty();
    }

    @Test
    void anUnknownPoolOrLoadBalancerIsNotFound() {
        String unknown = UUID.randomUUID().toString();

        assertThatThrownBy(() -> pools.getPool(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pools.listMembers(unknown).toList()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pools.deletePool(unknown)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.loadBalancers().getLoadBalancer(unknown))
                .isInstanceOf(NotFoundException.class);
    }
}
