package io.github.cloudlb.testkit.internal.http;

import io.github.cloudlb.testkit.Fault;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one request is answered with; with a fault, nothing else of it counts.
 *
 * @param cut how many bytes of the body arrive; negative for all of them
 */
public record Answer(
        int status,
        @Nullable String reason,
        Map<String, String> headers,
        String body,
        @Nullable Fault fault,
        int cut) {
    private static final int WHOLE = -1;
    private static final int NONE = 0;

    public static Answer of(int status) {
        return new Answer(status, null, Map.of(), "", null, WHOLE);
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, null, Map.of("Content-Type", contentType), body, null, WHOLE);
    }

    public static Answer json(int status, Object body) {
        return of(status, "application/json", Json.write(body));
    }

    /** In place of an answer: the request was not carried out. */
    public static Answer fault(Fault fault) {
        return new Answer(NONE, null, Map.of(), "", fault, WHOLE);
    }

    /** Asks to come again after that time, in whole seconds and not earlier; unless it is zero. */
    public Answer retryAfter(Duration time) {
        return time.isZero()
                ? this
                : with("Retry-After", String.valueOf(time.plusNanos(999_999_999).toSeconds()));
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, reason, more, body, fault, cut);
    }

    /** With this text in the status line instead of the usual one. */
    public Answer because(String otherReason) {
        return new Answer(status, otherReason, headers, body, fault, cut);
    }

    public Answer withBody(String otherBody) {
        return new Answer(status, reason, headers, otherBody, fault, cut);
    }

    /** The same, but it does not arrive. */
    public Answer lost(Fault how) {
        return new Answer(status, reason, headers, body, how, cut);
    }

    /** The same, but the connection ends after so many bytes of the body. */
    public Answer cutAfter(int bytes) {
        return new Answer(status, reason, headers, body, fault, bytes);
    }

    /** In one line: the status, and of an error its text, up to so many characters. */
    public String told(int most) {
        if (fault != null && status == NONE) {
            return "not carried out: " + fault;
        }
        String text = status < 400 ? "" : " " + body.replaceAll("\\s+", " ");
        String shown = status + (text.length() > most ? text.substring(0, most) + "…" : text);
        if (fault != null) {
            return shown + ", lost: " + fault;
        }
        return cut < 0 ? shown : shown + ", cut after " + cut + " bytes";
    }
}
