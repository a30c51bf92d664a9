package io.github.cloudlb.core;

import java.time.Duration;

/** The end of something, however many steps it takes: each step is given what is left. */
public final class Deadline {
    private static final Duration CENTURY = Duration.ofDays(36_500);

    private final Time time;
    private final long end;

    private Deadline(Time time, long end) {
        this.time = time;
        this.end = end;
    }

    /** After a limit; one of more than a century is one. */
    public static Deadline in(Duration limit, Time time) {
        Duration bounded = limit.compareTo(CENTURY) > 0 ? CENTURY : limit;
        return new Deadline(time, time.nanos() + bounded.toNanos());
    }

    /** What is left; zero or less when it is over. */
    public Duration left() {
        return Duration.ofNanos(nanosLeft());
    }

    public long nanosLeft() {
        return end - time.nanos();
    }

    public boolean isOver() {
        return nanosLeft() <= 0;
    }
}
