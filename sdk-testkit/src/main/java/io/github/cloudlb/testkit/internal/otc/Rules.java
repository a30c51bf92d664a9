package io.github.cloudlb.testkit.internal.otc;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the resources must be to each other; the rules of single values are in the table. */
final class Rules {
    /** Listeners of this protocol take pools of that one, all others pools of their own. */
    private static final Map<String, String> POOL_PROTOCOL = Map.of("TERMINATED_HTTPS", "HTTP");

    private final OtcState state;
    private final Certificates certificates;

    Rules(OtcState state, Certificates certificates) {
        this.state = state;
        this.certificates = certificates;
    }

    Certificates certificates() {
        return certificates;
    }

    void checkNew(OtcKind kind, @Nullable Thing owner, Map<String, @Nullable Object> sent) {
        if (owner == null) {
            if (kind == OtcKind.CERTIFICATE) {
                certificates.checkNew(sent);
            } else if (sent.get("vip_address") != null) {
                state.addresses().refuseTaken(Creation.text(sent, "vip_address"));
            }
            return;
        }
        switch (kind) {
            case LISTENER -> {
                refuseTakenPort(owner, sent);
                checkReferences(null, owner, Creation.text(sent, "protocol"), sent);
            }
            case POOL -> checkListener(sent);
            case MEMBER -> refuseTakenEndpoint(owner, sent);
            case HEALTH_MONITOR, WHITELIST -> refuseSecond(kind, owner);
            case L7_POLICY -> {
                checkTargets(owner, sent);
                refuseRulesOfOneType(Creation.rulesOf(sent).stream().map(rule -> Creation.text(rule, "type")));
            }
            case L7_RULE ->
                refuseRulesOfOneType(Stream.concat(
                        Stream.of(Creation.text(sent, "type")),
                        owner.all(OtcKind.L7_RULE).stream().map(rule -> rule.text("type"))));
            default -> throw new IllegalArgumentException(kind + " belongs to nothing");
        }
    }

    void checkChange(Thing thing, Map<String, @Nullable Object> changes) {
        switch (thing.kind()) {
            case LISTENER -> checkReferences(thing, thing.loadBalancer(), thing.text("protocol"), changes);
            case L7_POLICY -> checkTargets(Views.owner(thing), changes);
            case CERTIFICATE -> certificates.checkChange(thing, changes);
            default -> {
                // The table's rules are enough.
            }
        }
    }

    /** What a client must take away first. */
    void checkRemoval(Thing thing) {
        Stream<Thing> users = switch (thing.kind()) {
            case LOAD_BALANCER -> Stream.concat(thing.all(OtcKind.LISTENER).stream(), thing.all(OtcKind.POOL).stream());
            case LISTENER ->
                Stream.concat(
                        state.find(OtcKind.POOL, thing.text("default_pool_id")),
                        Stream.concat(thing.all(OtcKind.L7_POLICY).stream(), thing.users(OtcKind.L7_POLICY).stream()));
            case POOL ->
                Stream.concat(
                        Stream.concat(thing.all(OtcKind.MEMBER).stream(), thing.all(OtcKind.HEALTH_MONITOR).stream()),
                        thing.users(OtcKind.L7_POLICY).stream());
            case CERTIFICATE -> thing.users(OtcKind.LISTENER).stream();
            default -> Stream.empty();
        };
        users.findFirst().ifPresent(user -> {
            throw OtcErrors.inUse(user.kind(), user.id(), thing.kind());
        });
    }

    private static void refuseTakenPort(Thing loadBalancer, Map<String, @Nullable Object> sent) {
        Object port = sent.get("protocol_port");
        if (loadBalancer.all(OtcKind.LISTENER).stream()
                .anyMatch(other -> Objects.equals(other.attributes().get("protocol_port"), port))) {
            throw OtcErrors.refusal(
                    400,
                    "ELB.6200",
                    "Load Balancer " + loadBalancer.id() + " already has a listener with protocol_port of " + port
                            + ".");
        }
    }

    static void refuseTakenEndpoint(Thing pool, Map<String, @Nullable Object> member) {
        if (pool.memberAt(Thing.endpoint(member)).isPresent()) {
            throw duplicate(pool, member);
        }
    }

    static RuntimeException duplicate(Thing pool, Map<String, ? extends @Nullable Object> member) {
        return OtcErrors.conflict("Member with address " + member.get("address") + " and protocol_port "
                + member.get("protocol_port") + " already present in pool " + pool.id() + ".");
    }

    private static void refuseSecond(OtcKind kind, Thing owner) {
        owner.all(kind).stream().findFirst().ifPresent(first -> {
            throw OtcErrors.conflict(owner.kind().wrapper() + " " + owner.id() + " already has " + kind.wrapper() + " "
                    + first.id() + ".");
        });
    }

    private static void refuseRulesOfOneType(Stream<String> types) {
        List<String> all = types.toList();
        if (all.stream().distinct().count() < all.size()) {
            throw OtcErrors.invalid("An l7policy can have only one rule of each type.");
        }
    }

    private void checkListener(Map<String, @Nullable Object> pool) {
        if (pool.get("listener_id") != null) {
            Thing listener = state.get(OtcKind.LISTENER, Creation.text(pool, "listener_id"));
            checkProtocols(listener.text("protocol"), Creation.text(pool, "protocol"));
            if (listener.attributes().get("default_pool_id") != null) {
                throw OtcErrors.conflict("listener " + listener.id() + " already has a default pool "
                        + listener.text("default_pool_id") + ".");
            }
        }
    }

    private static void checkProtocols(String listener, String pool) {
        if (!POOL_PROTOCOL.getOrDefault(listener, listener).equals(pool)) {
            throw OtcErrors.invalid(
                    "Listener protocol " + listener + " and pool protocol " + pool + " are not compatible.");
        }
    }

    private void checkReferences(
            @Nullable Thing listener, Thing loadBalancer, String protocol, Map<String, @Nullable Object> sent) {
        if (sent.get("default_pool_id") != null) {
            Thing pool = state.get(OtcKind.POOL, Creation.text(sent, "default_pool_id"));
            checkSameLoadBalancer(pool, loadBalancer);
            checkProtocols(protocol, pool.text("protocol"));
            pool.users().stream().filter(user -> user != listener).findFirst().ifPresent(user -> {
                throw OtcErrors.inUse(user.kind(), user.id(), pool.kind());
            });
        }
        for (String name : List.of("default_tls_container_ref", "client_ca_tls_container_ref")) {
            if (sent.get(name) != null) {
                state.get(OtcKind.CERTIFICATE, Creation.text(sent, name));
            }
        }
        if (sent.get("sni_container_refs") instanceof List<?> refs) {
            refs.forEach(ref -> state.get(OtcKind.CERTIFICATE, String.valueOf(ref)));
        }
    }

    private void checkTargets(Thing listener, Map<String, @Nullable Object> sent) {
        if (sent.get("redirect_pool_id") != null) {
            Thing pool = state.get(OtcKind.POOL, Creation.text(sent, "redirect_pool_id"));
            checkSameLoadBalancer(pool, listener.loadBalancer());
            pool.users(OtcKind.LISTENER).stream()
                    .filter(user -> user != listener)
                    .findFirst()
                    .ifPresent(user -> {
                        throw OtcErrors.inUse(user.kind(), user.id(), pool.kind());
                    });
        }
        if (sent.get("redirect_listener_id") != null) {
            Thing target = state.get(OtcKind.LISTENER, Creation.text(sent, "redirect_listener_id"));
            checkSameLoadBalancer(target, listener.loadBalancer());
            boolean secure = target.text("protocol").equals("TERMINATED_HTTPS");
            if (!secure || !listener.text("protocol").equals("HTTP")) {
                throw OtcErrors.invalid("A redirection leads from an HTTP listener to a TERMINATED_HTTPS listener.");
            }
        }
    }

    private static void checkSameLoadBalancer(Thing thing, Thing loadBalancer) {
        if (thing.loadBalancer() != loadBalancer) {
            throw OtcErrors.invalid(
                    thing.kind().wrapper() + " " + thing.id() + " is not of load balancer " + loadBalancer.id() + ".");
        }
    }
}
