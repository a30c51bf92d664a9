package io.github.cloudlb.testkit.internal.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.internal.signing.Digests;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The older signature, HMAC-SHA1 over all parameters, worked out from the request alone. */
public final class RpcSignature {

    private RpcSignature() {}

    static void check(String method, Parameters parameters, Nonces nonces) {
        String keyId = demanded(parameters, "AccessKeyId");
        String given = demanded(parameters, "Signature");
        if (!demanded(parameters, "SignatureMethod").equals("HMAC-SHA1")
                || !demanded(parameters, "SignatureVersion").equals("1.0")) {
            throw new RpcError(
                    400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
        }
        String secret =
                Credentials.secret(keyId, parameters.text("SecurityToken").orElse(""));
        nonces.checkTime(demanded(parameters, "Timestamp"));
        String nonce = demanded(parameters, "SignatureNonce");
        String stringToSign = stringToSign(method, parameters.all());
        if (!signature(stringToSign, secret).equals(given)) {
            throw new RpcError(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + stringToSign);
        }
        nonces.use(keyId, nonce);
    }

    /** Of all parameters, wherever they were sent, but not the signature. */
    public static String stringToSign(String method, Map<String, String> parameters) {
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.remove("Signature");
        return method + "&%2F&" + Digests.percentEncoded(CanonicalQuery.of(signed));
    }

    public static String signature(String stringToSign, String secret) {
        return Base64.getEncoder()
                .encodeToString(Digests.hmac("HmacSHA1", (secret + "&").getBytes(UTF_8), stringToSign));
    }

    private static String demanded(Parameters parameters, String name) {
        return parameters
                .text(name)
                .orElseThrow(() -> new RpcError(400, "Missing" + name, name + " is mandatory for this action."));
    }
}
