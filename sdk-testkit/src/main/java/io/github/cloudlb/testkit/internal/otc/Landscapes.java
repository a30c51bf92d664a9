package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes all there is down as plain maps and lists, and builds it from them. */
final class Landscapes {
    private static final String SUBNET = "6a1c6d50-0000-4000-8000-000000000002";
    private static final Set<String> OWN = Set.of("id", "provisioning_status", "operating_status", "tags");

    private final OtcState state;
    private final Creation creation;
    private final Rules rules;

    Landscapes(OtcState state, Creation creation, Rules rules) {
        this.state = state;
        this.creation = creation;
        this.rules = rules;
    }

    Map<String, Object> export() {
        Map<String, Object> landscape = new LinkedHashMap<>();
        for (Branch branch : Branch.TOP) {
            Collection<Thing> things = state.all(branch.kind()).values();
            if (!things.isEmpty()) {
                landscape.put(
                        branch.name(), things.stream().map(Landscapes::written).toList());
            }
        }
        return landscape;
    }

    private static Map<String, Object> written(Thing thing) {
        Map<String, Object> written = new LinkedHashMap<>();
        Set<String> names = settable(thing.kind()).stream().map(Field::name).collect(Collectors.toSet());
        thing.attributes().forEach((name, value) -> {
            boolean owner = name.equals("tenant_id") || name.equals("listener_id");
            if (value != null && !owner && (names.contains(name) || OWN.contains(name))) {
                written.put(name, value);
            }
        });
        if (!thing.tags().isEmpty()) {
            written.put("tags", new LinkedHashMap<>(thing.tags()));
        }
        for (Branch branch : Branch.below(thing.kind())) {
            List<Map<String, Object>> all =
                    thing.all(branch.kind()).stream().map(Landscapes::written).toList();
            if (!all.isEmpty()) {
                written.put(branch.name(), branch.many() ? all : all.get(0));
            }
        }
        return written;
    }

    void seed(Map<String, Object> landscape) {
        Set<String> known = names(Branch.TOP);
        refuseUnknown("the landscape", landscape, known);
        List<Runnable> policies = new ArrayList<>();
        Branch.TOP.forEach(branch -> build(branch, null, landscape.get(branch.name()), policies));
        // Policies may lead to what is written further down.
        policies.forEach(Runnable::run);
    }

    private void build(Branch branch, @Nullable Thing owner, @Nullable Object written, List<Runnable> later) {
        if (written == null) {
            return;
        }
        List<?> all = written instanceof List<?> list ? list : List.of(written);
        for (int i = 0; i < all.size(); i++) {
            String place = (owner == null ? "" : owner.kind().wrapper() + " " + owner.text("name") + ": ")
                    + branch.name()
                    + (branch.many() ? "[" + i + "]" : "");
            if (!(all.get(i) instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException(place + " is no map but " + all.get(i));
            }
            Map<String, Object> one = new LinkedHashMap<>();
            map.forEach((name, value) -> one.put(String.valueOf(name), value));
            if (branch.kind() == OtcKind.L7_POLICY) {
                later.add(() -> one(branch, owner, place, one, later));
            } else {
                one(branch, owner, place, one, later);
            }
        }
    }

    private void one(
            Branch branch, @Nullable Thing owner, String place, Map<String, Object> written, List<Runnable> later) {
        OtcKind kind = branch.kind();
        Set<String> known = names(Branch.below(kind));
        settable(kind).forEach(field -> known.add(field.name()));
        known.addAll(OWN);
        known.remove("tenant_id");
        refuseUnknown(place, written, known);
        Map<String, Object> sent = new LinkedHashMap<>(written);
        names(Branch.below(kind)).forEach(sent::remove);
        sent.remove("tags");
        complete(branch, owner, sent);
        Object id = written.get("id");
        Thing made = state.add(
                kind, id == null ? state.newId(kind) : id.toString(), owner, attributes(kind, owner, place, sent));
        for (String status : List.of("provisioning_status", "operating_status")) {
            if (written.get(status) != null) {
                made.attributes().put(status, written.get(status));
            }
        }
        if (written.get("tags") instanceof Map<?, ?> tags) {
            tags.forEach((key, value) -> made.tag(Map.of(String.valueOf(key), String.valueOf(value))));
        }
        Branch.below(kind).forEach(below -> build(below, made, written.get(below.name()), later));
    }

    /** What a client would have to say, but the landscape tells by its form, or need not say. */
    private void complete(Branch branch, @Nullable Thing owner, Map<String, Object> sent) {
        if (owner == null) {
            if (branch.kind() == OtcKind.LOAD_BALANCER) {
                sent.putIfAbsent("vip_subnet_id", SUBNET);
            }
            return;
        }
        if (!branch.owner().isEmpty()) {
            sent.put(branch.owner(), owner.id());
        }
        if (branch.kind() == OtcKind.MEMBER) {
            sent.putIfAbsent("subnet_id", owner.loadBalancer().text("vip_subnet_id"));
        }
        named(sent, "default_pool_id", owner.loadBalancer().all(OtcKind.POOL));
        named(sent, "redirect_pool_id", owner.loadBalancer().all(OtcKind.POOL));
        named(sent, "redirect_listener_id", owner.loadBalancer().all(OtcKind.LISTENER));
        named(sent, "default_tls_container_ref", state.all(OtcKind.CERTIFICATE).values());
    }

    /** Whoever writes a landscape by hand names things by their names. */
    private static void named(Map<String, Object> sent, String attribute, Collection<Thing> things) {
        things.stream()
                .filter(thing -> thing.text("name").equals(String.valueOf(sent.get(attribute))))
                .findFirst()
                .ifPresent(thing -> sent.put(attribute, thing.id()));
    }

    /** Checked like what a client sends, but refused in a test's own words. */
    private Map<String, @Nullable Object> attributes(
            OtcKind kind, @Nullable Thing owner, String place, Map<String, Object> sent) {
        UnaryOperator<String> known = name -> {
            boolean ofPool = name.equals("pool.protocol");
            return ofPool && kind == OtcKind.POOL
                    ? String.valueOf(sent.get("protocol"))
                    : ofPool && owner != null ? owner.text("protocol") : "null";
        };
        try {
            Map<String, @Nullable Object> values = new Values(settable(kind), "", known, OtcErrors::badAttribute)
                    .read(Json.read(Json.write(sent)).orElseThrow());
            rules.checkNew(kind, owner, values);
            return creation.attributes(kind, values);
        } catch (Refusal refusal) {
            String text = Json.read(refusal.answer().body())
                    .map(body -> body.path("error_msg").asText())
                    .orElse("");
            throw new IllegalArgumentException(place + ": " + text, refusal);
        }
    }

    private static List<Field> settable(OtcKind kind) {
        return Table.find(kind.group() + ".create").orElseThrow().body();
    }

    private static Set<String> names(List<Branch> branches) {
        return branches.stream().map(Branch::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refuseUnknown(String place, Map<String, Object> written, Set<String> known) {
        written.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(place + " has no " + name + ", only " + known);
                });
    }
}
