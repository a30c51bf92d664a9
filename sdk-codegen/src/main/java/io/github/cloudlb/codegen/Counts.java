package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.TreeMap;

/** What a table holds, counted the way the references count. */
record Counts(int operations, int requestFields, int responseFields, Map<String, Integer> byDialect) {

    static Counts of(JsonNode table) {
        int request = 0;
        int response = 0;
        Map<String, Integer> byDialect = new TreeMap<>();
        for (JsonNode operation : table.path("operations")) {
            request += fields(operation.path("request"));
            response += fields(operation.path("response"));
            operation.path("dialects").forEach(dialect -> byDialect.merge(dialect.stringValue(), 1, Integer::sum));
        }
        return new Counts(table.path("operations").size(), request, response, byDialect);
    }

    /** Fields at any depth. */
    private static int fields(JsonNode holder) {
        int count = holder.path("fields").size();
        for (JsonNode field : holder.path("fields")) {
            count += fields(field);
        }
        return holder.has("items") ? count + fields(holder.path("items")) : count;
    }

    void checkRpc(Row counts) {
        same(counts, "operations", operations);
        same(counts, "requestFields", requestFields);
        same(counts, "responseFields", responseFields);
    }

    void checkRest(Row counts) {
        same(counts, "operations", operations);
        byDialect.forEach((dialect, count) -> same(counts, dialect, count));
    }

    private static void same(Row counts, String key, int found) {
        int stated = counts.need(key).intValue();
        if (stated != found) {
            throw counts.fail(key + ": " + stated + " stated, " + found + " found");
        }
    }
}
