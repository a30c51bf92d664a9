package io.github.cloudlb.testkit.internal.octavia.table;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A field of a request or answer.
 *
 * @param rules its row in the table, with what holds for Octavia
 * @param fields of an object, or of the objects of an array
 */
public record Field(String name, JsonNode rules, List<Field> fields) {
    private static final String DIALECT = "octavia";
    /** The minor version that Octavia 11.0.0 tells of as the current one: later fields it does not have. */
    private static final int NEWEST = 26;

    static List<Field> all(JsonNode rows) {
        return stream(rows)
                .filter(Field::isOurs)
                .map(Field::of)
                .filter(Field::isOldEnough)
                .toList();
    }

    /** The row of an item of an array, or of a value of a map. */
    static Field of(JsonNode row) {
        ObjectNode rules = row.deepCopy();
        row.path("byDialect").path(DIALECT).properties().forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
        JsonNode inner = rules.has("fields") ? rules : rules.path("items");
        return new Field(rules.path("name").asText(), rules, all(inner.path("fields")));
    }

    static boolean isOurs(JsonNode row) {
        return !row.has("dialects")
                || stream(row.path("dialects"))
                        .anyMatch(dialect -> dialect.asText().equals(DIALECT));
    }

    public String text(String rule) {
        return rules.path(rule).asText();
    }

    public boolean has(String rule) {
        return rules.has(rule);
    }

    public boolean isRequired() {
        return rules.path("required").asBoolean();
    }

    public int number(String rule, int otherwise) {
        return rules.path(rule).asInt(otherwise);
    }

    /** The values that there are; none means any. */
    public List<Object> allowed() {
        return stream(rules.path("enum")).map(Json::plain).toList();
    }

    /** What the service takes if nothing is sent. */
    public @Nullable Object initial() {
        return rules.path("default").isNull() || !rules.has("default") ? null : Json.plain(rules.path("default"));
    }

    /** Of an array or map: what each of its values is. */
    public Field each() {
        return of(rules.path(text("type").equals("map") ? "values" : "items"));
    }

    /** Name of the shared schema that it, or each of its items, follows; empty if there is none. */
    public String schema() {
        String own = text("schema");
        return own.isEmpty() && has("items") ? each().text("schema") : own;
    }

    private boolean isOldEnough() {
        String since = text("since");
        return since.isEmpty() || Integer.parseInt(since.substring(since.indexOf('.') + 1)) <= NEWEST;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
