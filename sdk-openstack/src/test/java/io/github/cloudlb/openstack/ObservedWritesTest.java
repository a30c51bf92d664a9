package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.QuotaExceededException;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.loadbalancer.CreateLoadBalancer;
import io.github.cloudlb.openstack.loadbalancer.LoadBalancer;
import io.github.cloudlb.openstack.loadbalancer.UpdateLoadBalancer;
import io.github.cloudlb.openstack.pool.BatchMember;
import io.github.cloudlb.openstack.pool.ChangedMember;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;
import io.github.cloudlb.openstack.pool.CreatePool;
import io.github.cloudlb.openstack.pool.LbAlgorithm;
import io.github.cloudlb.openstack.pool.PoolProtocol;
import io.github.cloudlb.openstack.pool.Pools;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Changes that are refused, or go on, otherwise than one would think. */
class ObservedWritesTest {
    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final OpenStackClient client =
            Clients.of(octavia, time).dialect(LbaasDialect.octavia(26)).build();

    private final Pools pools = client.pools();
    private final String loadBalancer = octavia.addLoadBalancer("lb");
    private final String pool = octavia.addPool(loadBalancer, "web");
    private final String members = "/v2.0/lbaas/pools/" + pool + "/members";

    @Observed(in = Area.LOCKS, value = "Of eight that remove one member one is told 204, and seven 409 or 404")
    @Test
    void ofEightThatRemoveOneMemberOneHasDoneIt() throws InterruptedException {
        String member = octavia.addMember(pool, "192.0.2.1", 80);
        octavia.lockAfterWrite(Duration.ofSeconds(1));

        List<Removal> removals = Together.all(Collections.nCopies(8, member), id -> pools.removeMember(pool, id));

        assertThat(removals).filteredOn(Removal.REMOVED::equals).hasSize(1);
        assertThat(removals).filteredOn(Removal.ALREADY_GONE::equals).hasSize(7);
    }

    @Observed(in = Area.LOCKS, value = "A POST below a load balancer that is deleted is 409 like a lock, not 404")
    @Test
    void doesNotWaitForALoadBalancerThatIsGone() {
        String gone = "00000000-0000-4000-8000-00000000dead";
        octavia.on("POST /v2.0/lbaas/pools")
                .answers(409, fault("Load Balancer " + gone + " is immutable and cannot be updated."))
                .always();

        assertThatThrownBy(() -> pools.createPool(CreatePool.builder()
                        .protocol(PoolProtocol.HTTP)
                        .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                        .loadBalancerId(gone)
                        .build()))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("load balancer " + gone + " does not exist any more");
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Observed(in = Area.LOCKS, value = "A PUT of a load balancer in ERROR is 409: Invalid state ERROR")
    @Test
    void doesNotWaitToChangeALoadBalancerInError() {
        octavia.setStatus(loadBalancer, "ERROR");

        assertThatThrownBy(() -> client.loadBalancers()
                        .updateLoadBalancer(UpdateLoadBalancer.builder()
                                .loadBalancerId(loadBalancer)
                                .name("b")
                                .build()))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("ERROR");
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Observed(in = Area.LOCKS, value = "A duplicate is 409, too")
    @Test
    void aDuplicateIsNotWaitedFor() {
        octavia.addMember(pool, "192.0.2.1", 80);

        assertThatThrownBy(() -> pools.createMember(pool, "192.0.2.1", 80))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("already using ip 192.0.2.1");
        assertThat(time.elapsed()).isZero();
    }

    @Observed(in = Area.CHANGES, value = "A POST answers PENDING_CREATE when the load balancer is ACTIVE already")
    @Test
    void whatWasPendingInTheAnswerMayBeActiveAtTheFirstLook() {
        LoadBalancer made = client.loadBalancers()
                .createLoadBalancer(CreateLoadBalancer.builder()
                        .vipSubnetId("6a1c6d50-0000-4000-8000-000000000002")
                        .build());
        assertThat(made.provisioningStatus()).hasValue(ProvisioningStatus.PENDING_CREATE);

        client.loadBalancers().awaitActive(made.id(), Duration.ofMinutes(5));

        assertThat(time.elapsed()).isZero();
    }

    @Observed(
            in = Area.MEMBERS,
            value = "Addresses are compared as text: one IPv6 address in two spellings is two members")
    @Test
    void twoSpellingsOfAnAddressAreTwoMembers() {
        octavia.addMember(pool, "2001:db8::2", 80);

        assertThat(pools.updateMembers(pool, List.of(at("2001:DB8:0:0::2").build())))
                .extracting(ChangedMember::outcome)
                .containsExactly(Outcome.CREATED);
        assertThat(octavia.members(pool)).hasSize(2);
    }

    @Observed(in = Area.NULLS, value = "Tags come back in another order than they were sent in")
    @Test
    void theOrderOfTagsIsNoChange() {
        pools.updateMembers(
                pool, List.of(at("192.0.2.1").tags(List.of("b", "a")).build()));

        for (List<String> tags : List.of(List.of("a", "b"), List.of("b", "a"))) {
            assertThat(pools.updateMembers(
                            pool, List.of(at("192.0.2.1").tags(tags).build())))
                    .extracting(ChangedMember::outcome)
                    .containsExactly(Outcome.UNCHANGED);
        }
    }

    @Observed(in = Area.BATCH, value = "A batch without a list of members is 500")
    @Test
    void anEmptyBatchHasItsListAndTouchesNobody() {
        octavia.addMember(pool, "192.0.2.1", 80);

        pools.batchUpdateMembers(pool, List.of());

        assertThat(octavia.requests())
                .filteredOn(request -> request.method().equals("PUT"))
                .extracting(Clients::line)
                .singleElement()
                .asString()
                .endsWith("?additive_only=true {\"members\":[]}");
        assertThat(octavia.members(pool)).hasSize(1);
    }

    @Observed(in = Area.BATCH, value = "A batch beyond the quota is 403, and nothing is changed")
    @Test
    void aBatchBeyondTheQuotaIsToldAsSuch() {
        octavia.on("PUT " + members).answers(403, fault("Quota has been met for resources: Member"));

        assertThatThrownBy(() ->
                        pools.batchUpdateMembers(pool, List.of(at("192.0.2.1").build())))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        refused -> assertThat(refused.applied()).isEqualTo(Applied.NO));
        assertThat(octavia.members(pool)).isEmpty();
    }

    private static BatchMember.Builder at(String address) {
        return BatchMember.builder().address(address).protocolPort(80);
    }

    private static String fault(String text) {
        return "{\"faultcode\": \"Client\", \"faultstring\": \"" + text + "\", \"debuginfo\": null}";
    }
}
