package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.signing.AccessKey;

import java.util.Map;

/**
 * An access key of Alibaba Cloud, with the token that goes with it if it is a temporary one. Shows only its id.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair">AccessKey pairs</a>
 */
public final class AlibabaCredentials {
    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";

    private final AccessKey key;

    private AlibabaCredentials(AccessKey key) {
        this.key = key;
    }

    public static AlibabaCredentials of(String accessKeyId, String accessKeySecret) {
        requireText("accessKeyId", accessKeyId);
        requireText("accessKeySecret", accessKeySecret);
        return new AlibabaCredentials(AccessKey.of(accessKeyId, accessKeySecret));
    }

    /** A temporary key from STS; it cannot be renewed. */
    public static AlibabaCredentials temporary(String accessKeyId, String accessKeySecret, String securityToken) {
        requireText("accessKeyId", accessKeyId);
        requireText("accessKeySecret", accessKeySecret);
        requireText("securityToken", securityToken);
        return new AlibabaCredentials(AccessKey.temporary(accessKeyId, accessKeySecret, securityToken));
    }

    /** What {@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code …_SECRET} and {@code ALIBABA_CLOUD_SECURITY_TOKEN} hold. */
    static AlibabaCredentials ofEnvironment(Map<String, String> environment) {
        String id = environment.getOrDefault(ID, "");
        String secret = environment.getOrDefault(SECRET, "");
        String token = environment.getOrDefault(TOKEN, "");
        if (id.isEmpty() || secret.isEmpty()) {
            throw new InvalidInputException("there are no credentials: credentials(…) was not given, and "
                    + (id.isEmpty() ? ID : SECRET) + " is not set");
        }
        return token.isEmpty() ? of(id, secret) : temporary(id, secret, token);
    }

    AccessKey key() {
        return key;
    }

    /** Never shows the value. One that cannot be a header's would otherwise be shown by whoever fails to send it. */
    private static void requireText(String field, String value) {
        InvalidInputException.require(!value.isEmpty(), field, "", "a text that is not empty is");
        boolean plain = value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        InvalidInputException.require(plain, field, "(not shown)", "printable ASCII without blanks is");
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
