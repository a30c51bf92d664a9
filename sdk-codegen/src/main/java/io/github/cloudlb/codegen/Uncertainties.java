package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Facts on which the sources disagree. Where all of them say the same there is nothing to tell. */
final class Uncertainties {
    private record Variant(String key, String fact, String source) {}

    private static final List<Variant> VARIANTS = List.of(
            new Variant("positionSchema", "in", "schema"),
            new Variant("positionSchema2024", "in", "schema2024"),
            new Variant("requiredSchema", "required", "schema"),
            new Variant("minSchema", "min", "schema"),
            new Variant("maxSchema", "max", "schema"),
            new Variant("maxItemsDoc", "maxItems", "doc"),
            new Variant("maxItemsSchema", "maxItems", "schema"),
            new Variant("maxItemsSchema2024", "maxItems", "schema2024"),
            new Variant("documented_format", "format", "doc"),
            new Variant("unconfirmed_enum", "enum", "unconfirmed"),
            new Variant("undocumented", "existence", "example"));

    private Uncertainties() {}

    /** To be called after the facts themselves have been moved. */
    static void move(Row row, ObjectNode out) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        boolean differ = false;
        for (Variant variant : VARIANTS) {
            if (row.has(variant.key())) {
                JsonNode value = position(row.need(variant.key()));
                add(all, variant.fact(), variant.source(), value);
                differ |= !value.equals(out.get(variant.fact()));
            }
        }
        if (differ) {
            out.set("uncertain", (JsonNode) all);
        }
    }

    static void add(ArrayNode list, String fact, String source, JsonNode value) {
        list.addObject().put("fact", fact).put("source", source).set("value", value);
    }

    static JsonNode position(JsonNode value) {
        return value.isString() && value.stringValue().equals("formData")
                ? JsonNodeFactory.instance.stringNode("form")
                : value;
    }
}
