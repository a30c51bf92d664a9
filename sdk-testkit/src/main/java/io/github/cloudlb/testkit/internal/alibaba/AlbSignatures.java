package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.RecordedRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks who signed a request, when, and whether that is the request that arrived. */
public final class AlbSignatures {
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final InstantSource clock;
    private final Set<String> nonces = new HashSet<>();

    public AlbSignatures(InstantSource clock) {
        this.clock = clock;
    }

    public void check(RecordedRequest request) {
        String authorization = header(request, "authorization");
        if (!authorization.startsWith(Acs3.ALGORITHM + " ")) {
            throw new AlbRefusal(
                    400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
        }
        if (!part(authorization, "Credential").equals(AlbServer.ACCESS_KEY_ID)) {
            throw new AlbRefusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        checkTime(header(request, "x-acs-date"));
        String nonce = header(request, "x-acs-signature-nonce");
        checkSignature(request, authorization, header(request, "x-acs-content-sha256"));
        if (!nonces.add(nonce)) {
            throw new AlbRefusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
    }

    private void checkTime(String date) {
        Instant signed;
        try {
            signed = Instant.parse(TIME.matcher(date).matches() ? date : "");
        } catch (DateTimeParseException unreadable) {
            throw new AlbRefusal(
                    400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
        }
        if (Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new AlbRefusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
        }
    }

    /** The message ends with the string to sign, by which a client tells a wrong secret from a wrong request. */
    private static void checkSignature(RecordedRequest request, String authorization, String hash) {
        List<String> signed = Arrays.asList(part(authorization, "SignedHeaders").split(";"));
        String stringToSign = Acs3.stringToSign(request, signed);
        boolean complete = request.headers().keySet().stream()
                .filter(name -> name.startsWith("x-acs-") || name.equals("host"))
                .allMatch(signed::contains);
        boolean right =
                Acs3.signature(stringToSign, AlbServer.ACCESS_KEY_SECRET).equals(part(authorization, "Signature"));
        if (!complete || !right || !hash.equals(Acs3.sha256(request.body()))) {
            throw new AlbRefusal(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature does not match our calculation. server StringToSign is ["
                            + stringToSign.replace('\n', ' ') + "]");
        }
    }

    private static String header(RecordedRequest request, String name) {
        return request.header(name).filter(value -> !value.isEmpty()).orElseThrow(() -> AlbRefusal.missing(name));
    }

    private static String part(String authorization, String name) {
        Matcher part = Pattern.compile("[ ,]" + name + "=([^, ]*)").matcher(authorization);
        return part.find() ? part.group(1) : "";
    }
}
