package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** A field of either reference as a field of a table. */
final class FieldImport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> TYPES = Map.of("int32", "integer", "int64", "long", "double", "number");

    private FieldImport() {}

    static ArrayNode fields(List<Row> rows) {
        ArrayNode fields = NODES.arrayNode();
        rows.forEach(row -> fields.add(field(row)));
        return fields;
    }

    static ObjectNode field(Row row) {
        ObjectNode out = NODES.objectNode();
        type(row, out);
        Facts.move(row, out);
        Uncertainties.move(row, out);
        if (row.has("dialects")) {
            out.set("dialects", Order.dialects(row.need("dialects")));
        }
        if (row.has("by_dialect")) {
            out.set("byDialect", byDialect(row.row("by_dialect")));
        }
        inside(row, out);
        row.done();
        return Order.field(out);
    }

    private static void type(Row row, ObjectNode out) {
        if (row.has("type")) {
            String type = row.text("type");
            out.put("type", TYPES.getOrDefault(type, type));
        }
    }

    private static ObjectNode byDialect(Row row) {
        ObjectNode out = NODES.objectNode();
        for (Map.Entry<String, JsonNode> entry : row.remaining()) {
            out.set(entry.getKey(), field(Row.of(entry.getValue(), row.within(entry.getKey()))));
        }
        return Order.byDialect(out);
    }

    private static void inside(Row row, ObjectNode out) {
        if (row.has("schema")) {
            out.put("schema", row.text("schema"));
        }
        for (String key : List.of("items", "values")) {
            if (row.has(key)) {
                out.set(key, field(row.row(key)));
            }
        }
        if (row.has("fields")) {
            out.set("fields", fields(row.rows("fields")));
        }
    }
}
