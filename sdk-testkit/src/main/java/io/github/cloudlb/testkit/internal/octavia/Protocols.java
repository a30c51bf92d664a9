package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;
import java.util.Map;

/** Which protocols go together. Source: octavia/common/constants.py of 11.0.0, VALID_LISTENER_POOL_PROTOCOL_MAP. */
final class Protocols {
    private static final Map<String, List<String>> POOLS_OF_LISTENERS = Map.of(
            "TCP", List.of("HTTP", "HTTPS", "PROXY", "PROXYV2", "TCP"),
            "HTTP", List.of("HTTP", "PROXY", "PROXYV2"),
            "HTTPS", List.of("HTTPS", "PROXY", "PROXYV2", "TCP"),
            "TERMINATED_HTTPS", List.of("HTTP", "PROXY", "PROXYV2"),
            "UDP", List.of("UDP"),
            "SCTP", List.of("SCTP"),
            "PROMETHEUS", List.of());

    private Protocols() {}

    static void check(String listener, String pool) {
        if (!POOLS_OF_LISTENERS.getOrDefault(listener, List.of()).contains(pool)) {
            throw new Refusal(OctaviaErrors.badRequest("Validation failure: The pool protocol '" + pool
                    + "' is invalid while the listener protocol is '" + listener + "'."));
        }
    }

    /** Whether two listeners cannot share a port: below them is TCP, UDP or SCTP. */
    static boolean collide(String some, String other) {
        return transport(some).equals(transport(other));
    }

    private static String transport(String protocol) {
        return protocol.equals("UDP") || protocol.equals("SCTP") ? protocol : "TCP";
    }
}
