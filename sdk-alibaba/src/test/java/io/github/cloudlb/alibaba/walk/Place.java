package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a field stands in a request that has all fields.
 *
 * @param at the object around it, such as {@code /Servers/0}
 * @param accessor its name in Java
 * @param shape what it is in Java
 * @param beside all fields of the object around it
 * @param top all fields of the request
 */
record Place(
        JsonNode request,
        String at,
        TableField field,
        String accessor,
        JavaShape shape,
        List<TableField> beside,
        List<TableField> top) {
    /** As the SDK names it: {@code Servers[0].Port}. */
    String name() {
        return (at + "/" + field.name())
                .substring(1)
                .replaceAll("/(\\d+)", "[$1]")
                .replace('/', '.');
    }

    /** A value that cannot be built goes by its name in Java, one that is none by that of its type. */
    List<String> names() {
        return List.of(name(), accessor, shape.type().getSimpleName());
    }

    JsonNode without() {
        JsonNode copy = request.deepCopy();
        around(copy).remove(field.name());
        return copy;
    }

    JsonNode with(String text) {
        JsonNode copy = request.deepCopy();
        around(copy).set(field.name(), Scalars.toJson(text, field));
        return copy;
    }

    JsonNode with(long number) {
        return with(String.valueOf(number));
    }

    /** The list with so many entries, all like the first. */
    JsonNode withItems(long count) {
        JsonNode copy = request.deepCopy();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (long i = 0; i < count; i++) {
            list.add(around(request).path(field.name()).path(0));
        }
        around(copy).set(field.name(), list);
        return copy;
    }

    /** The same place in a request in which conditions hold that are about fields beside it or at the top. */
    Place where(JsonNode conditions) {
        Place place = this;
        for (JsonNode condition : conditions) {
            if (condition.has("in")) {
                place = place.where(condition, condition.path("in").path(0).asString(""));
            }
        }
        return place;
    }

    /** The same place in a request in which the first of the conditions does not hold. */
    Place whereNot(JsonNode conditions) {
        JsonNode first = conditions.path(0);
        if (!first.has("in")) {
            return new Place(alone(), at, field, accessor, shape, beside, top);
        }
        TableField subject = subject(first);
        List<String> holding = Conditional.texts(first.path("in"));
        List<String> values = subject.type().equals("boolean")
                ? List.of("true", "false")
                : subject.type().equals("integer") ? List.of("0", "80") : subject.texts("enum");
        return where(
                first,
                values.stream()
                        .filter(value -> !holding.contains(value))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name() + " always holds")));
    }

    private Place where(JsonNode condition, String value) {
        JsonNode copy = request.deepCopy();
        TableField subject = subject(condition);
        ObjectNode holder = beside.contains(subject) ? around(copy) : (ObjectNode) copy;
        holder.set(subject.name(), Scalars.toJson(value, subject));
        return new Place(copy, at, field, accessor, shape, beside, top);
    }

    /** Whether the request says what the conditions are about. */
    boolean knows(JsonNode conditions) {
        return conditions
                .valueStream()
                .allMatch(one ->
                        one.has("countGreaterThan") || subjects(one).findAny().isPresent());
    }

    private TableField subject(JsonNode condition) {
        return subjects(condition)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + " depends on " + condition));
    }

    private Stream<TableField> subjects(JsonNode condition) {
        String name = condition.path("field").asString("");
        return Stream.concat(beside.stream(), top.stream())
                .filter(one -> one.name().equals(name));
    }

    /** The request with nothing beside the entry of the list that the field stands in. */
    private JsonNode alone() {
        JsonNode copy = request.deepCopy();
        ArrayNode list = (ArrayNode) copy.at(at.substring(0, at.lastIndexOf('/')));
        while (list.size() > 1) {
            list.remove(1);
        }
        return copy;
    }

    private ObjectNode around(JsonNode in) {
        return (ObjectNode) in.at(at);
    }
}
