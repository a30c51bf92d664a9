package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A time in which pauses take none. */
public final class VirtualTime implements Time, InstantSource {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    public VirtualTime() {}

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        nanos.addAndGet(duration.toNanos());
    }

    public void passes(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    public Duration passed() {
        return Duration.ofNanos(nanos.get());
    }
}
