package io.github.cloudlb.testkit.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A signature SDK-HMAC-SHA256 as a request bears it. There are two forms: the plain one of Huawei's clients, and the
 * older one of Open Telekom Cloud's, whose key is made for a day, a region and a service, both of which it leaves empty.
 *
 * @param scope day, region, service and {@code sdk_request}; empty in the plain form
 * @param signedHeaders in the order signed
 */
public record SdkHmac(String accessKeyId, String scope, List<String> signedHeaders, String signature) {
    /** As all headers are named here: in small letters. */
    static final String DATE = "x-sdk-date";

    static final String BODY_HASH = "x-sdk-content-sha256";
    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final Pattern PLAIN =
            Pattern.compile(ALGORITHM + " Access=([^,\\s]+), ?SignedHeaders=([^,\\s]+), ?Signature=([0-9a-f]+)");
    private static final Pattern SCOPED = Pattern.compile(
            ALGORITHM
                    + " Credential=([^,\\s/]+)/(\\d{8}/[^,\\s/]*/[^,\\s/]*/sdk_request), ?SignedHeaders=([^,\\s]+), ?Signature=([0-9a-f]+)");

    /** Whether the request means to be signed, right or wrong. */
    public static boolean isIn(RecordedRequest request) {
        return request.header("authorization").orElse("").startsWith(ALGORITHM);
    }

    /** Nothing if there is none that can be read. */
    public static Optional<SdkHmac> of(RecordedRequest request) {
        String authorization = request.header("authorization").orElse("");
        Matcher plain = PLAIN.matcher(authorization);
        if (plain.matches()) {
            return Optional.of(new SdkHmac(plain.group(1), "", headers(plain.group(2)), plain.group(3)));
        }
        Matcher scoped = SCOPED.matcher(authorization);
        return scoped.matches()
                ? Optional.of(new SdkHmac(scoped.group(1), scoped.group(2), headers(scoped.group(3)), scoped.group(4)))
                : Optional.empty();
    }

    private static List<String> headers(String joined) {
        return List.of(joined.split(";", -1));
    }

    /** Whether it is for this request, and made with this secret. */
    public boolean fits(RecordedRequest request, String secret) {
        return signature.equals(expected(request, secret));
    }

    String expected(RecordedRequest request, String secret) {
        byte[] key = secret.getBytes(UTF_8);
        if (isScoped()) {
            key = ("SDK" + secret).getBytes(UTF_8);
            for (String part : scope.split("/", -1)) {
                key = Digests.hmacSha256(key, part);
            }
        }
        return Digests.hex(Digests.hmacSha256(key, stringToSign(request)));
    }

    String stringToSign(RecordedRequest request) {
        String date = request.header(DATE).orElse("");
        String hash = Digests.sha256(canonicalRequest(request));
        return String.join("\n", ALGORITHM, date, isScoped() ? scope + "\n" + hash : hash);
    }

    /** The request as both sides write it down. */
    public String canonicalRequest(RecordedRequest request) {
        return String.join(
                "\n",
                request.method(),
                path(request),
                signsQueryAsBody(request) ? "" : query(request.parameters()),
                signedHeaders.stream()
                        .map(name -> name + ":" + value(request, name) + "\n")
                        .collect(Collectors.joining()),
                String.join(";", signedHeaders),
                hashedBody(request));
    }

    private boolean isScoped() {
        return !scope.isEmpty();
    }

    /** Ends with a slash, whether the path does or not. */
    private static String path(RecordedRequest request) {
        String segments = Text.segments(request.path()).stream()
                .map(Digests::percentEncoded)
                .collect(Collectors.joining("/"));
        return segments.isEmpty() ? "/" : "/" + segments + "/";
    }

    /** Of a name that comes more than once, the older form has the first value only. */
    private String query(Map<String, List<String>> parameters) {
        Comparator<String> byLetter = Comparator.naturalOrder();
        Map<String, List<String>> sorted =
                new TreeMap<>(isScoped() ? String.CASE_INSENSITIVE_ORDER.thenComparing(byLetter) : byLetter);
        parameters.forEach(
                (name, values) -> sorted.put(Digests.percentEncoded(name), isScoped() ? values.subList(0, 1) : values));
        return sorted.entrySet().stream()
                .flatMap(
                        one -> one.getValue().stream().map(value -> one.getKey() + "=" + Digests.percentEncoded(value)))
                .collect(Collectors.joining("&"));
    }

    private String value(RecordedRequest request, String header) {
        String value = request.header(header).orElse("").strip();
        return isScoped() ? value.replaceAll(" +", " ") : value;
    }

    /** {@code gophertelekomcloud}, signer_helper.go: a POST without a body. */
    private boolean signsQueryAsBody(RecordedRequest request) {
        return isScoped() && request.method().equals("POST") && request.body().isEmpty();
    }

    private String hashedBody(RecordedRequest request) {
        return request.header(BODY_HASH)
                .orElseGet(() -> Digests.sha256(signsQueryAsBody(request) ? request.query() : request.body()));
    }
}
