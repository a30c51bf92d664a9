package io.github.cloudlb.openstack.state;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Waiter;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.state.ShowTreeStatus.TreeStatus;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Waits for a resource by its {@code provisioning_status}; one without is on a cloud that has no states, and done.
 *
 * @param <T> what is looked at
 */
public final class StatusWait<T> {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofDays(36_500);

    private final Caller caller;
    private final Request<T> show;
    private final Function<T, Optional<ProvisioningStatus>> status;
    private final Deadline deadline;

    public StatusWait(
            Caller caller, Request<T> show, Function<T, Optional<ProvisioningStatus>> status, Duration limit) {
        this.caller = within(caller, limit);
        this.show = show;
        this.status = status;
        this.deadline = Deadline.in(limit, caller.time());
    }

    /** All calls of a wait are one to whoever waits; a look at its very end needs some time, too. */
    private static Caller within(Caller caller, Duration limit) {
        Duration bounded = limit.isNegative() ? Duration.ZERO : limit.compareTo(LONG) < 0 ? limit : LONG;
        return caller.together(bounded.plus(LAST_LOOK));
    }

    /** For the lock of a whole tree. */
    public static StatusWait<TreeStatus> ofTree(Caller caller, String loadBalancerId, Duration limit) {
        return new StatusWait<>(caller, new ShowTreeStatus(loadBalancerId), TreeStatus::provisioningStatus, limit);
    }

    /** Returns it when its change is over; its absence is the look's own exception. */
    public T untilActive() {
        return watching(this::look, "to be active")
                .failingOn(seen -> is(seen, ProvisioningStatus.ERROR))
                .until(seen -> is(seen, ProvisioningStatus.ACTIVE));
    }

    /** Returns when it cannot be read any more: a deletion ends so, not in a status. */
    public void untilGone() {
        watching(this::lookOrNone, "to be gone")
                .failingOn(seen -> seen.isPresent() && is(seen.get(), ProvisioningStatus.ERROR))
                .until(Optional::isEmpty);
    }

    /** For further looks within the limit. */
    public Caller caller() {
        return caller;
    }

    /** What is left of the limit, for a wait that follows. */
    public Duration left() {
        return deadline.left();
    }

    private <S> Waiter<S> watching(Function<Duration, S> look, String what) {
        return Waiter.watchingWithin(look)
                .describedAs("waiting for " + show + " " + what)
                .by(caller.time())
                .every(INTERVAL)
                .atMost(deadline.left());
    }

    private T look(Duration left) {
        return caller.together(left).send(show);
    }

    private Optional<T> lookOrNone(Duration left) {
        try {
            return Optional.of(look(left));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private boolean is(T seen, ProvisioningStatus wanted) {
        return status.apply(seen).orElse(ProvisioningStatus.ACTIVE).equals(wanted);
    }
}
