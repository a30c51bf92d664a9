package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * A field of a request or answer.
 *
 * @param rules its row in the table, with what holds for the dialect only
 * @param fields of an object, or of the objects of an array
 * @param initial what a resource has if nothing was sent
 */
record Field(
        String name,
        JsonNode rules,
        List<Field> fields,
        @Nullable Object initial) {
    static final String DIALECT = "otc";

    static List<Field> all(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(Field::isOurs)
                .map(Field::of)
                .toList();
    }

    /** Whether the dialect has it; what names no dialect is in all. */
    static boolean isOurs(JsonNode row) {
        JsonNode dialects = row.path("dialects");
        return dialects.isMissingNode()
                || StreamSupport.stream(dialects.spliterator(), false)
                        .anyMatch(dialect -> dialect.asText().equals(DIALECT));
    }

    private static Field of(JsonNode row) {
        ObjectNode rules = row.deepCopy();
        JsonNode own = row.path("byDialect").path(DIALECT);
        own.properties().forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
        JsonNode inner = rules.has("fields") ? rules : rules.path("items");
        return new Field(rules.path("name").asText(), rules, all(inner.path("fields")), initial(rules));
    }

    String text(String rule) {
        return rules.path(rule).asText();
    }

    boolean is(String rule) {
        return rules.path(rule).asBoolean();
    }

    /** Whether it must be there, given the values of other fields. */
    boolean isRequired(UnaryOperator<String> values) {
        return is("required") || applies("requiredWhen", values);
    }

    /** Whether a rule for certain cases is there, and this is one. */
    boolean applies(String rule, UnaryOperator<String> values) {
        return rules.has(rule) && isCase(rules.path(rule), values);
    }

    /** The value of a rule, which may differ from case to case. */
    JsonNode rule(String rule, UnaryOperator<String> values) {
        for (JsonNode one : rules.path("cases")) {
            if (one.has(rule) && isCase(one.path("when"), values)) {
                return one.path(rule);
            }
        }
        return rules.path(rule);
    }

    private static @Nullable Object initial(JsonNode rules) {
        if (rules.has("default")) {
            return Json.plain(rules.path("default"));
        }
        if (rules.path("nullable").asBoolean()) {
            return null;
        }
        return switch (rules.path("type").asText()) {
            case "boolean" -> false;
            case "integer", "object" -> null;
            case "array" -> List.of();
            default -> "";
        };
    }

    static boolean isCase(JsonNode conditions, UnaryOperator<String> values) {
        for (JsonNode condition : conditions) {
            String value = values.apply(condition.path("field").asText());
            boolean met = condition.has("in")
                    ? contains(condition.path("in"), value)
                    : !contains(condition.path("notIn"), value);
            if (!met) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(JsonNode values, String value) {
        return StreamSupport.stream(values.spliterator(), false)
                .anyMatch(one -> one.asText().equals(value));
    }
}
