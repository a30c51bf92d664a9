package io.github.cloudlb.alibaba;

/** How a request proves who sends it. */
public enum AlibabaSignature {
    /**
     * What Alibaba Cloud asks for today; signs headers and body, and leaves the URL free of anything about keys.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature">Request
     *     structure and signature V3</a>
     */
    ACS3_HMAC_SHA256,

    /**
     * For private installations that know nothing newer. Signs parameters and no header; the key's id and a security token
     * stand in the URL, and so in the logs of whatever is on the way.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism">Request structure and
     *     signature V2</a>
     */
    RPC_HMAC_SHA1
}
