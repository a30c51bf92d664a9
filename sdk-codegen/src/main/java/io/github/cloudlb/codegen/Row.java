package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An object of a reference file, read by taking its keys one by one: what nobody took is an error, so nothing is lost. */
final class Row {
    private final ObjectNode rest;
    private final String place;

    private Row(ObjectNode rest, String place) {
        this.rest = rest;
        this.place = place;
    }

    static Row of(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            return new Row(object.deepCopy(), place);
        }
        throw new TableException(place + ": an object expected, found " + node);
    }

    boolean has(String key) {
        return rest.has(key);
    }

    @Nullable
    JsonNode take(String key) {
        return rest.remove(key);
    }

    JsonNode need(String key) {
        JsonNode value = rest.remove(key);
        if (value == null) {
            throw fail("has no " + key);
        }
        return value;
    }

    String text(String key) {
        JsonNode value = need(key);
        if (!value.isString()) {
            throw fail(key + " is no text: " + value);
        }
        return value.stringValue();
    }

    boolean flag(String key) {
        return need(key).asBoolean();
    }

    /** The rows of an array of named objects, or none if there is no such key or it is null. */
    List<Row> rows(String key) {
        JsonNode value = rest.remove(key);
        if (value == null || value.isNull()) {
            return List.of();
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(element -> of(element, within(element.path("name").asString(key))))
                .toList();
    }

    Row row(String key) {
        return of(need(key), within(key));
    }

    /** Everything not taken yet, by key, in the order of the file. */
    List<Map.Entry<String, JsonNode>> remaining() {
        List<Map.Entry<String, JsonNode>> entries = List.copyOf(rest.properties());
        rest.removeAll();
        return entries;
    }

    void drop(String... keys) {
        rest.remove(List.of(keys));
    }

    void done() {
        if (!rest.isEmpty()) {
            throw fail("unknown key " + String.join(", ", rest.propertyNames()));
        }
    }

    String place() {
        return place;
    }

    String within(String name) {
        return place + (place.endsWith(":") ? " " : ".") + name;
    }

    TableException fail(String problem) {
        return new TableException((place.endsWith(":") ? place : place + ":") + " " + problem);
    }
}
