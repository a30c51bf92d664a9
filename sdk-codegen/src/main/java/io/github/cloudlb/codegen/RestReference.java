package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** The reference shape of LBaaS, a REST style API in two dialects, as a table. */
final class RestReference {
    private final Row reference;
    private final ObjectNode table = JsonNodeFactory.instance.objectNode();

    RestReference(Row reference) {
        this.reference = reference;
    }

    static boolean recognises(JsonNode reference) {
        return reference.path("schema").asString("").equals("lbaas-facts/1");
    }

    ObjectNode table() {
        reference.drop("schema");
        table.put("schema", "cloudlb-table/1")
                .put("api", "lbaas")
                .put("version", "v2.0")
                .put("style", "rest");
        Order.DIALECTS.forEach(table.putArray("dialects")::add);
        sources(table.putArray("sources"), reference.row("sources"));
        ArrayNode operations = table.putArray("operations");
        reference.rows("operations").forEach(row -> operations.add(new RestOperation(row).operation()));
        schemas(table.putObject("schemas"), reference.row("octavia_schemas"));
        table.set("enums", reference.need("octavia_enums"));
        notes(table.putObject("notes"));
        new RestErrors(reference.row("errors")).addTo(table);
        Counts.of(table).checkRest(counts(reference.row("counts")));
        // How the file reads, how it was made and what its sources got wrong; and operations of another API.
        reference.drop("reading", "check", "parse_gaps", "doc_defects", "otc_v3_operations");
        reference.done();
        return Order.table(table);
    }

    private static Row counts(Row counts) {
        counts.drop("by_resource", "both");
        return counts;
    }

    private static void sources(ArrayNode out, Row sources) {
        for (Map.Entry<String, JsonNode> entry : sources.remaining()) {
            Row source = Row.of(entry.getValue(), sources.within(entry.getKey()));
            ObjectNode one = out.addObject().put("id", entry.getKey());
            source.remaining()
                    .forEach(fact -> one.set(
                            fact.getKey().equals("octavia_version") ? "octaviaVersion" : fact.getKey(),
                            fact.getValue()));
        }
    }

    private static void schemas(ObjectNode out, Row schemas) {
        for (Map.Entry<String, JsonNode> entry : schemas.remaining()) {
            ObjectNode holder = JsonNodeFactory.instance.objectNode();
            holder.set("fields", entry.getValue());
            Row row = Row.of(holder, schemas.within(entry.getKey()));
            out.set(entry.getKey(), FieldImport.fields(row.rows("fields")));
        }
    }

    private void notes(ObjectNode notes) {
        notes.set("common", reference.need("common"));
        notes.set("versions", reference.need("versions"));
        notes.set("constraints", reference.need("octavia_constraints"));
        ObjectNode unconfirmed = notes.putObject("unconfirmedFields");
        for (Row resource : reference.rows("resources")) {
            String name = resource.text("name");
            JsonNode fields = resource.take("unconfirmed_otc_fields");
            if (fields != null) {
                unconfirmed.set(name, fields);
            }
            resource.drop("dialects", "operations"); // the operations say it
            resource.done();
        }
    }
}
