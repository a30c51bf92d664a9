package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What Octavia finds wrong with {@code session_persistence} once its fields have been read. */
final class Persistence {

    private Persistence() {}

    static void check(String protocol, @Nullable Object persistence, boolean creating) {
        if (!(persistence instanceof Map<?, ?> map)) {
            return;
        }
        boolean timed = map.get("persistence_timeout") != null || map.get("persistence_granularity") != null;
        if (timed && !protocol.equals("UDP") && !protocol.equals("SCTP")) {
            throw bad("persistence_timeout and persistence_granularity is only for UDP " + (creating ? "and SCTP " : "")
                    + "protocol pools.");
        }
        boolean byCookie = "APP_COOKIE".equals(map.get("type"));
        boolean named = map.get("cookie_name") != null;
        if (named && !byCookie) {
            throw bad("Field \"cookie_name\" can only be specified with session persistence of type \"APP_COOKIE\".");
        }
        if (byCookie && !named) {
            throw bad(
                    "Field \"cookie_name\" must be specified when using the \"APP_COOKIE\" session persistence type.");
        }
    }

    private static Refusal bad(String text) {
        return new Refusal(OctaviaErrors.badRequest("Validation failure: " + text));
    }
}
