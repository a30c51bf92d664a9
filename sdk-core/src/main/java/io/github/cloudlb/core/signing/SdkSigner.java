package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.time.Instant;
import java.util.List;

/**
 * SDK-HMAC-SHA256 keyed with the plain secret ({@code Access=}), as Huawei Cloud's Java client does it. Signs every
 * header but Content-Type and those with {@code _} in their name, X-Project-Id and X-Domain-Id included; adds X-Sdk-Date,
 * X-Security-Token for a temporary key, and Authorization. Without a nonce.
 *
 * <p>A header X-Sdk-Content-Sha256 is taken for the hash of the body as it stands. The service refuses a body of more
 * than 12 MB, and locks a key for five minutes after more than five refusals in a row: do not repeat what got a 401.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-005.html">AK/SK signing</a>
 */
public final class SdkSigner extends RequestSigner {

    public SdkSigner() {
        super(Dialect.SDK);
    }

    @Override
    String date(Instant time) {
        return Timestamps.basic(time);
    }

    @Override
    String payloadHash(SigningRequest request, Sha256 sha256) {
        String given = request.header(SdkHeaders.PAYLOAD_HASH);
        return given != null ? given.trim() : sha256.hex(request.body());
    }

    @Override
    List<Parameter> headers(AccessKey key, String date, String nonce, String payloadHash) {
        return SdkHeaders.of(key, date);
    }

    @Override
    String beforeHash(String date) {
        return SdkHeaders.ALGORITHM + "\n" + date + "\n";
    }

    @Override
    Hmac hmac(AccessKey key, String date) {
        return key.sha256();
    }

    @Override
    String authorization(AccessKey key, Attempt attempt) {
        return SdkHeaders.ALGORITHM + " Access=" + key.id() + ", SignedHeaders="
                + attempt.canonical().signedHeaders() + ", Signature=";
    }
}
