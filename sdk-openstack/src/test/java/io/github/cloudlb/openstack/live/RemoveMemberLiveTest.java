package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.openstack.pool.RemoveMember;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class RemoveMemberLiveTest extends LiveTest {
    @Test
    void removesAMemberAndSeesItGone() {
        String memberId = pools.createMember(poolId, "192.0.2.101", 8080).id();

        assertThat(pools.removeMember(poolId, memberId)).isEqualTo(Removal.REMOVED);

        List<String> left = Waiter.watching(cloud::memberIds)
                .every(Duration.ofMillis(300))
                .atMost(Duration.ofMinutes(5))
                .until(seen -> !seen.contains(memberId));
        assertThat(left).doesNotContain(memberId);
    }

    @Observed(in = Area.MISSING, value = "Neither member nor pool are there: both are 404, in two shapes")
    @Test
    void aMemberThatIsGoneIsAlreadyGone() {
        String memberId = pools.createMember(poolId, "192.0.2.102", 8080).id();
        pools.removeMember(poolId, memberId);
        cloud.awaitActive();

        assertThat(pools.removeMember(poolId, memberId)).isEqualTo(Removal.ALREADY_GONE);
        assertThat(pools.removeMember(poolId, UUID.randomUUID().toString())).isEqualTo(Removal.ALREADY_GONE);
    }

    @Observed(in = Area.LOCKS, value = "DELETE a second time is 409 at first, and 404 later")
    @Test
    void soIsOneThatIsStillOnItsWayOut() {
        String memberId = pools.createMember(poolId, "192.0.2.103", 8080).id();
        cloud.awaitActive();
        wiretap.forget();

        assertThat(pools.removeMember(poolId, memberId)).isEqualTo(Removal.REMOVED);
        assertThat(pools.removeMember(poolId, memberId)).isEqualTo(Removal.ALREADY_GONE);

        System.out.printf("Removed twice at once: %d times locked meanwhile%n", wiretap.count(409));
    }

    @Observed(in = Area.MISSING, value = "Neither member nor pool are there: both are 404, in two shapes")
    @Test
    void anUnknownPoolIsNotFoundAndNamed() {
        String unknown = UUID.randomUUID().toString();

        assertThatThrownBy(() -> pools.removeMember(unknown, UUID.randomUUID().toString()))
                .isInstanceOfSatisfying(NotFoundException.class, missing -> {
                    assertThat(missing.text()).contains("Pool " + unknown);
                    assertThat(missing.getMessage()).contains(unknown).contains("req-");
                    assertThat(missing.applied()).isEqualTo(Applied.NO);
                });
        assertThat(wiretap.count(404)).isBetween(1L, 2L);
    }

    @Test
    void deletingWhatIsGoneIsAnErrorThatNamesTheMember() {
        String unknown = UUID.randomUUID().toString();

        assertThatThrownBy(() -> pools.deleteMember(poolId, unknown))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        missing -> assertThat(missing.text()).isEqualTo("Member " + unknown + " not found."));
    }

    @Test
    void removesAsynchronously() {
        List<Member> members = cloud.addMembers(3, 9003);

        Stream.of(members.get(0), members.get(1), members.get(2))
                .map(member -> client.sendAsync(RemoveMember.of(poolId, member.id())))
                .toList()
                .forEach(removal -> removal.join());

        cloud.awaitActive();
        assertThat(cloud.memberIds())
                .doesNotContainAnyElementsOf(members.stream().map(Member::id).toList());
    }

    @Observed(
            in = Area.LOCKS,
            value = "Any change locks the whole tree: of eight at the same moment one is done, seven are 409")
    @Test
    void twentyThreadsRemoveTwentyMembersOfOnePool() throws Exception {
        List<Member> members = cloud.addMembers(20, 9020);
        assertThat(members).hasSize(20);
        wiretap.forget();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Removal>> removals = members.stream()
                    .map(member -> threads.submit(() -> {
                        start.await();
                        return pools.removeMember(poolId, member.id());
                    }))
                    .toList();
            long began = System.nanoTime();
            start.countDown();
            for (Future<Removal> removal : removals) {
                assertThat(removal.get()).isEqualTo(Removal.REMOVED);
            }
            System.out.printf(
                    "20 threads, 20 members: %.1f s, %d requests: %d removals, %d times locked, %d looks at the lock%n",
                    (System.nanoTime() - began) / 1e9,
                    wiretap.seen().size(),
                    wiretap.count(204),
                    wiretap.count(409),
                    wiretap.count(200));
        } finally {
            threads.shutdownNow();
        }

        assertThat(wiretap.count(204)).isEqualTo(20);
        cloud.awaitActive();
        assertThat(cloud.memberIds())
                .doesNotContainAnyElementsOf(members.stream().map(Member::id).toList());
    }
}
