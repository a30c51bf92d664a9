package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tags of load balancers or listeners. This API came from another service, and so did its codes.
 *
 * @see <a href="https://docs.otc.t-systems.com/elastic-load-balancing/api-ref/apis_v2.0/tag/status_codes.html">Status
 *     codes</a>
 */
final class Tags {
    /** By the pages of the operations; the page of the codes says 10. */
    private static final int MOST = 20;

    private final OtcState state;
    private final OtcKind kind;
    private final Operation operation;
    private final Map<String, String> path;

    Tags(OtcState state, OtcKind kind, Operation operation, Map<String, String> path) {
        this.state = state;
        this.kind = kind;
        this.operation = operation;
        this.path = path;
    }

    Answer answer(RecordedRequest request) {
        return switch (operation.verb()) {
            case "list" -> Answer.json(200, Json.object("tags", listed(thing().tags())));
            case "list_all" -> Answer.json(200, Json.object("tags", all()));
            case "query_resources" ->
                new TagQuery(body(request)).answer(state.all(kind).values());
            case "create" -> {
                JsonNode tag = body(request);
                set(thing(), Map.of(tag.path("key").asText(), tag.path("value").asText()));
                yield Answer.of(operation.success());
            }
            case "batch" -> batch(body(request));
            default -> {
                if (!thing().untag(path.getOrDefault("key", ""))) {
                    throw notFound("The resource could not be found.");
                }
                yield Answer.of(operation.success());
            }
        };
    }

    /** Creates, or as other clients of the same service do, deletes. */
    private Answer batch(JsonNode body) {
        Thing thing = thing();
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonNode tag : body.path("tags")) {
            if (tags.put(tag.path("key").asText(), tag.path("value").asText()) != null) {
                throw bad("Tag key is repeated.");
            }
        }
        if (body.path("action").asText().equals("delete")) {
            tags.keySet().forEach(thing::untag);
        } else {
            set(thing, tags);
        }
        return Answer.of(operation.success());
    }

    private static void set(Thing thing, Map<String, String> tags) {
        Map<String, String> all = new LinkedHashMap<>(thing.tags());
        all.putAll(tags);
        if (all.size() > MOST) {
            throw refusal(
                    "VPC.1814",
                    "Invalid input for operation: resource_id: " + thing.id() + ", number of tags exceed max num of "
                            + MOST + ".");
        }
        thing.tag(tags);
    }

    private Thing thing() {
        String id = path.getOrDefault(kind.group() + "_id", "");
        return state.find(kind, id)
                .findFirst()
                .orElseThrow(() -> notFound("Resource " + kind.group() + " " + id + " could not be found."));
    }

    /** Each key with all the values it has anywhere. */
    private List<Map<String, Object>> all() {
        Map<String, Set<String>> values = new TreeMap<>();
        state.all(kind)
                .values()
                .forEach(thing -> thing.tags()
                        .forEach((key, value) -> values.computeIfAbsent(key, unseen -> new LinkedHashSet<>())
                                .add(value)));
        return values.entrySet().stream()
                .map(one -> Json.object("key", one.getKey(), "values", one.getValue()))
                .toList();
    }

    static List<Map<String, Object>> listed(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Json.object("key", tag.getKey(), "value", tag.getValue()))
                .toList();
    }

    /** The action is looked at here, as there is one that the table is not sure of. */
    private JsonNode body(RecordedRequest request) {
        JsonNode sent = Body.object(operation.wrapper(), "Tag", request);
        boolean deletes =
                operation.verb().equals("batch") && sent.path("action").asText().equals("delete");
        for (Field field : operation.body()) {
            if (field.name().equals("action") && deletes) {
                continue;
            }
            new Values(List.of(field), "RequestBody", name -> "null", Tags::bad).read(sent);
            if (field.name().equals("tags")) {
                sent.path("tags").forEach(tag -> checkTag(field, tag, deletes));
            }
        }
        if (operation.verb().equals("create")) {
            refuseEmptyKey(sent);
        }
        return sent;
    }

    private static void checkTag(Field tags, JsonNode tag, boolean deletes) {
        for (Field part : tags.fields()) {
            if (!deletes || part.name().equals("key")) {
                new Values(List.of(part), "RequestBody tag", name -> "null", Tags::bad).read(tag);
            }
        }
        refuseEmptyKey(tag);
    }

    private static void refuseEmptyKey(JsonNode tag) {
        if (tag.path("key").asText().isEmpty()) {
            throw bad("Tag key can not be null.");
        }
    }

    private static Refusal notFound(String text) {
        return refusal("VPC.1814", text);
    }

    private static Refusal bad(String text) {
        return refusal("VPC.1801", text);
    }

    private static Refusal refusal(String code, String text) {
        return OtcErrors.refusal(400, code, text);
    }
}
