package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Which resources have all the tags asked for; one of the values of a key is enough. */
final class TagQuery {
    private static final int DEFAULT_LIMIT = 1000;

    private final JsonNode query;

    TagQuery(JsonNode query) {
        this.query = query;
    }

    Answer answer(Collection<Thing> things) {
        List<Thing> found = things.stream().filter(this::isFound).toList();
        if (query.path("action").asText().equals("count")) {
            return Answer.json(200, Json.object("total_count", found.size()));
        }
        // Numbers by the table, texts in its examples; both are read.
        int limit = query.path("limit").asInt(DEFAULT_LIMIT);
        int offset = query.path("offset").asInt(0);
        List<Map<String, Object>> page =
                found.stream().skip(offset).limit(limit).map(TagQuery::view).toList();
        return Answer.json(200, Json.object("resources", page, "total_count", found.size()));
    }

    private boolean isFound(Thing thing) {
        boolean named = StreamSupport.stream(query.path("matches").spliterator(), false)
                .allMatch(
                        match -> thing.text("name").contains(match.path("value").asText()));
        return named
                && StreamSupport.stream(query.path("tags").spliterator(), false)
                        .allMatch(tag -> has(thing, tag.path("key").asText(), tag.path("values")));
    }

    private static boolean has(Thing thing, String key, JsonNode values) {
        String value = thing.tags().get(key);
        return value != null
                && (values.isEmpty()
                        || StreamSupport.stream(values.spliterator(), false)
                                .map(JsonNode::asText)
                                .anyMatch(wanted -> wanted.startsWith("*")
                                        ? value.contains(wanted.substring(1))
                                        : value.equals(wanted)));
    }

    private static Map<String, Object> view(Thing thing) {
        return Json.object(
                "resource_id",
                thing.id(),
                "resource_detail",
                null,
                "tags",
                Tags.listed(thing.tags()),
                "resource_name",
                thing.text("name"),
                "super_resource_id",
                thing.kind() == OtcKind.LISTENER ? thing.loadBalancer().id() : "");
    }
}
