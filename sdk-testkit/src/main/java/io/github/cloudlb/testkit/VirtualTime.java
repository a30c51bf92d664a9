package io.github.cloudlb.testkit;

import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A clock that stands still until somebody pauses or {@link #advance advances} it. Given to a server and to the client
 * that calls it, twenty minutes of waiting take no time.
 *
 * <p>A pause moves the clock to the pause's end, for all who go by it: two threads that begin to pause for two seconds
 * at one moment both wake two seconds later, not four.
 */
public final class VirtualTime implements Time, InstantSource {
    private final TreeMap<Instant, Runnable> plans = new TreeMap<>();
    private Instant start;
    private Instant since;
    private Instant now;
    private boolean flows;

    private VirtualTime(Instant start, boolean flows) {
        this.start = start;
        this.since = start;
        this.now = start;
        this.flows = flows;
    }

    /** Stands still at this moment. */
    public static VirtualTime standingStill() {
        return standingStillAt(Instant.now());
    }

    /** Stands still at that moment. */
    public static VirtualTime standingStillAt(Instant start) {
        return new VirtualTime(start, false);
    }

    /** The clock of this machine, until it is stopped. */
    static VirtualTime flowing() {
        return new VirtualTime(Instant.now(), true);
    }

    synchronized VirtualTime stop() {
        if (flows) {
            start = Instant.now();
            since = start;
            now = start;
            flows = false;
        }
        return this;
    }

    /** For the next test: what was planned is forgotten, and the time that has passed counts from now on. */
    synchronized void beginAnew() {
        plans.clear();
        since = now;
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
        return Duration.between(start, now()).toNanos();
    }

    /** How much time has passed since the clock came to a standstill, or since a server that goes by it was last reset. */
    public synchronized Duration elapsed() {
        return Duration.between(since, now());
    }

    /** Moves the clock on instead of resting. */
    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        moveTo(now().plus(duration));
    }

    /** Lets so much time pass. */
    public void advance(Duration duration) {
        moveTo(now().plus(duration));
    }

    /** Does something at that time after now: a stranger comes, a token is revoked. It is done by the thread that moves the clock. */
    public synchronized void after(Duration duration, Runnable plan) {
        plans.merge(now().plus(duration), plan, (first, second) -> () -> {
            first.run();
            second.run();
        });
    }

    private void moveTo(Instant end) {
        for (Optional<Runnable> plan = due(end); plan.isPresent(); plan = due(end)) {
            plan.get().run();
        }
    }

    /** Moves to the next plan, or to the end if there is none before. */
    private synchronized Optional<Runnable> due(Instant end) {
        if (flows) {
            throw new IllegalStateException("This clock is still that of the machine; time() of its server stops it");
        }
        boolean planned = !plans.isEmpty() && !plans.firstKey().isAfter(end);
        Instant next = planned ? plans.firstKey() : end;
        if (next.isAfter(now)) {
            now = next;
        }
        return planned ? Optional.of(plans.pollFirstEntry().getValue()) : Optional.empty();
    }
}
