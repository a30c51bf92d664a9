package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.openstack.state.StatusWait;

import java.time.Duration;

/**
 * The members of a pool when no change is under way any more: its load balancer is {@code ACTIVE} and none of them is
 * {@code PENDING_*}.
 *
 * <p>Octavia has accepted two batches at once (seen on 11.0.0, with both answered 202 within half a second); one of them,
 * which had not seen the other's members, then removed them. So a batch is proven only by what is there at the end.
 */
final class SettledMembers {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private SettledMembers() {}

    static MemberSet of(Caller caller, String poolId) {
        return Waiter.watching(() -> look(caller, poolId))
                .describedAs("waiting for the members of pool " + poolId + " to be done")
                .by(caller.time())
                .every(INTERVAL)
                .atMost(caller.limit())
                .until(MemberSet::isSettled);
    }

    private static MemberSet look(Caller caller, String poolId) {
        for (String loadBalancer : caller.send(ShowPool.of(poolId)).loadBalancerIds()) {
            StatusWait.ofTree(caller, loadBalancer, caller.limit()).untilActive();
        }
        return MemberSet.of(caller, poolId);
    }
}
