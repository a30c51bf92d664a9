package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The errors of both LBaaS dialects: codes of one, exceptions of the other. */
final class RestErrors {
    private final Row errors;

    RestErrors(Row errors) {
        this.errors = errors;
    }

    void addTo(ObjectNode table) {
        ArrayNode list = table.putArray("errors");
        octavia(list);
        otc(list);
        ObjectNode notes = ((ObjectNode) table.get("notes")).putObject("errors");
        notes.set("shapes", errors.need("shapes"));
        notes.set("otcRetryable", errors.need("otc_retryable"));
        errors.drop("otc_codes_with_several_statuses"); // the codes say it
        errors.done();
    }

    private void octavia(ArrayNode list) {
        Map<String, String> retries = new HashMap<>();
        for (Row retry : errors.rows("octavia_retryable")) {
            retries.put(retry.text("exception"), retry.text("when"));
            retry.drop("status");
            retry.done();
        }
        for (Row error : errors.rows("octavia")) {
            String exception = error.text("exception");
            ObjectNode one = list.addObject().put("dialect", "octavia").put("exception", exception);
            one.putArray("status").add(error.need("status"));
            String retry = retries.remove(exception);
            if (retry != null) {
                one.put("retry", retry);
            }
            error.done();
        }
    }

    private void otc(ArrayNode list) {
        Row categories = errors.row("otc_categories");
        List<Map.Entry<String, JsonNode>> meanings = categories.remaining();
        for (Row error : errors.rows("otc")) {
            ObjectNode one = list.addObject().put("dialect", "otc").put("code", error.text("code"));
            one.set("status", error.need("status"));
            one.set("listedIn", error.need("listed_in"));
            JsonNode modules = error.take("modules");
            if (modules != null) {
                one.set("modules", modules);
            }
            meanings.forEach(entry -> addMeanings(one, entry));
            error.done();
        }
    }

    /** {@code "not_found": {"404": [codes], "400": [codes]}}, told with each code. */
    private static void addMeanings(ObjectNode error, Map.Entry<String, JsonNode> meaning) {
        for (Map.Entry<String, JsonNode> byStatus : meaning.getValue().properties()) {
            for (JsonNode code : byStatus.getValue()) {
                if (code.equals(error.get("code"))) {
                    error.withArray("meanings")
                            .addObject()
                            .put("meaning", meaning.getKey())
                            .put("status", Integer.parseInt(byStatus.getKey()));
                }
            }
        }
    }
}
