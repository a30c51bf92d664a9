package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Answer;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Many members of one pool added, deleted or, if nothing is said, replaced: all of them or none. */
final class MemberBatch {
    private final OtcState state;
    private final Creation creation;
    private final Thing pool;

    MemberBatch(OtcState state, Creation creation, Thing pool) {
        this.state = state;
        this.creation = creation;
        this.pool = pool;
    }

    Answer apply(Operation operation, Body body) {
        String action = body.values(name -> "null").getOrDefault("action", "replace") instanceof String given
                ? given
                : "replace";
        Field members = operation.body().stream()
                .filter(field -> field.name().equals("members"))
                .findFirst()
                .orElseThrow();
        List<Map<String, @Nullable Object>> entries = StreamSupport.stream(
                        body.sent().path("members").spliterator(), false)
                .map(entry -> entry(members, action, entry))
                .toList();
        switch (action) {
            case "delete" -> delete(entries);
            case "add" -> add(entries);
            default -> replace(entries);
        }
        state.locks().changed(pool);
        return Answer.of(operation.success());
    }

    private static Map<String, @Nullable Object> entry(Field members, String action, JsonNode entry) {
        return new Values(
                        members.fields(),
                        "RequestBody member",
                        name -> name.equals("action") ? action : "null",
                        OtcErrors::badAttribute)
                .read(entry);
    }

    private void delete(List<Map<String, @Nullable Object>> entries) {
        List<Thing> gone = entries.stream()
                .map(entry -> Creation.text(entry, "id"))
                .distinct()
                .map(this::member)
                .toList();
        state.atOnce(pool, () -> gone.forEach(state::remove));
    }

    private Thing member(String id) {
        Thing member = pool.below(OtcKind.MEMBER).get(id);
        if (member == null) {
            throw OtcErrors.notFound(OtcKind.MEMBER, id);
        }
        return member;
    }

    private void add(List<Map<String, @Nullable Object>> entries) {
        entries.forEach(entry -> Rules.refuseTakenEndpoint(pool, entry));
        Map<String, Map<String, @Nullable Object>> fresh = byEndpoint(entries);
        checkQuota(pool.all(OtcKind.MEMBER).size() + fresh.size());
        state.atOnce(pool, () -> fresh.values().forEach(this::add));
    }

    /** A member whose address and port are in the batch stays who it is. */
    private void replace(List<Map<String, @Nullable Object>> entries) {
        Map<String, Map<String, @Nullable Object>> wanted = byEndpoint(entries);
        checkQuota(wanted.size());
        List<Thing> gone = new ArrayList<>(pool.all(OtcKind.MEMBER));
        gone.removeIf(member -> wanted.containsKey(Thing.endpoint(member.attributes())));
        state.atOnce(pool, () -> {
            gone.forEach(state::remove);
            wanted.forEach((endpoint, entry) -> pool.memberAt(endpoint)
                    .ifPresentOrElse(member -> state.change(member, changes(entry)), () -> add(entry)));
        });
    }

    private static Map<String, @Nullable Object> changes(Map<String, @Nullable Object> entry) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>(entry);
        changes.keySet().retainAll(List.of("name", "weight"));
        return changes;
    }

    private void add(Map<String, @Nullable Object> entry) {
        state.addForClient(
                OtcKind.MEMBER, pool, creation.attributes(OtcKind.MEMBER, withoutId(entry)), withoutId(entry));
    }

    private static Map<String, @Nullable Object> withoutId(Map<String, @Nullable Object> entry) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(entry);
        rest.remove("id");
        return rest;
    }

    private Map<String, Map<String, @Nullable Object>> byEndpoint(List<Map<String, @Nullable Object>> entries) {
        Map<String, Map<String, @Nullable Object>> byEndpoint = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> entry : entries) {
            if (byEndpoint.put(Thing.endpoint(entry), entry) != null) {
                throw Rules.duplicate(pool, entry);
            }
        }
        return byEndpoint;
    }

    /** So many are to be in the pool. */
    private void checkQuota(int then) {
        state.checkQuota(OtcKind.MEMBER, then - 1);
    }
}
