package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What must fit together in a pool. Source: controllers/pool.py of Octavia 11.0.0. */
final class PoolChecks {

    private PoolChecks() {}

    /** Completes the attributes, too. */
    static void forNew(Map<String, Object> attributes) {
        Persistence.check(String.valueOf(attributes.get("protocol")), attributes.get("session_persistence"), true);
        complete(attributes);
        if (attributes.get("crl_container_ref") != null && attributes.get("ca_tls_container_ref") == null) {
            throw invalid("A CA certificate reference is required to specify a revocation list.");
        }
        if (Boolean.TRUE.equals(attributes.get("tls_enabled"))) {
            Tls.complete(attributes);
            Tls.check(attributes);
        }
    }

    static void forChange(Map<String, Object> changes, Resource pool) {
        Object persistence = changes.get("session_persistence");
        if (persistence instanceof Map<?, ?> sent && sent.get("type") == null) {
            changes.put("session_persistence", withTypeOf(pool, sent));
        }
        Persistence.check(pool.text("protocol"), changes.get("session_persistence"), false);
        complete(changes);
        boolean list = has("crl_container_ref", changes, pool);
        if (list && !has("ca_tls_container_ref", changes, pool)) {
            throw invalid(
                    pool.attributes().get("ca_tls_container_ref") == null
                            ? "A CA reference is required to specify a certificate revocation list."
                            : "A CA reference cannot be removed when a certificate revocation list is present.");
        }
        Tls.check(changes);
    }

    /** A change of the cookie alone keeps the type; without a type there is nothing to keep. */
    private static Map<String, Object> withTypeOf(Resource pool, Map<?, ?> sent) {
        Object type =
                pool.attributes().get("session_persistence") instanceof Map<?, ?> before ? before.get("type") : null;
        if (sent.isEmpty() || type == null) {
            throw invalid("Invalid session_persistence provided.");
        }
        Map<String, Object> typed = Json.object("type", type);
        sent.forEach((name, value) -> typed.put(String.valueOf(name), value));
        return typed;
    }

    private static void complete(Map<String, Object> attributes) {
        if (attributes.get("session_persistence") instanceof Map<?, ?> sent) {
            Map<String, Object> whole = Json.object(
                    "type", null, "cookie_name", null, "persistence_timeout", null, "persistence_granularity", null);
            sent.forEach((name, value) -> whole.put(String.valueOf(name), value));
            attributes.put("session_persistence", whole);
        }
    }

    private static boolean has(String name, Map<String, Object> changes, Resource pool) {
        @Nullable
        Object value = changes.containsKey(name)
                ? changes.get(name)
                : pool.attributes().get(name);
        return value != null;
    }

    private static Refusal invalid(String detail) {
        return new Refusal(OctaviaErrors.validation(detail));
    }
}
