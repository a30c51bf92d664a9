package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.http.Renewing;
import io.github.cloudlb.core.signing.AccessKey;

import java.time.Duration;
import java.time.Instant;

/** A key that ends. */
record Session(AccessKey key, Instant expiresAt, Instant renewAt) implements Renewing.Lasting<Session> {
    /** A key is renewed so long before its end, but not before half of what is left of its life. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** From now on, by the clock of this machine. */
    static Session lasting(AccessKey key, Instant now, Duration left) {
        Duration half = left.dividedBy(2);
        Instant end = now.plus(left);
        return new Session(key, end, end.minus(half.compareTo(AHEAD) < 0 ? half : AHEAD));
    }

    @Override
    public Session renewedAt(Instant instant) {
        return new Session(key, expiresAt, instant);
    }
}
