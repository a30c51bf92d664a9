package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.Waiter;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Waits for the state of a resource, where no job tells of it.
 *
 * @param <T> the resource, as it is read
 * @param <S> what is happening to it
 */
public final class StateWait<T, S> {
    /**
     * A resource that was just created may not be found yet.
     *
     * @see <a href="https://github.com/aliyun/terraform-provider-alicloud">the vendor's provider, August 2026, which tries
     *     changes of a new load balancer again after ResourceNotFound.LoadBalancer</a>
     */
    private static final Duration UNTIL_FOUND = Duration.ofSeconds(20);

    private final Caller caller;
    private final String of;
    private final Function<Caller, Optional<T>> look;
    private final Function<T, Optional<S>> state;
    private Duration interval = Duration.ofSeconds(1);
    private Set<S> hopeless = Set.of();

    private StateWait(Caller caller, String of, Function<Caller, Optional<T>> look, Function<T, Optional<S>> state) {
        this.caller = caller;
        this.of = of;
        this.look = look;
        this.state = state;
    }

    /**
     * Looks once a second.
     *
     * @param of what it is, as exceptions tell it
     * @param look empty, or a {@link NotFoundException}, if there is no such thing
     */
    public static <T, S> StateWait<T, S> of(
            Caller caller, String of, Function<Caller, Optional<T>> look, Function<T, Optional<S>> state) {
        return new StateWait<>(caller, of, look, state);
    }

    /** The pause between two looks. */
    public StateWait<T, S> every(Duration pause) {
        this.interval = pause;
        return this;
    }

    /** States from which what is waited for cannot come any more; not looked at when it is waited for its end. */
    public StateWait<T, S> failingOn(Set<S> states) {
        this.hopeless = states;
        return this;
    }

    /** Until it is in this state; one that is not there, from the first on or any more, does not come to it. */
    public T until(S wanted, Duration limit) {
        return until(seen -> state.apply(seen).filter(wanted::equals).isPresent(), limit);
    }

    /** The same, for what a state does not tell. */
    public T until(Predicate<T> wanted, Duration limit) {
        long begin = caller.time().nanos();
        boolean[] known = new boolean[1];
        return waiter(limit)
                .failingOn(seen -> {
                    known[0] |= seen.found.isPresent();
                    boolean late = caller.time().nanos() - begin >= UNTIL_FOUND.toNanos();
                    return seen.found
                            .map(there -> state.apply(there)
                                    .filter(hopeless::contains)
                                    .isPresent())
                            .orElse(known[0] || late);
                })
                .until(seen -> seen.found.filter(wanted).isPresent())
                .found
                .orElseThrow();
    }

    /** Until there is no such thing. */
    public void untilGone(Duration limit) {
        waiter(limit).until(seen -> seen.found.isEmpty());
    }

    private Waiter<Seen> waiter(Duration limit) {
        return Waiter.watchingWithin(this::seen)
                .describedAs(of)
                .every(interval)
                .atMost(limit)
                .by(caller.time());
    }

    private Seen seen(Duration left) {
        try {
            return new Seen(WhileOpen.get(of, () -> look.apply(caller.together(left))));
        } catch (NotFoundException missing) {
            return new Seen(Optional.empty());
        }
    }

    private final class Seen {
        private final Optional<T> found;

        Seen(Optional<T> found) {
            this.found = found;
        }

        @Override
        public String toString() {
            return found.map(there -> state.apply(there).map(String::valueOf).orElse("no state"))
                    .orElse("not found");
        }
    }
}
