package io.github.cloudlb.openstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.RecordedRequest;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The service's side of SDK-HMAC-SHA256, written from its description and not from our signer: what the signature of a
 * request that came in has to be.
 */
record SdkSignature(String accessKey, String scope, List<String> headers, String value) {
    private static final Pattern FORM =
            Pattern.compile("SDK-HMAC-SHA256 (?:Access=(?<plain>[^,/]+)|Credential=(?<scoped>[^,/]+)/(?<scope>[^,]+)), "
                    + "SignedHeaders=(?<headers>[^,]+), Signature=(?<value>[0-9a-f]{64})");

    static SdkSignature of(RecordedRequest request) {
        String authorization = request.header("Authorization").orElseThrow();
        Matcher form = FORM.matcher(authorization);
        if (!form.matches()) {
            throw new AssertionError(authorization);
        }
        return new SdkSignature(
                form.group("plain") == null ? form.group("scoped") : form.group("plain"),
                form.group("scope") == null ? "" : form.group("scope"),
                List.of(form.group("headers").split(";", -1)),
                form.group("value"));
    }

    /** What it has to be, by the secret key. */
    String expected(RecordedRequest request, String secretKey) {
        String date = request.header("X-Sdk-Date").orElseThrow();
        String toSign =
                "SDK-HMAC-SHA256\n" + date + "\n" + (scope.isEmpty() ? "" : scope + "\n") + sha256(canonical(request));
        byte[] key = (scope.isEmpty() ? secretKey : "SDK" + secretKey).getBytes(UTF_8);
        if (!scope.isEmpty()) {
            for (String part : scope.split("/", -1)) {
                key = hmac(key, part);
            }
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private String canonical(RecordedRequest request) {
        String query = Stream.of(request.query().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(SdkSignature::reencoded)
                .sorted()
                .collect(Collectors.joining("&"));
        String lines = headers.stream()
                .map(name -> name + ":" + request.header(name).orElseThrow().strip() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                request.path() + "/",
                query,
                lines,
                String.join(";", headers),
                sha256(request.body()));
    }

    private static String reencoded(String pair) {
        String[] parts = pair.split("=", 2);
        return Stream.of(parts)
                .map(part -> URLEncoder.encode(URLDecoder.decode(part, UTF_8), UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~"))
                .collect(Collectors.joining("="));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
