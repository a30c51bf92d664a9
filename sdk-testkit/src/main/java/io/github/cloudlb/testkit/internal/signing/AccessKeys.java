package io.github.cloudlb.testkit.internal.signing;

import io.github.cloudlb.testkit.RecordedRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * The access keys there are, and whether a request was signed with one of them, lately, and arrived as it was signed.
 * There is no nonce in this scheme: the same signature may come again until its date is too old. Used by one thread at
 * a time.
 *
 * <p>The words of the refusals are the gateway's.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-0001.html">Incorrect IAM
 *     authentication information</a>
 */
public final class AccessKeys {
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int FAILURES_ALLOWED = 5;
    private static final Duration LOCKED = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Key> keys = new HashMap<>();

    public AccessKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** A key that holds for good. */
    public void add(String id, String secret) {
        keys.put(id, new Key(secret, "", Instant.MAX));
    }

    /** A key that counts only together with its token, and only until then. */
    public void addTemporary(String id, String secret, String securityToken, Instant end) {
        keys.put(id, new Key(secret, securityToken, end));
    }

    /** The key ends then instead. */
    public void ends(String id, Instant end) {
        keys.computeIfPresent(id, (same, key) -> new Key(key.secret, key.securityToken, end));
    }

    /** Throws what is wrong with the signature. */
    public void check(RecordedRequest request) {
        SdkHmac signature = SdkHmac.of(request).orElseThrow(() -> new BadSignature("verify aksk signature fail"));
        String id = signature.accessKeyId();
        Key key = keys.get(id);
        if (key == null) {
            throw new BadSignature("Get secretKey failed,ak:" + id + ",err:ak not exist");
        }
        Instant now = clock.instant();
        if (now.isBefore(key.lockedUntil)) {
            throw new BadSignature("AK access failed to reach the limit,forbidden.");
        }
        String date = request.header(SdkHmac.DATE).orElse("");
        if (Duration.between(parsed(date), now).abs().compareTo(TOLERANCE) > 0) {
            throw new BadSignature("aksk signature expired");
        }
        if (!isRight(signature, request, key.secret, date)) {
            key.failed(now);
            throw new BadSignature("verify aksk signature fail,canonicalRequest:"
                    + signature.canonicalRequest(request).replace('\n', '|'));
        }
        key.failures = 0;
        checkToken(key, request, now);
    }

    private static void checkToken(Key key, RecordedRequest request, Instant now) {
        String token = request.header("x-security-token").orElse("");
        if (!token.equals(key.securityToken)) {
            throw new BadSignature("decrypt token fail");
        }
        if (!now.isBefore(key.end)) {
            throw new BadSignature("token expires, expires_at: " + key.end);
        }
    }

    /** Only the date has to be signed; what else is, must be there. */
    private static boolean isRight(SdkHmac signature, RecordedRequest request, String secret, String date) {
        boolean sameDay = signature.scope().isEmpty()
                || signature.scope().startsWith(date.substring(0, "yyyyMMdd".length()) + "/");
        return sameDay
                && signature.signedHeaders().contains(SdkHmac.DATE)
                && signature.fits(request, secret)
                && isHashOfBody(request);
    }

    /** A hash that is sent counts for the signature, but it must be that of the body; for other than JSON there may be none. */
    private static boolean isHashOfBody(RecordedRequest request) {
        String sent = request.header(SdkHmac.BODY_HASH).orElse("");
        boolean json = request.header("content-type").orElse("").contains("json");
        return sent.isEmpty() || sent.equals(SdkHmac.UNSIGNED) && !json || sent.equals(Digests.sha256(request.body()));
    }

    private static Instant parsed(String date) {
        try {
            return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            throw new BadSignature("verify aksk signature fail");
        }
    }

    private static final class Key {
        private final String secret;
        private final String securityToken;
        private final Instant end;
        private int failures;
        private Instant lockedUntil = Instant.MIN;

        Key(String secret, String securityToken, Instant end) {
            this.secret = secret;
            this.securityToken = securityToken;
            this.end = end;
        }

        /** More than five in a row lock it, whoever sends them. */
        void failed(Instant now) {
            if (++failures > FAILURES_ALLOWED) {
                failures = 0;
                lockedUntil = now.plus(LOCKED);
            }
        }
    }
}
