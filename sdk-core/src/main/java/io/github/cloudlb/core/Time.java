package io.github.cloudlb.core;

import java.time.Duration;
import java.time.Instant;

/** The clocks a client goes by, and its way to pause: handed in, so that a test of an hour takes no time. Thread-safe. */
public interface Time {
    /** The wall clock: dates of signatures and ends of tokens go by it. */
    Instant now();

    /** A clock that only goes forward, from any start: limits and pauses go by it. */
    long nanos();

    /** Lets the calling thread rest. */
    void pause(Duration duration) throws InterruptedException;

    /** The clocks of this machine. */
    static Time system() {
        return SystemTime.INSTANCE;
    }
}
