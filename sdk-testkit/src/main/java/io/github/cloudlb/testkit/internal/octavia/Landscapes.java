package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Builds what a test describes: it exists at once and is ready for use. */
final class Landscapes {
    static final String QUOTAS = "quotas";
    private static final List<String> STATUSES = List.of("provisioning_status", "operating_status");
    private static final String SUBNET = "6a1c6d50-0000-4000-8000-000000000002";

    private final OctaviaState state;

    Landscapes(OctaviaState state) {
        this.state = state;
    }

    /**
     * Adds one resource, unchecked.
     *
     * @param wrapper as bodies name it
     */
    Resource add(String wrapper, @Nullable Resource owner, Map<String, Object> attributes) {
        Kind kind = Stream.of(Kind.values())
                .filter(one -> one.wrapper().equals(wrapper))
                .findFirst()
                .orElseThrow();
        if (owner != null) {
            Branch.checkOwner(owner, kind);
        }
        return add(kind, owner, state.newId(kind.idPrefix()), Shape.of(kind).completed(attributes));
    }

    void seed(Map<String, Object> landscape) {
        Map<String, Object> rest = new LinkedHashMap<>(landscape);
        Object quotas = rest.remove(QUOTAS);
        for (Branch branch : Branch.TOP) {
            build(branch, null, "", rest.remove(branch.name()));
        }
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("A landscape has no " + String.join(", ", rest.keySet()));
        }
        if (quotas != null) {
            object(QUOTAS, quotas).forEach(this::limit);
        }
    }

    private void limit(String project, Object written) {
        String place = QUOTAS + "." + project;
        Map<String, Object> limits = object(place, written);
        limits.forEach((name, most) -> {
            if (!(most instanceof Integer)) {
                throw new IllegalArgumentException(place + "." + name + " is no whole number but " + most);
            }
        });
        state.quotas().set(project, limits);
    }

    private void build(Branch branch, @Nullable Resource owner, String place, @Nullable Object written) {
        if (written == null) {
            return;
        }
        List<?> all = written instanceof List<?> list ? list : List.of(written);
        for (int i = 0; i < all.size(); i++) {
            String here = place + branch.name() + (branch.many() ? "[" + i + "]" : "");
            Map<String, Object> one = object(here, all.get(i));
            try {
                build(branch.kind(), owner, here, one);
            } catch (Refusal refusal) {
                throw new IllegalArgumentException(here + ": " + text(refusal), refusal);
            } catch (BadValue bad) {
                throw new IllegalArgumentException(here + ": " + bad.message(), bad);
            }
        }
    }

    private void build(Kind kind, @Nullable Resource owner, String place, Map<String, Object> written) {
        Map<String, Object> sent = new LinkedHashMap<>(written);
        Branch.below(kind).forEach(branch -> sent.remove(branch.name()));
        Shape.refuseTies(sent.keySet());
        STATUSES.forEach(sent::remove);
        Object wanted = sent.remove("id");
        String id = wanted == null ? state.newId(kind.idPrefix()) : wanted.toString();
        if (state.find(id).isPresent()) {
            throw new IllegalArgumentException(place + ": there is something with the id " + id + " already");
        }
        complete(kind, owner, sent);
        Shape shape = Shape.of(kind);
        Map<String, Object> attributes = shape.completed(
                shape.creation().read(Json.read(Json.write(sent)).orElseThrow(), place));
        check(kind, owner, attributes);
        Resource made = add(kind, owner, id, attributes);
        Branch.below(kind).forEach(branch -> build(branch, made, place + ".", written.get(branch.name())));
        if (written.get("provisioning_status") instanceof String status) {
            made.becomes(status);
        }
        if (written.get("operating_status") instanceof String status) {
            made.attributes().put("operating_status", status);
        }
    }

    private Resource add(Kind kind, @Nullable Resource owner, String id, Map<String, Object> attributes) {
        if (kind == Kind.LOAD_BALANCER) {
            Growth.complete(state, attributes);
        } else if (kind == Kind.HEALTH_MONITOR) {
            MonitorChecks.complete(attributes);
        }
        if (kind.isInTree()) {
            attributes.put("provisioning_status", "ACTIVE");
        }
        Resource made = state.add(kind, owner, id, attributes);
        if (kind == Kind.LOAD_BALANCER) {
            Amphorae.allot(state, made);
        }
        return made;
    }

    /** What a client would have to say, but the landscape tells by its form, or by a name instead of an id. */
    private void complete(Kind kind, @Nullable Resource owner, Map<String, Object> sent) {
        if (kind == Kind.LOAD_BALANCER && Growth.hasNoVip(sent)) {
            sent.put("vip_subnet_id", SUBNET);
        }
        Collection<Resource> pools = List.of();
        if (owner != null) {
            String above = owner.kind().group() + "_id";
            if (Shape.of(kind).creation().has(above)) {
                sent.put(above, owner.id());
            }
            pools = owner.loadBalancer().children().of(Kind.POOL);
        }
        named(sent, "default_pool_id", pools);
        named(sent, "redirect_pool_id", pools);
        named(sent, "flavor_id", state.all(Kind.FLAVOR));
        named(sent, "flavor_profile_id", state.all(Kind.FLAVOR_PROFILE));
        named(sent, "availability_zone_profile_id", state.all(Kind.ZONE_PROFILE));
    }

    private static void named(Map<String, Object> sent, String attribute, Collection<Resource> resources) {
        if (sent.get(attribute) instanceof String name) {
            for (Resource resource : resources) {
                if (resource.text("name").equals(name)) {
                    sent.put(attribute, resource.id());
                }
            }
        }
    }

    private void check(Kind kind, @Nullable Resource owner, Map<String, Object> attributes) {
        if (owner == null) {
            if (kind == Kind.LOAD_BALANCER) {
                new Placement(state).checkKnown(attributes);
            }
            return;
        }
        switch (kind) {
            case LISTENER -> {
                ListenerChecks checks = new ListenerChecks(state);
                checks.pool(String.valueOf(attributes.get("protocol")), attributes);
                checks.forNew(attributes, owner);
            }
            case POOL -> PoolChecks.forNew(attributes);
            case MEMBER -> MemberBatch.refuseDuplicate(attributes, owner);
            case HEALTH_MONITOR -> {
                MonitorChecks.protocol(attributes, owner.text("protocol"));
                MonitorChecks.forNew(attributes, owner);
            }
            case L7_POLICY -> {
                Redirects.forNew(attributes);
                if (attributes.get("redirect_pool_id") != null) {
                    state.get(Kind.POOL, String.valueOf(attributes.get("redirect_pool_id")));
                }
            }
            case L7_RULE -> RuleChecks.check(attributes);
            default -> {}
        }
    }

    private static Map<String, Object> object(String place, @Nullable Object written) {
        if (!(written instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(place + " is no map but " + written);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    private static String text(Refusal refusal) {
        return Json.read(refusal.answer().body())
                .map(body -> body.path("faultstring").asText())
                .orElse("");
    }
}
