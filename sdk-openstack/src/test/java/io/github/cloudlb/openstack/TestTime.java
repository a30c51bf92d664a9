package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only pauses move: an hour of waiting takes no time. For a client, and for the server it talks to. */
public final class TestTime implements Time, InstantSource {
    private static final Instant START = Instant.parse("2026-11-22T04:45:59Z");

    private final AtomicLong passed = new AtomicLong();
    private final NavigableMap<Long, Runnable> plans = new ConcurrentSkipListMap<>();

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
        long now = passed.addAndGet(duration.toNanos());
        NavigableMap<Long, Runnable> due = plans.headMap(now, true);
        while (!due.isEmpty()) {
            due.pollFirstEntry().getValue().run();
        }
    }

    /** Does something when so much time has passed. */
    public void at(Duration sinceStart, Runnable plan) {
        plans.put(sinceStart.toNanos(), plan);
    }

    /** How long all pauses were together. */
    public Duration sinceStart() {
        return Duration.ofNanos(passed.get());
    }
}
