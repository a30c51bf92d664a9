package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.openstack.common.ProvisioningStatus;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a pool when a batch is over, and whatever was under way beside it.
 *
 * <p>Octavia has accepted two batches at once (seen on 11.0.0, with both answered 202 within half a second); one of them,
 * which had not seen the other's members, then removed them. So a batch is proven only by what is there when both are done.
 * What others begin later is not waited for.
 */
final class SettledMembers {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Set<MemberSet.Key> ours;
    private Optional<Set<String>> underWay = Optional.empty();

    private SettledMembers(Set<MemberSet.Key> ours) {
        this.ours = ours;
    }

    /** Looks until the members named by a batch, and those that were changing beside them, are done. */
    static MemberSet of(Caller caller, String poolId, Set<MemberSet.Key> ours) {
        SettledMembers settled = new SettledMembers(ours);
        return Waiter.watching(() -> MemberSet.of(caller, poolId))
                .describedAs("waiting for the members of pool " + poolId + " to be done")
                .by(caller.time())
                .every(INTERVAL)
                .atMost(caller.limit())
                .failingOn(settled::hasFailed)
                .until(settled::isDone);
    }

    private boolean hasFailed(MemberSet now) {
        return ours.stream()
                .flatMap(key -> now.get(key).stream())
                .flatMap(member -> member.provisioningStatus().stream())
                .anyMatch(ProvisioningStatus.ERROR::equals);
    }

    private boolean isDone(MemberSet now) {
        Set<String> pending = new HashSet<>();
        now.all().stream().filter(SettledMembers::isPending).map(Member::id).forEach(pending::add);
        if (ours.stream()
                .anyMatch(key -> now.get(key).filter(SettledMembers::isPending).isPresent())) {
            return false;
        }
        if (underWay.isEmpty()) {
            underWay = Optional.of(Set.copyOf(pending));
        }
        pending.retainAll(underWay.get());
        return pending.isEmpty();
    }

    private static boolean isPending(Member member) {
        return member.provisioningStatus()
                .filter(status -> status.value().startsWith("PENDING_"))
                .isPresent();
    }
}
