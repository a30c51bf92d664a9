package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order of keys and dialects in a table: that of the schema, so that a re-import changes only what changed. */
final class Order {
    static final List<String> DIALECTS = List.of("octavia", "otc");

    private static final JsonNode SCHEMA = Json.resource("table.schema.json");
    private static final List<String> TABLE =
            List.copyOf(SCHEMA.path("properties").propertyNames());
    private static final List<String> OPERATION =
            List.copyOf(definition("operation").path("properties").propertyNames());
    private static final List<String> FIELD = fieldKeys();

    private Order() {}

    static ObjectNode table(ObjectNode node) {
        return sorted(node, TABLE);
    }

    static ObjectNode operation(ObjectNode node) {
        return sorted(node, OPERATION);
    }

    static ObjectNode field(ObjectNode node) {
        return sorted(node, FIELD);
    }

    static ObjectNode byDialect(ObjectNode node) {
        return sorted(node, DIALECTS);
    }

    static ArrayNode dialects(JsonNode names) {
        Set<String> present = new LinkedHashSet<>();
        names.forEach(name -> present.add(name.stringValue()));
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        DIALECTS.stream().filter(present::remove).forEach(sorted::add);
        present.forEach(sorted::add);
        return sorted;
    }

    private static ObjectNode sorted(ObjectNode node, List<String> order) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        order.stream().filter(node::has).forEach(key -> sorted.set(key, node.get(key)));
        node.properties().forEach(entry -> sorted.putIfAbsent(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static List<String> fieldKeys() {
        List<String> keys = new ArrayList<>(List.of("name", "in"));
        keys.addAll(definition("facts").path("properties").propertyNames());
        keys.addAll(List.of("dialects", "byDialect", "values", "items", "fields"));
        return List.copyOf(keys);
    }

    private static JsonNode definition(String name) {
        return SCHEMA.path("$defs").path(name);
    }
}
