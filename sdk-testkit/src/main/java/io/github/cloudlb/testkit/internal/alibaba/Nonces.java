package io.github.cloudlb.testkit.internal.alibaba;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** When requests were signed, and which have been here before. */
final class Nonces {
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final int MOST = 200_000;

    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    Nonces(InstantSource clock) {
        this.clock = clock;
    }

    void checkTime(String date) {
        Instant signed;
        try {
            signed = Instant.parse(TIME.matcher(date).matches() ? date : "");
        } catch (DateTimeParseException unreadable) {
            throw new RpcError(
                    400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
        }
        if (Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new RpcError(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
        }
    }

    /** What is so old that its date alone would be refused is forgotten. */
    void use(String keyId, String nonce) {
        Instant now = clock.instant();
        if (seen.putIfAbsent(keyId + " " + nonce, now) != null) {
            throw new RpcError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        Instant old = now.minus(TOLERANCE.multipliedBy(2));
        Iterator<Instant> times = seen.values().iterator();
        while (times.hasNext() && (times.next().isBefore(old) || seen.size() > MOST)) {
            times.remove();
        }
    }
}
