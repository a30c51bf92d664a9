package io.github.cloudlb.testkit.internal.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.signing.Digests;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signature ACS3-HMAC-SHA256 of a request, worked out from the request alone. */
public final class Acs3 {
    public static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private Acs3() {}

    /** Whether a request means to be signed so, and not in the older way. */
    static boolean isMeant(RecordedRequest request) {
        return request.headers().keySet().stream()
                .anyMatch(name -> name.startsWith("x-acs-") || name.equals("authorization"));
    }

    static void check(RecordedRequest request, Nonces nonces) {
        String authorization = header(request, "authorization");
        if (!authorization.startsWith(ALGORITHM + " ")) {
            throw new RpcError(
                    400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
        }
        String keyId = part(authorization, "Credential");
        String secret =
                Credentials.secret(keyId, request.header("x-acs-security-token").orElse(""));
        nonces.checkTime(header(request, "x-acs-date"));
        String nonce = header(request, "x-acs-signature-nonce");
        checkSignature(request, authorization, header(request, "x-acs-content-sha256"), secret);
        nonces.use(keyId, nonce);
    }

    /** The message ends with the string to sign, by which a client tells a wrong secret from a wrong request. */
    private static void checkSignature(RecordedRequest request, String authorization, String hash, String secret) {
        List<String> signed = Arrays.asList(part(authorization, "SignedHeaders").split(";"));
        String stringToSign = stringToSign(request, signed);
        boolean complete = request.headers().keySet().stream()
                .filter(name -> name.startsWith("x-acs-") || name.equals("host"))
                .allMatch(signed::contains);
        boolean right = signature(stringToSign, secret).equals(part(authorization, "Signature"));
        if (!complete || !right || !hash.equals(Digests.sha256(request.body()))) {
            throw new RpcError(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature does not match our calculation. server StringToSign is ["
                            + stringToSign.replace('\n', ' ') + "]");
        }
    }

    /** Of the headers named, which must be sorted. */
    public static String stringToSign(RecordedRequest request, List<String> signedHeaders) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            headers.append(name)
                    .append(':')
                    .append(request.header(name).orElse("").strip())
                    .append('\n');
        }
        Map<String, String> query = new LinkedHashMap<>();
        request.parameters().forEach((name, values) -> query.put(name, values.get(0)));
        String canonical = String.join(
                "\n",
                request.method(),
                request.path(),
                CanonicalQuery.of(query),
                headers,
                String.join(";", signedHeaders),
                request.header("x-acs-content-sha256").orElse(""));
        return ALGORITHM + "\n" + Digests.sha256(canonical);
    }

    public static String signature(String stringToSign, String secret) {
        return Digests.hex(Digests.hmacSha256(secret.getBytes(UTF_8), stringToSign));
    }

    private static String header(RecordedRequest request, String name) {
        return request.header(name).filter(value -> !value.isEmpty()).orElseThrow(() -> RpcError.missing(name));
    }

    private static String part(String authorization, String name) {
        Matcher part = Pattern.compile("[ ,]" + name + "=([^, ]*)").matcher(authorization);
        return part.find() ? part.group(1) : "";
    }
}
