package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One operation of the RPC reference shape. */
final class RpcOperation {
    private final Row row;
    private final ObjectNode out = JsonNodeFactory.instance.objectNode();

    RpcOperation(Row row) {
        this.row = row;
    }

    ObjectNode operation() {
        out.put("name", row.text("name")).put("group", row.text("group")).put("method", row.text("httpMethod"));
        out.put("path", "/");
        out.set("allowedMethods", row.need("allowedHttpMethods"));
        out.set("schemes", row.need("schemes"));
        out.putArray("dialects");
        flags();
        out.putObject("request").set("fields", request());
        out.putObject("response").set("fields", FieldImport.fields(row.rows("response")));
        paged();
        JsonNode poll = row.need("poll");
        if (!poll.isEmpty()) {
            out.set("poll", poll);
        }
        errors();
        leaveOut();
        row.done();
        return Order.operation(out);
    }

    private void flags() {
        out.put("readOnly", row.flag("readOnly"));
        out.put("clientToken", row.flag("idempotent"));
        out.put("dryRun", row.flag("dryRun"));
        out.put("async", row.flag("async"));
        if (row.flag("deprecated")) {
            out.put("deprecated", true);
        }
        ArrayNode uncertain = JsonNodeFactory.instance.arrayNode();
        JsonNode documented = row.need("asyncDocumented");
        if (!documented.equals(out.get("async"))) {
            Uncertainties.add(uncertain, "async", "doc", documented);
        }
        JsonNode declared = row.take("declaredReturnType");
        if (declared != null) {
            Uncertainties.add(uncertain, "async", "schema2024", declared);
        }
        if (!uncertain.isEmpty()) {
            out.set("uncertain", (JsonNode) uncertain);
        }
    }

    private ArrayNode request() {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        for (Row field : row.rows("request")) {
            JsonNode position = Uncertainties.position(field.need("position"));
            ObjectNode imported = FieldImport.field(field);
            imported.set("in", position);
            fields.add(Order.field(imported));
        }
        return fields;
    }

    private void paged() {
        if (row.flag("paginated")) {
            Row page = row.row("page");
            ObjectNode paged = out.putObject("paged").put("by", "token");
            paged.set("items", page.need("listFields"));
            paged.put("next", "NextToken");
            page.drop("responseHas"); // the answer's fields say it
            page.done();
        }
    }

    private void errors() {
        ArrayNode errors = out.putArray("errors");
        for (Row error : row.rows("errorCodes")) {
            errors.addObject()
                    .put("status", error.need("httpStatus").intValue())
                    .put("code", error.text("code"));
            error.done();
        }
    }

    /** Summaries of the request fields, and the one body type there is. */
    private void leaveOut() {
        row.drop("positions", "required", "arrayLimits");
        if (!row.text("requestBodyType").equals("formData")) {
            throw row.fail("only form bodies are known");
        }
    }
}
