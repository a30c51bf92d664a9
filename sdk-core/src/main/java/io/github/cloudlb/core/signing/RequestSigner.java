package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A scheme that puts its signature into the Authorization header. Immutable and safe for use by many threads. */
public abstract sealed class RequestSigner permits Acs3Signer, SdkSigner, ScopedSdkSigner {

    private final Dialect dialect;
    private final Sha256 sha256 = new Sha256();

    RequestSigner(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Signs one attempt. The headers returned are to be set, in place of any of the same name; everything else has to go
     * out as it is in the request.
     *
     * @param time now; a service refuses what is more than 15 minutes off
     * @param nonce never used before; ignored by a scheme that has none
     */
    public final List<Parameter> sign(SigningRequest request, AccessKey key, Instant time, String nonce) {
        Attempt attempt = prepare(request, key, time, nonce);
        byte[] signature = hmac(key, attempt.date()).of(attempt.stringToSign());
        String authorization = authorization(key, attempt).concat(HexFormat.of().formatHex(signature));
        attempt.headers().add(new Parameter("Authorization", authorization));
        return attempt.headers();
    }

    /** Says what {@link #sign} signs, without any secret in it. */
    public final SigningTrace trace(SigningRequest request, AccessKey key, Instant time, String nonce) {
        Attempt attempt = prepare(request, key, time, nonce);
        return SigningTrace.of(attempt.canonical().text(), attempt.stringToSign());
    }

    final Attempt prepare(SigningRequest request, AccessKey key, Instant time, String nonce) {
        String date = date(time);
        String payloadHash = payloadHash(request, sha256);
        List<Parameter> headers = headers(key, date, nonce, payloadHash);
        CanonicalRequest canonical = CanonicalRequest.of(dialect, request, headers, payloadHash);
        String stringToSign = beforeHash(date).concat(sha256.hex(canonical.text()));
        return new Attempt(date, headers, canonical, stringToSign);
    }

    abstract String date(Instant time);

    abstract String payloadHash(SigningRequest request, Sha256 sha256);

    /** What the scheme adds to the request, in a list that can grow. Signed as far as the dialect signs it. */
    abstract List<Parameter> headers(AccessKey key, String date, String nonce, String payloadHash);

    /** The string to sign up to the hash of the canonical request. */
    abstract String beforeHash(String date);

    abstract Hmac hmac(AccessKey key, String date);

    /** The Authorization header up to the signature. */
    abstract String authorization(AccessKey key, Attempt attempt);

    /** All of a signature but the signature. */
    record Attempt(String date, List<Parameter> headers, CanonicalRequest canonical, String stringToSign) {}
}
