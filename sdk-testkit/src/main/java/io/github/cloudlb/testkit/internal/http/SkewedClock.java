package io.github.cloudlb.testkit.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of a server, which may be wrong. */
public final class SkewedClock implements InstantSource {
    private final InstantSource right;
    private volatile Duration skew = Duration.ZERO;

    public SkewedClock(InstantSource right) {
        this.right = right;
    }

    /** How far it is ahead from now on; negative if behind. */
    public void skew(Duration ahead) {
        skew = ahead;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(skew);
    }
}
