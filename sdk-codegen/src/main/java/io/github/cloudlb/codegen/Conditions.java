package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both references' ways to say "only when", in one form: {@code {"field": …, "in": […]}}. */
final class Conditions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern COUNT = Pattern.compile("count\\((\\w+)\\)");
    private static final Map<String, String> SUBJECTS =
            new TreeMap<>(Map.of("protocol", "protocol", "pool_protocol", "pool.protocol", "type", "type"));
    private static final Map<String, String> CASE_FACTS = new TreeMap<>(Map.of(
            "minimum",
            "min",
            "maximum",
            "max",
            "default",
            "default",
            "enum",
            "enum",
            "max_length",
            "maxLength",
            "starts_with",
            "startsWith"));

    private Conditions() {}

    /** A list of which all hold together; the LBaaS reference means alternatives, so there it may only have one. */
    static ArrayNode list(List<Row> rows, boolean alternatives) {
        if (alternatives && rows.size() > 1) {
            throw rows.get(1).fail("alternatives have no form in a table");
        }
        ArrayNode list = NODES.arrayNode();
        rows.forEach(row -> {
            list.add(condition(row));
            row.done();
        });
        return list;
    }

    /** {@code {"field": value}}: what another field must be. */
    static ArrayNode equalTo(Row row) {
        ArrayNode list = NODES.arrayNode();
        row.remaining().forEach(entry -> list.add(in(entry.getKey(), entry.getValue())));
        return list;
    }

    /** {@code [{"protocol": […], "minimum": …}]} and its cousins: limits that hold in some cases. */
    static ObjectNode caseOf(Row row) {
        ObjectNode result = NODES.objectNode();
        ArrayNode when = result.putArray("when");
        if (row.has("param")) {
            when.add(condition(row));
        }
        SUBJECTS.forEach((key, field) -> addSubject(when, field, row.take(key)));
        CASE_FACTS.forEach((key, fact) -> setIfPresent(result, fact, row.take(key)));
        JsonNode characters = row.take("characters");
        if (characters != null) {
            result.set("allowedChars", characters(characters.stringValue()));
        }
        row.done();
        return result;
    }

    /** {@code {"HOST_NAME": …, "PATH": …}}: a fact for each value of another field. */
    static void casesByValue(ArrayNode cases, String subject, Row row, String fact) {
        for (Map.Entry<String, JsonNode> entry : row.remaining()) {
            ObjectNode one = cases.addObject();
            one.putArray("when").add(in(subject, NODES.stringNode(entry.getKey())));
            one.set(fact, entry.getValue());
        }
    }

    /** {@code {"value": 0, "when": "protocol=TCP"}}. */
    static ObjectNode valueWhen(Row row) {
        ObjectNode result = NODES.objectNode();
        result.set("value", row.need("value"));
        String[] sides = row.text("when").split("=", 2);
        result.putArray("when").add(in(sides[0], NODES.stringNode(sides[1])));
        row.done();
        return result;
    }

    /** A character class such as {@code A-Za-z0-9.-} as the list of its ranges and characters. */
    static ArrayNode characters(String set) {
        ArrayNode parts = NODES.arrayNode();
        for (int i = 0; i < set.length(); ) {
            int length = i + 2 < set.length() && set.charAt(i + 1) == '-' ? 3 : 1;
            parts.add(set.substring(i, i + length));
            i += length;
        }
        return parts;
    }

    private static ObjectNode condition(Row row) {
        String subject = row.text(row.has("param") ? "param" : "field");
        Matcher count = COUNT.matcher(subject);
        boolean counted = count.matches();
        ObjectNode condition = NODES.objectNode().put("field", counted ? count.group(1) : subject);
        setIfPresent(condition, counted ? "countIn" : "in", row.take("in"));
        setIfPresent(condition, "countGreaterThan", row.take("greaterThan"));
        setIfPresent(condition, "in", one(row.take("equals")));
        setIfPresent(condition, "in", one(row.take("value")));
        setIfPresent(condition, "notIn", one(row.take("not_equals")));
        return condition;
    }

    private static void addSubject(ArrayNode when, String field, @Nullable JsonNode value) {
        if (value != null) {
            when.add(in(field, value));
        }
    }

    private static ObjectNode in(String field, JsonNode value) {
        ObjectNode condition = NODES.objectNode().put("field", field);
        return condition.set("in", value.isArray() ? value : NODES.arrayNode().add(value));
    }

    private static @Nullable JsonNode one(@Nullable JsonNode value) {
        return value == null ? null : NODES.arrayNode().add(value);
    }

    private static void setIfPresent(ObjectNode target, String key, @Nullable JsonNode value) {
        if (value != null) {
            target.set(key, value);
        }
    }
}
