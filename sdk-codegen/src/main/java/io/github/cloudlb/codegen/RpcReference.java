package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The reference shape of the RPC style APIs (ALB, NLB) as a table. */
final class RpcReference {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Row reference;
    private final ObjectNode table = NODES.objectNode();

    RpcReference(Row reference) {
        this.reference = reference;
    }

    static boolean recognises(JsonNode reference) {
        return reference.has("product") && reference.path("style").asString("").equals("RPC");
    }

    ObjectNode table() {
        table.put("schema", "cloudlb-table/1")
                .put("api", reference.text("product").toLowerCase(Locale.ROOT))
                .put("version", reference.text("version"))
                .put("style", reference.text("style").toLowerCase(Locale.ROOT));
        table.putArray("dialects");
        table.set("sources", reference.need("sources"));
        table.set("endpoint", endpoint(reference.row("endpoint")));
        ArrayNode operations = table.putArray("operations");
        reference.rows("operations").forEach(row -> operations.add(new RpcOperation(row).operation()));
        table.set("errors", errors(operations));
        notes(table.putObject("notes"));
        Counts.of(table).checkRpc(reference.row("counts"));
        // How the file was made and grouped; the schema of tables and each operation's group say the same.
        reference.drop("legend", "groups");
        reference.done();
        return Order.table(table);
    }

    private void notes(ObjectNode notes) {
        notes.set("transport", reference.need("transport"));
        notes.set("checks", reference.need("checks"));
    }

    private static ObjectNode endpoint(Row row) {
        ObjectNode out = NODES.objectNode()
                .put("pattern", row.text("publicPattern"))
                .put("networkPattern", row.text("networkPattern"));
        out.set("exceptions", row.need("exceptions"));
        ObjectNode regions = out.putObject("regions");
        regions.set("public", row.need("public"));
        regions.set("vpc", row.need("vpc"));
        if (!row.text("rule").equals("regional") || !row.need("sdkEndpointMap").isEmpty()) {
            throw row.fail("only the regional rule without a map is known");
        }
        row.done();
        return out;
    }

    /** Each code once, with every status an operation lists for it. */
    private static ArrayNode errors(ArrayNode operations) {
        Map<String, Set<Integer>> statuses = new TreeMap<>();
        operations.forEach(operation -> operation
                .path("errors")
                .forEach(error -> statuses.computeIfAbsent(error.path("code").stringValue(), code -> new TreeSet<>())
                        .add(error.path("status").intValue())));
        ArrayNode errors = NODES.arrayNode();
        statuses.forEach(
                (code, of) -> of.forEach(errors.addObject().put("code", code).putArray("status")::add));
        return errors;
    }
}
