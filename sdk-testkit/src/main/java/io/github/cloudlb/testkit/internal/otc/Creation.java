package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.OctaviaServer;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes resources for clients. */
final class Creation {
    /** What a resource of a kind has if nothing was sent. */
    private static final Map<OtcKind, Map<String, @Nullable Object>> INITIAL = initial();

    private final OtcState state;
    private final Rules rules;

    Creation(OtcState state, Rules rules) {
        this.state = state;
        this.rules = rules;
    }

    /** @param sent checked against the table */
    Thing create(OtcKind kind, Map<String, String> path, Map<String, @Nullable Object> sent) {
        Thing owner = owner(kind, path, sent);
        if (owner != null) {
            state.locks().check(owner);
        }
        rules.checkNew(kind, owner, sent);
        state.checkQuota(
                kind,
                kind == OtcKind.MEMBER && owner != null
                        ? owner.all(kind).size()
                        : state.all(kind).size());
        Thing made = state.addForClient(kind, owner, attributes(kind, sent), sent);
        if (kind == OtcKind.POOL && sent.get("listener_id") != null) {
            state.change(
                    state.get(OtcKind.LISTENER, text(sent, "listener_id")), attributes("default_pool_id", made.id()));
        }
        if (kind == OtcKind.L7_POLICY) {
            rulesOf(sent)
                    .forEach(
                            rule -> state.addForClient(OtcKind.L7_RULE, made, attributes(OtcKind.L7_RULE, rule), rule));
        }
        state.locks().changed(made);
        return made;
    }

    /** With initial values for what was not sent. */
    Map<String, @Nullable Object> attributes(OtcKind kind, Map<String, ? extends @Nullable Object> sent) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(INITIAL.getOrDefault(kind, Map.of()));
        sent.forEach((name, value) -> {
            if (attributes.containsKey(name)) {
                attributes.put(name, value);
            }
        });
        if (kind == OtcKind.LOAD_BALANCER) {
            attributes.put("vip_port_id", state.foreignId());
            if (sent.get("vip_address") == null) {
                attributes.put("vip_address", state.addresses().fresh());
            }
        }
        if (kind == OtcKind.CERTIFICATE) {
            attributes.put("expire_time", rules.certificates().end(text(sent, "certificate")));
        }
        return attributes;
    }

    private static Map<OtcKind, Map<String, @Nullable Object>> initial() {
        Map<OtcKind, Map<String, @Nullable Object>> all = new EnumMap<>(OtcKind.class);
        for (OtcKind kind : OtcKind.values()) {
            Operation creation = Table.find(kind.group() + ".create").orElseThrow();
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            for (Field field : Table.answered(kind)) {
                if (!field.is("readOnly")) {
                    attributes.put(field.name(), initial(creation, field));
                }
            }
            all.put(kind, attributes);
        }
        return all;
    }

    /** The documentation is silent about a few; what it has in their place comes from neutron-lbaas, its ancestor. */
    private static @Nullable Object initial(Operation creation, Field answered) {
        return switch (answered.name()) {
            case "tenant_id" -> OctaviaServer.PROJECT_ID;
            case "provider" -> "vlb";
            case "max_retries_down" -> 3;
            case "expected_codes" -> "200";
            default ->
                creation.body().stream()
                        .filter(field -> field.name().equals(answered.name()))
                        .filter(field -> field.rules().has("default"))
                        .findFirst()
                        .orElse(answered)
                        .initial();
        };
    }

    private @Nullable Thing owner(OtcKind kind, Map<String, String> path, Map<String, @Nullable Object> sent) {
        return switch (kind) {
            case LOAD_BALANCER, CERTIFICATE -> null;
            case LISTENER -> state.get(OtcKind.LOAD_BALANCER, text(sent, "loadbalancer_id"));
            case POOL -> ownerOfPool(sent);
            case MEMBER -> state.get(OtcKind.POOL, path.getOrDefault("pool_id", ""));
            case HEALTH_MONITOR -> state.get(OtcKind.POOL, text(sent, "pool_id"));
            case L7_POLICY, WHITELIST -> state.get(OtcKind.LISTENER, text(sent, "listener_id"));
            case L7_RULE -> state.get(OtcKind.L7_POLICY, path.getOrDefault("l7policy_id", ""));
        };
    }

    private Thing ownerOfPool(Map<String, @Nullable Object> sent) {
        if (sent.get("listener_id") != null) {
            return state.get(OtcKind.LISTENER, text(sent, "listener_id")).loadBalancer();
        }
        if (sent.get("loadbalancer_id") != null) {
            return state.get(OtcKind.LOAD_BALANCER, text(sent, "loadbalancer_id"));
        }
        throw OtcErrors.badAttribute("RequestBody pool[loadbalancer_id] and pool[listener_id] both are null, this has"
                + " at least one parameter.");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rulesOf(Map<String, @Nullable Object> policy) {
        return (List<Map<String, Object>>) Objects.requireNonNullElse(policy.get("rules"), List.of());
    }

    static Map<String, @Nullable Object> attributes(String name, @Nullable Object value) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put(name, value);
        return attributes;
    }

    static String text(Map<String, ? extends @Nullable Object> sent, String name) {
        return String.valueOf(sent.get(name));
    }
}
