package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only pauses move: an hour of waiting takes no time. For a client, and for the server it talks to. */
public final class TestTime implements Time, InstantSource {
    private static final Instant START = Instant.parse("2026-11-22T04:45:59Z");

    private final AtomicLong passed = new AtomicLong();

    public TestTime() {}

    @Override
    public Instant now() {
        return START.plusNanos(passed.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public long nanos() {
        return passed.get();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        passes(duration);
    }

    public void passes(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }

    /** How long all pauses were together. */
    public Duration sinceStart() {
        return Duration.ofNanos(passed.get());
    }
}
