package io.github.cloudlb.testkit;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until somebody pauses or {@link #advance advances} it. Given to a server and to the client
 * that calls it, twenty minutes of waiting take no time.
 *
 * <p>A pause moves the clock to the pause's end, for all who go by it: two threads that pause for two seconds at one
 * moment both wake two seconds later, not four.
 */
public final class VirtualTime implements Time, InstantSource {
    private Instant now = Instant.now();
    private boolean flows;

    private VirtualTime(boolean flows) {
        this.flows = flows;
    }

    /** Stands still at this moment. */
    public static VirtualTime standingStill() {
        return new VirtualTime(false);
    }

    /** The clock of this machine, until it is stopped. */
    static VirtualTime flowing() {
        return new VirtualTime(true);
    }

    synchronized VirtualTime stop() {
        now = now();
        flows = false;
        return this;
    }

    synchronized boolean flows() {
        return flows;
    }

    @Override
    public synchronized Instant now() {
        return flows ? Instant.now() : now;
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public long nanos() {
        Instant instant = now();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /** Moves the clock on instead of resting. */
    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pausedUntil(now().plus(duration));
    }

    private synchronized void pausedUntil(Instant end) {
        if (end.isAfter(now)) {
            now = end;
        }
    }

    /** Lets so much time pass. */
    public synchronized void advance(Duration duration) {
        if (flows) {
            throw new IllegalStateException("This clock is still that of the machine: take it from time() first");
        }
        now = now.plus(duration);
    }
}
