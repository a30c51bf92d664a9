package io.github.cloudlb.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when the test says so. */
final class SetClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-04T05:06:07Z");

    @Override
    public Instant instant() {
        return now;
    }

    void passes(Duration duration) {
        now = now.plus(duration);
    }
}
