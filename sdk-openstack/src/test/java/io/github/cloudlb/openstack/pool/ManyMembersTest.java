package io.github.cloudlb.openstack.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.ChangedMember.Outcome;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Changes of many members at once, on a server with Octavia's batch. */
class ManyMembersTest {
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

    @Observed(in = Area.MEMBERS, value = "The members of one batch are listed in any order")
    @Test
    void addsAndChangesManyInOneRequestAndLeavesTheOthers() {
        String other = octavia.addMember(pool, "192.0.2.1", 80);
        String known = octavia.addMember(pool, "192.0.2.2", 80);
        List<BatchMember> ten = IntStream.range(2, 12)
                .mapToObj(i -> weighted("192.0.2." + i, 7))
                .toList();

        assertThat(pools.updateMembers(pool, ten))
                .hasSize(10)
                .contains(new ChangedMember("192.0.2.2", 80, Outcome.UPDATED))
                .contains(new ChangedMember("192.0.2.3", 80, Outcome.CREATED));

        assertThat(writes()).containsExactly("PUT " + members);
        assertThat(pools.listMembers(pool)).hasSize(11);
        assertThat(pools.getMember(pool, other).weight()).hasValue(1);
        assertThat(pools.getMember(pool, known).weight()).hasValue(7);
    }

    @Test
    void changesFewByACallEachThatNobodyElsesChangeCanDisturb() {
        String known = octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(pools.updateMembers(pool, List.of(weighted("192.0.2.2", 7), weighted("192.0.2.3", 3))))
                .containsExactly(
                        new ChangedMember("192.0.2.2", 80, Outcome.UPDATED),
                        new ChangedMember("192.0.2.3", 80, Outcome.CREATED));

        assertThat(writes()).containsExactly("PUT " + members + "/" + known, "POST " + members);
    }

    @Test
    void refusesToMoveAMemberToAnotherSubnetBeforeItChangesAnything() {
        octavia.addMember(pool, "192.0.2.2", 80);
        BatchMember moved = BatchMember.builder()
                .from(weighted("192.0.2.2", 1))
                .subnetId("s-2")
                .build();

        assertThatThrownBy(() -> pools.updateMembers(pool, List.of(weighted("192.0.2.3", 3), moved)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("members.subnet_id: \"s-2\" is not allowed");
        assertThat(writes()).isEmpty();
    }

    @Observed(in = Area.BATCH, value = "A batch sets back what an entry leaves out, but keeps name, tags and subnet_id")
    @Test
    void keepsWhatAnEntryOfABatchDoesNotNameThoughOctaviaWouldSetItBack() {
        String known = octavia.addMember(pool, "192.0.2.2", 80);
        pools.updateMember(UpdateMember.builder()
                .poolId(pool)
                .memberId(known)
                .name("two")
                .backup(true)
                .adminStateUp(false)
                .monitorPort(99)
                .monitorAddress("192.0.2.99")
                .build());

        pools.updateMembers(
                pool,
                IntStream.range(2, 12)
                        .mapToObj(i -> weighted("192.0.2." + i, 7))
                        .toList());

        Member after = pools.getMember(pool, known);
        assertThat(after.weight()).hasValue(7);
        assertThat(after.name()).hasValue("two");
        assertThat(after.backup()).hasValue(true);
        assertThat(after.adminStateUp()).hasValue(false);
        assertThat(after.monitorPort()).hasValue(99);
        assertThat(after.monitorAddress()).hasValue("192.0.2.99");
    }

    @Observed(in = Area.BATCH, value = "The very same batch once more locks the load balancer as a change does")
    @Test
    void sendsNothingWhenAllIsAsWanted() {
        octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(pools.updateMembers(pool, List.of(weighted("192.0.2.2", 1))))
                .containsExactly(new ChangedMember("192.0.2.2", 80, Outcome.UNCHANGED));
        assertThat(pools.updateMembers(pool, List.of())).isEmpty();

        assertThat(writes()).isEmpty();
    }

    @Observed(in = Area.BATCH, value = "A member named twice in a batch locks the load balancer for ever")
    @Test
    void takesAMemberThatIsNamedTwiceForOne() {
        octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(pools.updateMembers(pool, List.of(weighted("192.0.2.2", 7), weighted("192.0.2.2", 7))))
                .hasSize(1);

        assertThat(octavia.members(pool)).hasSize(1);
    }

    @Test
    void refusesAMemberThatIsNamedTwiceAndDiffers() {
        assertThatThrownBy(() -> pools.updateMembers(pool, List.of(weighted("192.0.2.2", 7), weighted("192.0.2.2", 8))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("each address and port once is");
        assertThat(octavia.calls()).isEmpty();
    }

    @Test
    void checksEachEntryBeforeItReadsAnything() {
        assertThatThrownBy(() -> pools.updateMembers(pool, List.of(weighted("192.0.2.2", 257))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("members[0].weight: \"257\" is not allowed, but 0 to 256 is");
        assertThatThrownBy(() -> pools.updateMembers(
                        pool, List.of(BatchMember.builder().protocolPort(80).build())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("members.address");
        assertThat(octavia.calls()).noneMatch(call -> call.contains("lbaas"));
    }

    @Test
    void replacesWithinTheNumberThatMayGo() {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(pools.replaceMembers(pool, List.of(weighted("192.0.2.2", 1), weighted("192.0.2.3", 1)), 1))
                .containsExactly(
                        new ChangedMember("192.0.2.2", 80, Outcome.UNCHANGED),
                        new ChangedMember("192.0.2.3", 80, Outcome.CREATED),
                        new ChangedMember("192.0.2.1", 80, Outcome.REMOVED));

        assertThat(pools.listMembers(pool))
                .extracting(Member::address)
                .containsExactlyInAnyOrder("192.0.2.2", "192.0.2.3");
    }

    @Test
    void refusesToRemoveMoreThanWasConsentedTo() {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.addMember(pool, "192.0.2.2", 80);

        assertThatThrownBy(() -> pools.replaceMembers(pool, List.of(), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0 that remove 2 others")
                .hasMessageContaining("a set that removes at most 1 is");

        assertThat(writes()).isEmpty();
        assertThat(octavia.members(pool)).hasSize(2);
    }

    @Observed(in = Area.BATCH, value = "An empty batch empties the pool")
    @Test
    void emptiesAPoolWithConsent() {
        octavia.addMember(pool, "192.0.2.1", 80);

        assertThat(pools.replaceMembers(pool, List.of(), 1))
                .containsExactly(new ChangedMember("192.0.2.1", 80, Outcome.REMOVED));
        assertThat(pools.replaceMembers(pool, List.of(), 0)).isEmpty();

        assertThat(octavia.members(pool)).isEmpty();
        assertThat(writes()).hasSize(1);
    }

    @Observed(
            in = Area.BATCH,
            value = "To remove one member by a batch all others have to be sent, with all their settings")
    @Test
    void removesThoseNamedAndTellsWhatBecameOfEach() {
        String first = octavia.addMember(pool, "192.0.2.1", 80);
        String second = octavia.addMember(pool, "192.0.2.2", 80);
        octavia.addMember(pool, "192.0.2.3", 80);

        assertThat(pools.removeMembers(pool, List.of(first, "m-unknown", second)))
                .isEqualTo(Map.of(first, Removal.REMOVED, "m-unknown", Removal.ALREADY_GONE, second, Removal.REMOVED));

        assertThat(writes()).containsExactly("DELETE " + members + "/" + first, "DELETE " + members + "/" + second);
        assertThat(pools.listMembers(pool)).extracting(Member::address).containsExactly("192.0.2.3");
    }

    @Test
    void countsAnewAfterAStrangersLockBeforeItReplaces() {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.lockedByStranger(loadBalancer, Duration.ofMinutes(1));
        time.after(Duration.ofSeconds(30), () -> octavia.addMember(pool, "192.0.2.3", 80));

        assertThatThrownBy(() -> pools.replaceMembers(pool, List.of(), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("that remove 2 others");

        assertThat(octavia.members(pool)).hasSize(2);
    }

    @Observed(in = Area.MISSING, value = "Whatever is below an unknown pool is 404 in the shape of the router")
    @Test
    void removesNothingOfAPoolThatDoesNotExist() {
        assertThatThrownBy(() -> pools.removeMembers("p-unknown", List.of("m-1", "m-2")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("p-unknown");
    }

    @Test
    void sendsNothingForNoMembers() {
        assertThat(pools.removeMembers(pool, List.of())).isEmpty();
        assertThat(octavia.calls()).isEmpty();
    }

    private List<String> writes() {
        return octavia.calls().stream()
                .filter(call -> !call.startsWith("GET") && call.contains("lbaas"))
                .toList();
    }

    private static BatchMember weighted(String address, int weight) {
        return BatchMember.builder()
                .address(address)
                .protocolPort(80)
                .weight(weight)
                .build();
    }
}
