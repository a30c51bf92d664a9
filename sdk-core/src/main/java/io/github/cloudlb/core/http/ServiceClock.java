package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;

/** The time at a service: ours, until the service refuses it and its answer shows that its clock is another. */
public final class ServiceClock {
    private static final Logger log = LoggerFactory.getLogger(ServiceClock.class);
    /** Less is not why a date is refused, and a key that is refused again and again may get locked. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private final Time time;
    private volatile Duration ahead = Duration.ZERO;

    public ServiceClock(Time time) {
        this.time = time;
    }

    /** How far the service's clock is ahead of ours, as far as it is known; negative if it is behind. */
    public Duration ahead() {
        return ahead;
    }

    public Instant now() {
        return now(ahead);
    }

    /** For what has to remember by which difference it went. */
    public Instant now(Duration ahead) {
        return time.now().plus(ahead);
    }

    /** Looks at an answer that refused a date of ours. */
    public void learn(Answer refused) {
        HttpDate.of(refused).ifPresent(date -> {
            Duration difference = Duration.between(time.now(), date);
            if (difference.minus(ahead).abs().compareTo(TOLERATED) > 0) {
                log.warn("the clock of this machine is off: that of the service is {} ahead of it", difference);
                ahead = difference;
            }
        });
    }
}
