package io.github.cloudlb.testkit.internal.alibaba;

/** The keys that there are. */
public final class Credentials {
    public static final String KEY_ID = "testkit-access-key-id";
    public static final String KEY_SECRET = "testkit-access-key-secret";
    public static final String TEMPORARY_KEY_ID = "STS.testkit-access-key-id";
    public static final String TEMPORARY_KEY_SECRET = "testkit-temporary-secret";
    public static final String SECURITY_TOKEN = "testkit-security-token";

    private Credentials() {}

    /** The secret of a key; a temporary one is good only with its token. */
    static String secret(String keyId, String token) {
        if (keyId.equals(KEY_ID)) {
            if (!token.isEmpty()) {
                throw mismatch();
            }
            return KEY_SECRET;
        }
        if (!keyId.equals(TEMPORARY_KEY_ID)) {
            throw new RpcError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        if (token.isEmpty()) {
            throw new RpcError(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        }
        if (!token.equals(SECURITY_TOKEN)) {
            throw mismatch();
        }
        return TEMPORARY_KEY_SECRET;
    }

    private static RpcError mismatch() {
        return new RpcError(
                400,
                "InvalidSecurityToken.MismatchWithAccessKey",
                "Specified SecurityToken mismatch with the AccessKey.");
    }
}
