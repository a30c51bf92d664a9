package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.octavia.OctaviaHandler;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;

/** Carries out operations. */
final class Routes {
    private final OtcState state;
    private final Rules rules;
    private final Creation creation;

    Routes(OtcState state, Certificates certificates) {
        this.state = state;
        this.rules = new Rules(state, certificates);
        this.creation = new Creation(state, rules);
    }

    Creation creation() {
        return creation;
    }

    Landscapes landscapes() {
        return new Landscapes(state, creation, rules);
    }

    /** @param path the parameters in the path */
    Answer answer(Operation operation, Map<String, String> path, RecordedRequest request) {
        String group = operation.group();
        if (group.equals("version")) {
            return versions(request);
        }
        if (group.endsWith("_tag")) {
            return tags(group, operation, path, request);
        }
        OtcKind kind = OtcKind.of(group).orElseThrow();
        return switch (operation.verb()) {
            case "list", "list_all" -> new Listing(operation, kind, request).of(all(kind, path));
            case "create" -> create(operation, kind, path, request);
            case "show" -> Answer.json(operation.success(), Views.wrapped(thing(kind, path)));
            case "update" -> update(operation, thing(kind, path), request);
            case "delete" -> delete(operation, thing(kind, path));
            case "status" -> Answer.json(operation.success(), StatusTree.of(thing(kind, path)));
            default -> batch(operation, path, request);
        };
    }

    private Answer tags(String group, Operation operation, Map<String, String> path, RecordedRequest request) {
        if (!path.getOrDefault("project_id", "").equals(OctaviaServer.PROJECT_ID)) {
            throw OtcErrors.refusal(400, "VPC.0007", "urlTenantId is not equal token TenantId.");
        }
        OtcKind kind = group.equals("listener_tag") ? OtcKind.LISTENER : OtcKind.LOAD_BALANCER;
        return new Tags(state, kind, operation, path).answer(request);
    }

    private Answer create(Operation operation, OtcKind kind, Map<String, String> path, RecordedRequest request) {
        Body body = Body.of(operation, kind, request);
        UnaryOperator<String> known = name -> switch (name) {
            case "pool.protocol" ->
                kind == OtcKind.POOL
                        ? body.sent().path("protocol").asText()
                        : protocol(body.sent().path("pool_id").asText());
            default -> "null";
        };
        Map<String, @Nullable Object> sent = body.values(known);
        for (Field field : operation.body()) {
            if (field.name().equals("rules")) {
                body.sent()
                        .path("rules")
                        .forEach(rule -> new Values(
                                        field.fields(), "RequestBody rule", name -> "null", OtcErrors::badAttribute)
                                .read(rule));
            }
        }
        return Answer.json(operation.success(), Views.wrapped(creation.create(kind, path, sent)));
    }

    private String protocol(String poolId) {
        return state.find(OtcKind.POOL, poolId)
                .map(pool -> pool.text("protocol"))
                .findFirst()
                .orElse("null");
    }

    private Answer update(Operation operation, Thing thing, RecordedRequest request) {
        Body body = Body.of(operation, thing.kind(), request);
        body.refuseFixed(Table.find(thing.kind().group() + ".create").orElseThrow());
        boolean losesCertificate = body.sent().path("default_tls_container_ref").isNull();
        if (losesCertificate && thing.text("protocol").equals("TERMINATED_HTTPS")) {
            throw OtcErrors.invalid(
                    "The default_tls_container_ref field of the TERMINATED_HTTPS listener does not allow"
                            + " updating to null");
        }
        Map<String, @Nullable Object> changes = body.values(name -> name.equals("pool.protocol")
                ? Views.owner(thing).kind() == OtcKind.POOL
                        ? Views.owner(thing).text("protocol")
                        : thing.text("protocol")
                : thing.text(name));
        state.locks().check(thing);
        rules.checkChange(thing, changes);
        state.change(thing, changes);
        state.locks().changed(thing);
        return Answer.json(operation.success(), Views.wrapped(thing));
    }

    private Answer delete(Operation operation, Thing thing) {
        state.locks().check(thing);
        rules.checkRemoval(thing);
        if (thing.kind() == OtcKind.POOL) {
            thing.users(OtcKind.LISTENER)
                    .forEach(listener -> state.change(listener, Creation.attributes("default_pool_id", null)));
        }
        List.copyOf(thing.all(OtcKind.L7_RULE)).forEach(state::remove);
        List.copyOf(thing.all(OtcKind.WHITELIST)).forEach(state::remove);
        state.remove(thing);
        if (thing.owner() != null) {
            state.locks().changed(thing);
        }
        return Answer.of(operation.success());
    }

    private Answer batch(Operation operation, Map<String, String> path, RecordedRequest request) {
        Thing pool = state.get(OtcKind.POOL, path.getOrDefault("pool_id", ""));
        Body body = Body.of(operation, OtcKind.MEMBER, request);
        state.locks().check(pool);
        return new MemberBatch(state, creation, pool).apply(operation, body);
    }

    /** By way of another pool or policy a member or rule is not found. */
    private Thing thing(OtcKind kind, Map<String, String> path) {
        String id = path.getOrDefault(kind.group() + "_id", "");
        Thing thing = all(kind, path).get(id);
        if (thing == null) {
            throw OtcErrors.notFound(kind, id);
        }
        return thing;
    }

    private NavigableMap<String, Thing> all(OtcKind kind, Map<String, String> path) {
        return switch (kind) {
            case MEMBER ->
                path.containsKey("pool_id")
                        ? state.get(OtcKind.POOL, path.getOrDefault("pool_id", ""))
                                .below(kind)
                        : state.all(kind);
            case L7_RULE ->
                state.get(OtcKind.L7_POLICY, path.getOrDefault("l7policy_id", ""))
                        .below(kind);
            default -> state.all(kind);
        };
    }

    private static Answer versions(RecordedRequest request) {
        Object self = List.of(Json.object("href", OctaviaHandler.origin(request) + "/v2.0", "rel", "self"));
        return Answer.json(
                200, Json.object("versions", List.of(Json.object("id", "v2.0", "status", "CURRENT", "links", self))));
    }
}
