package io.github.cloudlb.core;

import java.time.Duration;
import java.util.Optional;

/** Whether a failed attempt is followed by another, and after which pause. Thread-safe: one serves all calls of a client. */
public interface RetryPolicy {
    /**
     * Asked after each failed attempt.
     *
     * @param attempt which attempt failed, from 1; waits for a lock and other failures are counted apart
     * @return the pause before the next attempt, or empty to give up: the failure is thrown
     */
    Optional<Duration> pauseAfter(int attempt, Message message, SdkException failure);

    /** Told of each call that was answered. */
    default void succeeded() {}

    /** Sends everything once, but for a token that turns out to have expired: it is renewed, and the request sent again. */
    static RetryPolicy never() {
        return (attempt, message, failure) -> Optional.empty();
    }

    /**
     * The default: 4 attempts with full jitter from 200 ms up to 10 s, a service's wish to wait obeyed up to 60 s, and a
     * budget of 100 repetitions for the client that refills with time and success. Locks are waited for as long as the
     * call may last, with pauses of up to 2 s.
     */
    static RetryPolicy standard() {
        return ExponentialBackoff.builder().build();
    }
}
