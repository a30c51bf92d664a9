package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** A time for several threads: it stands still while one of them is awake, and goes on to whoever is to wake up next. */
final class SharedTime implements Time, InstantSource {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private final PriorityQueue<Long> wakings = new PriorityQueue<>();
    private int awake;
    private long nanos;

    /** So many threads are going to share it; each has to {@link #leave}. */
    synchronized void join(int threads) {
        awake += threads;
    }

    synchronized void leave() {
        awake--;
        goOn();
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        long end = nanos + duration.toNanos();
        wakings.add(end);
        leave();
        while (nanos < end) {
            wait();
        }
    }

    private void goOn() {
        if (awake <= 0 && !wakings.isEmpty()) {
            nanos = wakings.peek();
            while (!wakings.isEmpty() && wakings.peek() <= nanos) {
                wakings.remove();
                awake++;
            }
            notifyAll();
        }
    }

    synchronized Duration passed() {
        return Duration.ofNanos(nanos);
    }
}
