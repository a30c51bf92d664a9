package io.github.cloudlb.openstack;

import io.github.cloudlb.core.signing.RequestSigner;
import io.github.cloudlb.core.signing.ScopedSdkSigner;
import io.github.cloudlb.core.signing.SdkSigner;

/**
 * Which of the two forms of SDK-HMAC-SHA256 is used.
 *
 * @param plain whether the secret key itself is the key, in place of one for a day, a region and a service
 */
record Signing(boolean plain, String region, String service) {
    static final Signing PLAIN = new Signing(true, "", "");

    /**
     * As Open Telekom Cloud's own Go client does it.
     *
     * @see <a href="https://github.com/opentelekomcloud/gophertelekomcloud/blob/30e3307593c0/signer_helper.go">Go client</a>
     */
    static final Signing UNNAMED_SCOPE = new Signing(false, "", "");

    RequestSigner signer() {
        return plain ? new SdkSigner() : new ScopedSdkSigner(region, service);
    }
}
