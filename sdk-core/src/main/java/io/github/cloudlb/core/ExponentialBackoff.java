package io.github.cloudlb.core;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Repeats what is safe to repeat, after pauses that grow and are drawn at random from zero to their bound (full jitter).
 * Safe is what the service surely left untouched (throttled, never connected, locked), and a passing failure of a
 * message that may come twice. All calls of a client draw repetitions from one budget, so that an outage is not made
 * worse; locks do not count.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff and Jitter</a>
 */
public final class ExponentialBackoff implements RetryPolicy {
    /** A lock lasts as long as a change: looking again is cheaper than being late. */
    private static final Duration LOCK_CEILING = Duration.ofSeconds(2);

    private final int attempts;
    private final Duration base;
    private final Duration ceiling;
    private final Duration obeyed;
    private final DoubleSupplier random;
    private final RetryBudget budget;

    private ExponentialBackoff(Builder builder) {
        attempts = builder.attempts;
        base = builder.base;
        ceiling = builder.ceiling;
        obeyed = builder.obeyed;
        random = builder.random;
        budget = new RetryBudget(builder.budget, builder.time);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Duration> pauseAfter(int attempt, Message message, SdkException failure) {
        if (failure instanceof LockedException locked && locked.isUntouched()) {
            return Optional.of(locked.retryAfter().map(this::capped).orElseGet(() -> jittered(attempt, LOCK_CEILING)));
        }
        if (attempt >= attempts || !isWorthwhile(message, failure) || !budget.take()) {
            return Optional.empty();
        }
        Optional<Duration> wished =
                failure instanceof ServiceException answered ? answered.retryAfter() : Optional.empty();
        return Optional.of(wished.map(this::capped).orElseGet(() -> jittered(attempt, ceiling)));
    }

    @Override
    public void succeeded() {
        budget.refill();
    }

    private static boolean isWorthwhile(Message message, SdkException failure) {
        if (failure instanceof ServiceException answered) {
            // What the table says nothing about is refused again.
            boolean passing = failure instanceof ServiceFailureException && message.isRepeatable();
            return !(failure instanceof LockedException) && answered.isUntouched() || passing;
        }
        if (failure instanceof TransportException) {
            return failure.applied() == Applied.NO || message.isRepeatable();
        }
        return failure instanceof MalformedAnswerException && message.isRepeatable();
    }

    private Duration capped(Duration wished) {
        return wished.compareTo(obeyed) > 0 ? obeyed : wished;
    }

    private Duration jittered(int attempt, Duration most) {
        double bound = (double) base.toNanos() * Math.pow(2, Math.min(attempt - 1, 30));
        return Duration.ofNanos((long) (random.getAsDouble() * Math.min(bound, (double) most.toNanos())));
    }

    /** Sets what {@link RetryPolicy#standard()} leaves at its default. */
    public static final class Builder {
        private int attempts = 4;
        private int budget = 100;
        private Duration base = Duration.ofMillis(200);
        private Duration ceiling = Duration.ofSeconds(10);
        private Duration obeyed = Duration.ofSeconds(60);
        private Time time = Time.system();
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        private Builder() {}

        /** How many times a message is sent at most, 1 or more; 4 if not set. */
        public Builder attempts(int attempts) {
            InvalidInputException.require(attempts >= 1, "attempts", attempts, "1 or more is");
            this.attempts = attempts;
            return this;
        }

        /** The bound of the first pause, which doubles each time; 200 ms if not set. */
        public Builder base(Duration base) {
            this.base = base;
            return this;
        }

        /** The greatest bound of a pause; 10 s if not set. */
        public Builder ceiling(Duration ceiling) {
            this.ceiling = ceiling;
            return this;
        }

        /** The longest wish of a service ({@code Retry-After}) that is obeyed in full; 60 s if not set. */
        public Builder obeyedUpTo(Duration obeyed) {
            this.obeyed = obeyed;
            return this;
        }

        /** How many repetitions all calls together have to start with, and at most; 100 if not set. */
        public Builder budget(int budget) {
            this.budget = budget;
            return this;
        }

        /** The clock by which the budget refills, for tests. */
        public Builder time(Time time) {
            this.time = time;
            return this;
        }

        /** Where pauses are drawn from, 0 to 1, for tests. */
        public Builder random(DoubleSupplier random) {
            this.random = random;
            return this;
        }

        public ExponentialBackoff build() {
            return new ExponentialBackoff(this);
        }
    }
}
