package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.internal.http.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.io.InputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An operation as a table has it, with a request that sends no more than it must. */
record TableRow(JsonNode row) {

    @Override
    public String toString() {
        return name();
    }

    static List<TableRow> all(String table) throws Exception {
        try (InputStream content =
                TableRow.class.getResourceAsStream("/io/github/cloudlb/testkit/" + table + ".json")) {
            List<TableRow> all = new ArrayList<>();
            Json.read(new String(content.readAllBytes(), UTF_8))
                    .orElseThrow()
                    .path("operations")
                    .forEach(row -> all.add(new TableRow(row)));
            return all;
        }
    }

    String name() {
        return row.path("name").asText();
    }

    boolean isFlagged(String flag) {
        return row.path(flag).asBoolean();
    }

    /** The names at the top that must be sent. */
    List<String> demanded() {
        List<String> demanded = new ArrayList<>();
        row.path("request").path("fields").forEach(field -> {
            if (field.path("required").asBoolean()) {
                demanded.add(field.path("name").asText());
            }
        });
        return demanded;
    }

    boolean hasError(String code) {
        boolean has = false;
        for (JsonNode error : row.path("errors")) {
            has |= error.path("code").asText().equals(code);
        }
        return has;
    }

    /** Only what must be sent, with these values where there is a choice. */
    Map<String, String> minimal(Map<String, String> values) {
        Map<String, String> request = new LinkedHashMap<>();
        row.path("request").path("fields").forEach(field -> {
            if (field.path("required").asBoolean()) {
                put(request, field.path("name").asText(), field, values);
            }
        });
        return request;
    }

    private static void put(Map<String, String> request, String path, JsonNode field, Map<String, String> values) {
        String name = path.replaceAll("\\.\\d+$", "").replaceFirst(".*\\.", "");
        switch (field.path("type").asText()) {
            case "array" -> {
                int number =
                        Math.max(1, field.path("minItemsWhenRegionHasTwoZones").asInt(1));
                for (int i = 1; i <= number; i++) {
                    put(request, path + "." + i, field.path("items"), values);
                }
            }
            case "object" ->
                field.path("fields").forEach(inner -> {
                    if (inner.path("required").asBoolean()
                            || values.containsKey(
                                    path + "." + inner.path("name").asText())) {
                        put(request, path + "." + inner.path("name").asText(), inner, values);
                    }
                });
            default -> request.put(path, values.getOrDefault(path, values.getOrDefault(name, any(field))));
        }
    }

    private static String any(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "boolean" -> "true";
            case "integer", "long" -> field.path("min").asText("1");
            default -> field.path("enum").path(0).asText("text");
        };
    }

    static String query(Map<String, String> request) {
        return request.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What an answer has that the table has not, or has otherwise. */
    List<String> strange(JsonNode answer) {
        List<String> strange = new ArrayList<>();
        compare(answer, row.path("response").path("fields"), "", strange);
        return strange;
    }

    /** What an answer should have something in: a job, an id, the list of a listing. */
    List<String> unsaid(JsonNode answer) {
        boolean listing = name().startsWith("List") || name().startsWith("Describe");
        List<String> unsaid = new ArrayList<>();
        row.path("response").path("fields").forEach(field -> {
            String name = field.path("name").asText();
            JsonNode value = answer.path(name);
            boolean list = field.path("type").asText().equals("array") && listing;
            boolean id = name.endsWith("Id") && !name.equals("OrderId") && !name().startsWith("Get");
            if (list && value.isEmpty() || id && value.isMissingNode()) {
                unsaid.add(name);
            }
        });
        return unsaid;
    }

    private static void compare(JsonNode answer, JsonNode fields, String path, List<String> strange) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        fields.forEach(field -> known.put(field.path("name").asText(), field));
        answer.properties().forEach(one -> {
            JsonNode field = known.get(one.getKey());
            if (field == null) {
                strange.add(path + one.getKey() + " is not in the table");
            } else {
                compareValue(one.getValue(), field, path + one.getKey(), strange);
            }
        });
    }

    private static void compareValue(JsonNode value, JsonNode field, String path, List<String> strange) {
        String type = field.path("type").asText();
        boolean right = switch (type) {
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "boolean" -> value.isBoolean();
            case "integer", "long" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> value.isTextual();
        };
        if (!right) {
            strange.add(path + " is no " + type + ": " + value);
        } else if (value.isArray()) {
            value.forEach(item -> compareValue(item, field.path("items"), path + "[]", strange));
        } else if (value.isObject()) {
            compare(value, field.path("fields"), path + ".", strange);
        }
    }
}
