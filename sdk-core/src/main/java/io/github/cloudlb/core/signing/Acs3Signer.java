package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * ACS3-HMAC-SHA256, Alibaba Cloud's signature V3. Signs host, content-type and every {@code x-acs-*} header, nothing
 * else; adds x-acs-date, x-acs-signature-nonce, x-acs-content-sha256, x-acs-security-token for a temporary key, and
 * Authorization. x-acs-action and x-acs-version have to be in the request.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature">Request
 *     structure and signature V3</a>
 */
public final class Acs3Signer extends RequestSigner {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    public Acs3Signer() {
        super(Dialect.ACS3);
    }

    @Override
    String date(Instant time) {
        return Timestamps.extended(time);
    }

    @Override
    String payloadHash(SigningRequest request, Sha256 sha256) {
        return sha256.hex(request.body());
    }

    @Override
    List<Parameter> headers(AccessKey key, String date, String nonce, String payloadHash) {
        List<Parameter> headers = new ArrayList<>(5);
        headers.add(new Parameter("x-acs-date", date));
        headers.add(new Parameter("x-acs-signature-nonce", nonce));
        headers.add(new Parameter("x-acs-content-sha256", payloadHash));
        String token = key.securityToken();
        if (token != null) {
            headers.add(new Parameter("x-acs-security-token", token));
        }
        return headers;
    }

    @Override
    String beforeHash(String date) {
        return ALGORITHM + "\n";
    }

    @Override
    Hmac hmac(AccessKey key, String date) {
        return key.sha256();
    }

    @Override
    String authorization(AccessKey key, Attempt attempt) {
        return ALGORITHM + " Credential=" + key.id() + ",SignedHeaders="
                + attempt.canonical().signedHeaders() + ",Signature=";
    }
}
