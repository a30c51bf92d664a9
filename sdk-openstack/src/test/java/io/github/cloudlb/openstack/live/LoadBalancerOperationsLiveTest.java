package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.common.Stats;
import io.github.cloudlb.openstack.listener.CreateListener;
import io.github.cloudlb.openstack.listener.ListenerProtocol;
import io.github.cloudlb.openstack.loadbalancer.CreateLoadBalancer;
import io.github.cloudlb.openstack.loadbalancer.ListLoadBalancers;
import io.github.cloudlb.openstack.loadbalancer.ListenerStatus;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancer;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancerStatus;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancers;
import io.github.cloudlb.openstack.loadbalancer.MemberStatus;
import io.github.cloudlb.openstack.loadbalancer.UpdateLoadBalancer;
import io.github.cloudlb.openstack.pool.CreatePool;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

class LoadBalancerOperationsLiveTest extends LiveTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final LoadBalancers loadBalancers = client.loadBalancers();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void deleteWhatWasMade() {
        for (String id : made) {
            try {
                loadBalancers.deleteLoadBalancerWithChildren(id);
            } catch (NotFoundException gone) {
                continue;
            }
            loadBalancers.awaitDeleted(id, LIMIT);
        }
        made.clear();
    }

    @Test
    void createsShowsChangesAndDeletesALoadBalancer() {
        LoadBalancer created =
                create(builder("own").description("to be changed").addTags("one", "two"));
        LoadBalancer active = loadBalancers.awaitActive(created.id(), LIMIT);
        assertThat(active.description()).contains("to be changed");
        assertThat(active.tags()).containsExactlyInAnyOrder("one", "two");
        assertThat(active.vipSubnetId()).contains(subnet());
        assertThat(active.vipAddress()).isPresent();
        assertThat(active.listenerIds()).isEmpty();
        assertThat(active.adminStateUp()).contains(true);
        assertThat(active.unlisted()).isEmpty();

        change(created.id(), update -> update.name(cloud.name() + "-new").adminStateUp(false));
        LoadBalancer changed = loadBalancers.getLoadBalancer(created.id());
        assertThat(changed.name()).contains(cloud.name() + "-new");
        assertThat(changed.adminStateUp()).contains(false);
        assertThat(changed.description()).contains("to be changed");
        assertThat(changed.tags()).hasSize(2);

        change(created.id(), update -> update.clearDescription().tags(List.of()));
        LoadBalancer cleared = loadBalancers.getLoadBalancer(created.id());
        assertThat(cleared.description().orElse("")).isEmpty();
        assertThat(cleared.tags()).isEmpty();
        assertThat(cleared.adminStateUp()).contains(false);

        loadBalancers.deleteLoadBalancer(created.id());
        loadBalancers.awaitDeleted(created.id(), LIMIT);
        assertThatThrownBy(() -> loadBalancers.deleteLoadBalancer(created.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsSevenLoadBalancersInPagesOfTwo() {
        String tag = cloud.name() + "-seven";
        for (int i = 1; i <= 7; i++) {
            create(builder("lb" + i).addTags(tag));
        }
        made.forEach(id -> loadBalancers.awaitActive(id, LIMIT));
        wiretap.forget();

        List<LoadBalancer> listed =
                list(filter().addTags(tag).addSort("name:desc").limit(2));

        assertThat(listed).extracting(LoadBalancer::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).name()).contains(cloud.name() + "-lb7");
        assertThat(wiretap.seen()).hasSize(4);
        String third = made.get(2);
        assertThat(list(filter().name(cloud.name() + "-lb3")))
                .extracting(LoadBalancer::id)
                .containsExactly(third);
        // The network that is none gives all of them the same address.
        String address = listed.get(0).vipAddress().orElseThrow();
        assertThat(list(filter().vipAddress(address).addTags(tag)))
                .extracting(LoadBalancer::id)
                .containsExactlyInAnyOrderElementsOf(listed.stream()
                        .filter(one -> one.vipAddress().orElseThrow().equals(address))
                        .map(LoadBalancer::id)
                        .toList());
        assertThat(list(filter().vipAddress("203.0.113.250").addTags(tag))).isEmpty();
        assertThat(list(filter().provisioningStatus(ProvisioningStatus.ACTIVE).addTags(tag)))
                .hasSize(7);
        assertThat(list(filter().provisioningStatus(ProvisioningStatus.ERROR).addTags(tag)))
                .isEmpty();
        assertThat(list(filter().adminStateUp(false).addTags(tag))).isEmpty();
        assertThat(list(filter().addTags(tag).addNotTags(tag))).isEmpty();
    }

    @Test
    void buildsATreeStepByStepAndDeletesItByCascade() {
        String id = create(builder("tree")).id();
        loadBalancers.awaitActive(id, LIMIT);
        String listenerId =
                client.listeners().createListener(ListenerProtocol.HTTP, 80, id).id();
        loadBalancers.awaitActive(id, LIMIT);
        String newPool = pools.createPool(CreatePool.builder()
                        .protocol(PoolProtocol.HTTP)
                        .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                        .listenerId(listenerId)
                        .build())
                .id();
        loadBalancers.awaitActive(id, LIMIT);
        pools.createMember(newPool, "192.0.2.1", 80);
        pools.createMember(newPool, "192.0.2.2", 80);
        loadBalancers.awaitActive(id, LIMIT);

        LoadBalancerStatus tree = loadBalancers.getStatusTree(id).loadBalancer();
        assertThat(tree.provisioningStatus()).contains(ProvisioningStatus.ACTIVE);
        ListenerStatus listener = tree.listeners().get(0);
        assertThat(listener.id()).isEqualTo(listenerId);
        assertThat(listener.pools().get(0).id()).isEqualTo(newPool);
        assertThat(listener.pools().get(0).healthMonitor()).isEmpty();
        assertThat(listener.pools().get(0).members())
                .extracting(MemberStatus::address)
                .containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2");
        assertThat(listener.pools().get(0).unlisted()).isEmpty();

        assertThatThrownBy(() -> loadBalancers.deleteLoadBalancer(id))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining("it has children");
        loadBalancers.deleteLoadBalancerWithChildren(id);
        loadBalancers.awaitDeleted(id, LIMIT);
        assertThatThrownBy(() -> client.listeners().getListener(listenerId)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> pools.getPool(newPool)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void countersAreThere() {
        Stats stats = loadBalancers.getLoadBalancerStats(cloud.loadBalancerId());

        assertThat(stats.bytesIn()).isNotNegative();
        assertThat(stats.totalConnections()).isNotNegative();
        assertThat(stats.unlisted()).isEmpty();
    }

    @Test
    void onlyAnAdministratorFailsOver() {
        assertThatThrownBy(() -> loadBalancers.failoverLoadBalancer(cloud.loadBalancerId()))
                .isInstanceOf(AccessDeniedException.class);

        String project = Environment.optional("OCTAVIA_ADMIN_PROJECT_NAME", "an administrator's project is needed");
        try (OpenStackClient admin = OpenStackClient.builder()
                .authUrl(Environment.keystone())
                .credentials(Environment.user("OCTAVIA_ADMIN", project))
                .region(System.getenv().getOrDefault("OS_REGION_NAME", ""))
                .build()) {
            admin.loadBalancers().failoverLoadBalancer(cloud.loadBalancerId());
        }

        assertThat(cloud.awaitActive().id()).isEqualTo(cloud.loadBalancerId());
    }

    @Test
    void saysWhatTheServiceRefuses() {
        assertThatThrownBy(() -> loadBalancers.getStatusTree(UUID.randomUUID().toString()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> create(builder("refused").provider("nope")))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("Provider 'nope' is not enabled");
        assertThatThrownBy(() ->
                        create(builder("refused").flavorId(UUID.randomUUID().toString())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("flavor");
        assertThatThrownBy(() -> client.listeners()
                        .createListener(CreateListener.of(
                                ListenerProtocol.HTTP, 80, UUID.randomUUID().toString())))
                .isInstanceOf(NotFoundException.class);
    }

    private LoadBalancer create(CreateLoadBalancer.Builder request) {
        LoadBalancer created = loadBalancers.createLoadBalancer(request.build());
        made.add(created.id());
        return created;
    }

    private CreateLoadBalancer.Builder builder(String suffix) {
        return CreateLoadBalancer.builder().name(cloud.name() + "-" + suffix).vipSubnetId(subnet());
    }

    private void change(String id, Consumer<UpdateLoadBalancer.Builder> what) {
        UpdateLoadBalancer.Builder request = UpdateLoadBalancer.builder().loadBalancerId(id);
        what.accept(request);
        loadBalancers.updateLoadBalancer(request.build());
        loadBalancers.awaitActive(id, LIMIT);
    }

    private List<LoadBalancer> list(ListLoadBalancers.Builder filter) {
        return loadBalancers.listLoadBalancers(filter.build()).toList();
    }

    private static ListLoadBalancers.Builder filter() {
        return ListLoadBalancers.builder();
    }

    private static String subnet() {
        return Environment.needed("OCTAVIA_VIP_SUBNET_ID", "a subnet for the addresses of load balancers");
    }
}
