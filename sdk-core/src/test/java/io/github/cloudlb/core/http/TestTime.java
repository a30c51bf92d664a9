package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still but for pauses, which take no time and are written down. */
public final class TestTime implements Time {
    private static final Instant START = Instant.parse("2026-11-22T04:48:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Pause atPause = () -> {};

    /** What happens in each pause. */
    public interface Pause {
        void happens() throws InterruptedException;
    }

    public List<Duration> pauses() {
        return pauses;
    }

    public void atPause(Pause what) {
        atPause = what;
    }

    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        pauses.add(duration);
        atPause.happens();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pass(duration);
    }
}
