package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of a request or an answer, as the table has it.
 *
 * @param type string, integer, long, number, boolean, object or array
 * @param otherwise what it is if it is not sent
 * @param fields of an object
 * @param items of an array
 */
record Field(
        String name,
        String type,
        boolean required,
        @Nullable Object otherwise,
        FieldRules rules,
        List<Condition> requiredWhen,
        List<Condition> appliesWhen,
        List<Field> fields,
        @Nullable Field items) {

    static Field of(JsonNode row) {
        JsonNode otherwise = row.path("default");
        return new Field(
                row.path("name").asText(),
                row.path("type").asText(),
                row.path("required").asBoolean(),
                otherwise.isMissingNode() || otherwise.isNull() ? null : Json.plain(otherwise),
                FieldRules.of(row),
                Condition.all(row.path("requiredWhen")),
                Condition.all(row.path("appliesWhen")),
                all(row.path("fields")),
                row.has("items") ? of(row.path("items")) : null);
    }

    static List<Field> all(JsonNode rows) {
        List<Field> all = new ArrayList<>();
        rows.forEach(row -> all.add(of(row)));
        return List.copyOf(all);
    }

    static Optional<Field> find(List<Field> fields, String name) {
        for (Field field : fields) {
            if (field.name.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    boolean isList() {
        return type.equals("array");
    }

    boolean isObject() {
        return type.equals("object");
    }

    /** Fields of the object, or of the objects in the list. */
    List<Field> inside() {
        return items == null ? fields : items.fields;
    }
}
