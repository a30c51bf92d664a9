package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.pool.Member;
import io.github.cloudlb.openstack.pool.Removal;
import io.github.cloudlb.openstack.pool.RemoveMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Needs the levers of {@code live/octavia}; holds up other users of those servers for some seconds. */
class LockLiveTest extends LiveTest {
    @BeforeEach
    void whereThereAreLevers() {
        Ctl.run("status");
    }

    @AfterEach
    void letGo() {
        Ctl.run("resume-worker");
    }

    @Test
    void waitsUntilALockEnds() throws Exception {
        List<Member> members = cloud.addMembers(2, 9101);
        wiretap.forget();
        Ctl.run("pause-worker");
        pools.removeMember(poolId, members.get(0).id());

        CompletableFuture<Void> second =
                client.sendAsync(RemoveMember.of(poolId, members.get(1).id()));
        Thread.sleep(3000);
        assertThat(second).isNotDone();
        assertThat(wiretap.count(409)).isPositive();
        Ctl.run("resume-worker");
        second.join();

        cloud.awaitActive();
        assertThat(cloud.memberIds())
                .doesNotContain(members.get(0).id(), members.get(1).id());
        System.out.printf(
                "Lock of 3 s waited out: %d times locked, %d looks at it%n", wiretap.count(409), wiretap.count(200));
    }

    @Test
    void tellsWithinTheLimitThatItIsLocked() {
        List<Member> members = cloud.addMembers(2, 9102);
        Ctl.run("pause-worker");
        pools.removeMember(poolId, members.get(0).id());

        long began = System.nanoTime();
        assertThatThrownBy(() -> client.with(CallOptions.limit(Duration.ofSeconds(3)))
                        .pools()
                        .removeMember(poolId, members.get(1).id()))
                .isInstanceOfSatisfying(LockedException.class, locked -> {
                    assertThat(locked.applied()).isEqualTo(Applied.NO);
                    assertThat(locked.isUntouched()).isTrue();
                    assertThat(locked.text()).contains("immutable");
                });
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(3500));

        Ctl.run("resume-worker");
        cloud.awaitActive();
        assertThat(cloud.memberIds()).contains(members.get(1).id());
    }

    @Test
    void canBeToldNotToWait() {
        List<Member> members = cloud.addMembers(2, 9103);
        Ctl.run("pause-worker");
        pools.removeMember(poolId, members.get(0).id());
        wiretap.forget();

        assertThatThrownBy(() -> client.with(CallOptions.attempts(1))
                        .pools()
                        .removeMember(poolId, members.get(1).id()))
                .isInstanceOf(LockedException.class);

        assertThat(wiretap.seen()).hasSize(1);
    }

    @Observed(in = Area.LOCKS, value = "The text of a lock comes for ERROR, too, which never ends by itself")
    @Test
    void doesNotWaitForALoadBalancerInError() {
        assertNotWaitedFor("load_balancer", cloud.loadBalancerId(), 9104);
    }

    @Observed(in = Area.LOCKS, value = "The text of a lock comes for ERROR, too, which never ends by itself")
    @Test
    void doesNotWaitForAPoolInError() {
        assertNotWaitedFor("pool", poolId, 9105);
    }

    private void assertNotWaitedFor(String kind, String id, int port) {
        String memberId = cloud.addMembers(1, port).get(0).id();
        Ctl.run("set", kind, id, "ERROR");
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() -> pools.removeMember(poolId, memberId))
                    .isInstanceOfSatisfying(LockedException.class, locked -> {
                        assertThat(locked.applied()).isEqualTo(Applied.NO);
                        assertThat(locked).hasMessageContaining(id + " is in ERROR");
                        assertThat(locked.isUntouched()).isFalse();
                    });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        } finally {
            Ctl.run("set", kind, id, "ACTIVE");
        }
        assertThat(pools.removeMember(poolId, memberId)).isEqualTo(Removal.REMOVED);
    }
}
