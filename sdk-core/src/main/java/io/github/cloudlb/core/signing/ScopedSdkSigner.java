package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * SDK-HMAC-SHA256 with a key derived for a day, region and service ({@code Credential=}), as Open Telekom Cloud's Go
 * client does it. Signs every header, Content-Type included, but never X-Project-Id, X-Domain-Id and X-Security-Token,
 * which that client sets after signing: they may be among the headers of the request, and stay unsigned. Adds X-Sdk-Date,
 * X-Security-Token for a temporary key, and Authorization. Without a nonce.
 *
 * <p>Kept as that client does it: the names of the query sort without regard to case, of a repeated one only the first
 * value is signed, and a POST without a body (not one with an empty body) signs its query as if it were the body.
 *
 * @see <a href="https://github.com/opentelekomcloud/gophertelekomcloud/blob/30e3307593c0/signer_helper.go">Go client</a>
 */
public final class ScopedSdkSigner extends RequestSigner {

    private final String scopeAfterDay;
    private final String region;
    private final String service;

    private volatile @Nullable DerivedKey latest;

    /** That client leaves region and service empty. */
    public ScopedSdkSigner(String region, String service) {
        super(Dialect.SCOPED_SDK);
        this.region = region;
        this.service = service;
        this.scopeAfterDay = "/" + region + "/" + service + "/sdk_request";
    }

    @Override
    String date(Instant time) {
        return Timestamps.basic(time);
    }

    @Override
    String payloadHash(SigningRequest request, Sha256 sha256) {
        String given = request.header(SdkHeaders.PAYLOAD_HASH);
        if (given != null) {
            return given.trim();
        }
        return Dialect.SCOPED_SDK.signsQueryAsPayload(request) ? sha256.hex(form(request)) : sha256.hex(request.body());
    }

    /** Go's {@code url.Values.Encode}: unlike the canonical query, with all values and {@code +} for a blank. */
    private static String form(SigningRequest request) {
        StringBuilder out = new StringBuilder();
        CanonicalQuery.append(out, request.query(), ParameterOrder.RAW, false);
        return out.toString().replace("%20", "+");
    }

    @Override
    List<Parameter> headers(AccessKey key, String date, String nonce, String payloadHash) {
        return SdkHeaders.of(key, date);
    }

    @Override
    String beforeHash(String date) {
        return SdkHeaders.ALGORITHM + "\n" + date + "\n" + scope(date) + "\n";
    }

    private String scope(String date) {
        return day(date) + scopeAfterDay;
    }

    private static String day(String date) {
        return date.substring(0, "yyyyMMdd".length());
    }

    @Override
    Hmac hmac(AccessKey key, String date) {
        DerivedKey derived = latest;
        if (derived == null || derived.key != key || !date.startsWith(derived.day)) {
            derived = derive(key, day(date));
            latest = derived;
        }
        return derived.hmac;
    }

    private DerivedKey derive(AccessKey key, String day) {
        byte[] ofDay = Hmac.sha256("SDK" + key.secret()).of(day);
        byte[] ofRegion = Hmac.sha256(ofDay).of(region);
        byte[] ofService = Hmac.sha256(ofRegion).of(service);
        return new DerivedKey(key, day, Hmac.sha256(Hmac.sha256(ofService).of("sdk_request")));
    }

    @Override
    String authorization(AccessKey key, Attempt attempt) {
        return SdkHeaders.ALGORITHM + " Credential=" + key.id() + "/" + scope(attempt.date()) + ", SignedHeaders="
                + attempt.canonical().signedHeaders() + ", Signature=";
    }

    /** Good for one key and one day. */
    private record DerivedKey(AccessKey key, String day, Hmac hmac) {}
}
