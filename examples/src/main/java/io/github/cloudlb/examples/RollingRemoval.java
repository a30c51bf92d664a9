package io.github.cloudlb.examples;

import io.github.cloudlb.core.Time;
import io.github.cloudlb.openstack.pool.Pools;
import io.github.cloudlb.openstack.pool.UpdateMember;

import java.time.Duration;
import java.util.List;

/**
 * Takes members out of a pool one after the other: first they get no new connections, then time to finish those they
 * have, then they are removed. {@code docs/testing.md} shows how it is tested.
 */
final class RollingRemoval {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Pools pools;
    private final Time time;
    private final Duration rest;

    RollingRemoval(Pools pools, Time time, Duration rest) {
        this.pools = pools;
        this.time = time;
        this.rest = rest;
    }

    void remove(String poolId, List<String> memberIds) throws InterruptedException {
        for (String memberId : memberIds) {
            pools.updateMember(UpdateMember.builder()
                    .poolId(poolId)
                    .memberId(memberId)
                    .weight(0)
                    .build());
            time.pause(rest);
            pools.removeMember(poolId, memberId);
            pools.awaitMemberRemoved(poolId, memberId, LIMIT);
        }
    }
}
