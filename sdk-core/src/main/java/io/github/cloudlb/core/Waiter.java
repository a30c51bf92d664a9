package io.github.cloudlb.core;

import io.github.cloudlb.core.SdkException.Failure;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks at something until it is as wanted: {@code Waiter.watching(() -> pools.getPool(id)).every(ofSeconds(2))
 * .atMost(ofMinutes(5)).until(this::isActive)}. A look that fails ends the wait with its exception.
 */
public final class Waiter<T> {
    private final Function<Duration, T> look;
    private String what = "waiting";
    private Duration interval = Duration.ofSeconds(2);
    private Duration limit = Duration.ofMinutes(5);
    private Predicate<T> hopeless = seen -> false;
    private Time time = Time.system();

    private Waiter(Function<Duration, T> look) {
        this.look = look;
    }

    public static <T> Waiter<T> watching(Supplier<T> look) {
        return new Waiter<>(left -> look.get());
    }

    /** As {@link #watching}, for a look that can be told how much time is left. */
    public static <T> Waiter<T> watchingWithin(Function<Duration, T> look) {
        return new Waiter<>(look);
    }

    /** What is waited for, as exceptions tell it. */
    public Waiter<T> describedAs(String what) {
        this.what = what;
        return this;
    }

    /** The pause between two looks; 2 s if not set. */
    public Waiter<T> every(Duration interval) {
        InvalidInputException.require(
                !interval.isNegative() && !interval.isZero(), "interval", interval, "a positive duration is");
        this.interval = interval;
        return this;
    }

    /** How long to wait altogether, however many looks that are; the last look may take one interval longer. 5 minutes if not set. */
    public Waiter<T> atMost(Duration limit) {
        this.limit = limit;
        return this;
    }

    /** States from which what is waited for cannot come any more. */
    public Waiter<T> failingOn(Predicate<T> hopeless) {
        this.hopeless = hopeless;
        return this;
    }

    /** The clock to go by. */
    public Waiter<T> by(Time time) {
        this.time = time;
        return this;
    }

    /**
     * Returns what it saw when it was as wanted.
     *
     * @throws WaitFailedException if it cannot come any more
     * @throws WaitTimeoutException if it did not come in time
     * @throws CallInterruptedException if the thread was interrupted
     */
    public T until(Predicate<T> wanted) {
        Deadline deadline = Deadline.in(limit, time);
        for (int looks = 1; ; looks++) {
            T seen = look.apply(atLeastInterval(deadline.left()));
            if (wanted.test(seen)) {
                return seen;
            }
            Failure failure = new Failure(what, looks, Applied.NO);
            if (hopeless.test(seen)) {
                throw new WaitFailedException(failure, "cannot come any more", String.valueOf(seen));
            }
            Duration left = deadline.left();
            if (left.isNegative() || left.isZero()) {
                throw new WaitTimeoutException(failure, "not within " + limit, String.valueOf(seen));
            }
            pause(interval.compareTo(left) < 0 ? interval : left, failure);
        }
    }

    /** A look at the very end needs some time, too. */
    private Duration atLeastInterval(Duration left) {
        return left.compareTo(interval) < 0 ? interval : left;
    }

    private void pause(Duration pause, Failure failure) {
        try {
            time.pause(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(failure, "the thread was interrupted");
        }
    }
}
