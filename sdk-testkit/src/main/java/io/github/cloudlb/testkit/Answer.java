package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one request is answered with; with a fault, nothing else of it counts. */
record Answer(
        int status,
        @Nullable String reason,
        Map<String, String> headers,
        String body,
        @Nullable Fault fault) {

    static Answer of(int status) {
        return new Answer(status, null, Map.of(), "", null);
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, null, Map.of("Content-Type", contentType), body, null);
    }

    static Answer json(int status, Object body) {
        return of(status, "application/json", Json.write(body));
    }

    static Answer fault(Fault fault) {
        return new Answer(200, null, Map.of(), "", fault);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, reason, more, body, fault);
    }

    /** With this text in the status line instead of the usual one. */
    Answer because(String otherReason) {
        return new Answer(status, otherReason, headers, body, fault);
    }

    /** The same, but it does not arrive. */
    Answer lost(Fault how) {
        return new Answer(status, reason, headers, body, how);
    }
}
