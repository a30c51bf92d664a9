package io.github.cloudlb.testkit.internal.otc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Until when each load balancer is somebody else's. */
final class Locks {
    private final InstantSource clock;
    private final Map<Thing, Instant> until = new HashMap<>();
    private Duration afterWrite = Duration.ZERO;

    Locks(InstantSource clock) {
        this.clock = clock;
    }

    void afterWrite(Duration duration) {
        afterWrite = duration;
    }

    void byStranger(Thing loadBalancer, Duration duration) {
        if (loadBalancer.kind() != OtcKind.LOAD_BALANCER) {
            throw new IllegalArgumentException(loadBalancer.id() + " is no load balancer");
        }
        lock(loadBalancer, duration);
    }

    private void lock(Thing loadBalancer, Duration duration) {
        until.put(loadBalancer, clock.instant().plus(duration));
    }

    /** Refuses what would change a load balancer, or what belongs to it, while somebody else does. */
    void check(Thing thing) {
        Thing loadBalancer = thing.loadBalancer();
        Instant end = until.get(loadBalancer);
        if (end != null && clock.instant().isBefore(end)) {
            throw OtcErrors.locked(loadBalancer);
        }
        until.remove(loadBalancer);
    }

    /** To be called when a change is done. A certificate belongs to no load balancer. */
    void changed(Thing thing) {
        if (!afterWrite.isZero() && thing.kind() != OtcKind.CERTIFICATE) {
            lock(thing.loadBalancer(), afterWrite);
        }
    }

    void forget(Thing thing) {
        until.remove(thing);
    }
}
