package io.github.cloudlb.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one call does differently from the client's defaults.
 *
 * @param limit how long the call may last, all attempts, pauses, logins and waits for locks together
 * @param attempts how many times it is sent at most, waits for a lock included; 1 sends it once
 * @param headers sent in addition; one that the SDK sets itself is refused
 */
public record CallOptions(Optional<Duration> limit, OptionalInt attempts, List<Parameter> headers) {
    /** The client's own defaults. */
    public static final CallOptions DEFAULTS = new CallOptions(Optional.empty(), OptionalInt.empty(), List.of());

    public CallOptions {
        if (limit.isPresent()) {
            Duration value = limit.get();
            InvalidInputException.require(
                    !value.isNegative() && !value.isZero(), "limit", value, "a positive duration");
        }
        if (attempts.isPresent()) {
            int value = attempts.getAsInt();
            InvalidInputException.require(value >= 1, "attempts", value, "1 or more");
        }
        headers = List.copyOf(headers);
    }

    public static CallOptions limit(Duration limit) {
        return DEFAULTS.withLimit(limit);
    }

    public static CallOptions attempts(int attempts) {
        return DEFAULTS.withAttempts(attempts);
    }

    public static CallOptions header(String name, String value) {
        return DEFAULTS.withHeader(name, value);
    }

    public CallOptions withLimit(Duration limit) {
        return new CallOptions(Optional.of(limit), attempts, headers);
    }

    public CallOptions withAttempts(int attempts) {
        return new CallOptions(limit, OptionalInt.of(attempts), headers);
    }

    public CallOptions withHeader(String name, String value) {
        List<Parameter> all = new ArrayList<>(headers);
        all.add(new Parameter(name, value));
        return new CallOptions(limit, attempts, all);
    }

    /** Leaves out the values: a header may be a secret. */
    @Override
    public String toString() {
        return "CallOptions{limit=" + limit + ", attempts=" + attempts + ", " + headers.size() + " headers}";
    }
}
