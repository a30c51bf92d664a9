package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.core.wire.Checks;
import io.github.cloudlb.openstack.common.OperatingStatus;
import io.github.cloudlb.openstack.state.StatusWait;

import java.time.Duration;
import java.util.Set;

/** Waits for one member: a change of it is over when its load balancer is {@code ACTIVE}, too. */
final class MemberWait {
    private static final Set<OperatingStatus> UNMEASURED = Set.of(OperatingStatus.NO_MONITOR, OperatingStatus.DISABLED);

    private final Caller caller;
    private final ShowMember show;
    private final Duration limit;
    private final StatusWait<Member> status;

    MemberWait(Caller caller, String poolId, String memberId, Duration limit) {
        this.show = ShowMember.of(poolId, memberId);
        this.limit = limit;
        this.status = new StatusWait<>(caller, show, Member::provisioningStatus, limit);
        this.caller = status.caller();
    }

    Member untilActive() {
        Member member = status.untilActive();
        awaitLoadBalancer();
        return member;
    }

    void untilGone() {
        status.untilGone();
        awaitLoadBalancer();
    }

    Member untilOnline() {
        Checks.supported(true, "operating_status of members", caller.dialect(), "octavia");
        return Waiter.watchingWithin(left -> caller.together(left).send(show))
                .describedAs("waiting for " + show + " to be online")
                .by(caller.time())
                .atMost(limit)
                .failingOn(member ->
                        member.operatingStatus().filter(UNMEASURED::contains).isPresent())
                .until(member -> member.operatingStatus()
                        .filter(OperatingStatus.ONLINE::equals)
                        .isPresent());
    }

    private void awaitLoadBalancer() {
        for (String loadBalancer : caller.send(ShowPool.of(show.poolId())).loadBalancerIds()) {
            StatusWait.ofTree(caller, loadBalancer, status.left()).untilActive();
        }
    }
}
