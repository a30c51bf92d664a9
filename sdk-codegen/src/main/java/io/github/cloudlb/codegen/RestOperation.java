package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** One operation of the LBaaS reference shape. */
final class RestOperation {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Row row;
    private final ObjectNode out = NODES.objectNode();

    RestOperation(Row row) {
        this.row = row;
    }

    ObjectNode operation() {
        out.put("name", row.text("name")).put("group", row.text("resource"));
        out.put("method", row.text("method")).put("path", row.text("path"));
        out.set("dialects", Order.dialects(row.need("dialects")));
        flags();
        byDialect("success", "success");
        byDialect("documented_success", "documentedSuccess");
        byDialect("documented_errors", "documentedErrors");
        byDialect("sources", "sources");
        byDialect("facts", "facts");
        byDialect("pending", "pending");
        permissions();
        out.set("request", request());
        out.set("response", response());
        out.putArray("errors");
        row.done();
        return Order.operation(out);
    }

    private void flags() {
        // Two operations ask with a POST.
        out.put("readOnly", text("method").equals("GET") || text("name").endsWith(".query_resources"));
        out.put("clientToken", false).put("dryRun", false);
        ArrayNode asyncIn = NODES.arrayNode();
        Row async = row.row("async");
        Order.DIALECTS.stream().filter(async::has).filter(async::flag).forEach(asyncIn::add);
        async.done();
        out.put("async", !asyncIn.isEmpty());
        if (!asyncIn.isEmpty()) {
            out.set("asyncIn", (JsonNode) asyncIn);
        }
        if (row.has("since")) {
            Row since = row.row("since");
            out.put("since", since.text("octavia")); // the only dialect with versions
            since.done();
        }
    }

    private void byDialect(String from, String to) {
        if (row.has(from)) {
            ObjectNode values = NODES.objectNode();
            row.row(from).remaining().forEach(entry -> values.set(entry.getKey(), entry.getValue()));
            out.set(to, Order.byDialect(values));
        }
    }

    private void permissions() {
        if (row.has("permissions")) {
            ObjectNode lists = NODES.objectNode();
            for (Map.Entry<String, JsonNode> entry : row.row("permissions").remaining()) {
                JsonNode value = entry.getValue();
                lists.set(
                        entry.getKey(),
                        value.isArray() ? value : NODES.arrayNode().add(value));
            }
            out.set("permissions", Order.byDialect(lists));
        }
    }

    private ObjectNode request() {
        ObjectNode request = NODES.objectNode();
        ArrayNode fields = NODES.arrayNode();
        row.rows("path_params").forEach(field -> fields.add(placed(field, "path")));
        row.rows("query_params").forEach(field -> fields.add(placed(field, "query")));
        Row body = object("request");
        if (body != null) {
            wrapper(body, request);
            body.rows("fields").forEach(field -> fields.add(placed(field, "body")));
            body.done();
        }
        request.set("fields", (JsonNode) fields);
        return request;
    }

    private static ObjectNode placed(Row field, String in) {
        ObjectNode imported = FieldImport.field(field).put("in", in);
        if (in.equals("path")) {
            imported.put("required", true);
        }
        return Order.field(imported);
    }

    private ObjectNode response() {
        ObjectNode response = NODES.objectNode();
        Row answer = object("response");
        if (answer == null) {
            response.putArray("fields");
            return response;
        }
        wrapper(answer, response);
        for (String key : new String[] {"collection", "links"}) {
            if (answer.has(key)) {
                response.put(key, answer.text(key));
            }
        }
        if (answer.has("envelope")) {
            response.set("envelope", FieldImport.fields(answer.rows("envelope")));
        }
        response.set("fields", FieldImport.fields(answer.rows("fields")));
        answer.done();
        paged(response);
        return response;
    }

    private void paged(ObjectNode response) {
        if (response.has("links")) {
            ObjectNode paged = out.putObject("paged").put("by", "marker");
            paged.putArray("items").add(response.get("collection"));
            paged.set("links", response.get("links"));
        } else if (text("name").endsWith(".query_resources")) {
            out.putObject("paged").put("by", "offset").putArray("items").add(response.get("collection"));
        }
    }

    /** The request or answer, whose dialects must be those of the operation. */
    private @Nullable Row object(String key) {
        JsonNode value = row.need(key);
        if (value.isNull()) {
            return null;
        }
        Row object = Row.of(value, row.within(key));
        if (!Order.dialects(object.need("dialects")).equals(out.get("dialects"))) {
            throw object.fail("has other dialects than its operation");
        }
        return object;
    }

    private static void wrapper(Row from, ObjectNode to) {
        JsonNode wrapper = from.take("wrapper");
        if (wrapper != null && !wrapper.isNull()) {
            to.set("wrapper", wrapper);
        }
    }

    private String text(String key) {
        return out.path(key).stringValue();
    }
}
