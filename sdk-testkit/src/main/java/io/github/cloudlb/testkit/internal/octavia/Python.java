package io.github.cloudlb.testkit.internal.octavia;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How Python shows a value: Octavia quotes bodies so. */
public final class Python {

    private Python() {}

    /** Name of the type of a value that is no object. */
    public static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "list";
            case STRING -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            case NULL -> "NoneType";
            default -> "UnsetType";
        };
    }

    /** As {@code repr()} does. */
    public static String shown(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> "'" + field.getKey() + "': " + shown(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Python::shown)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isTextual() ? "'" + value.asText() + "'" : plain(value);
    }

    /** As {@code str()} does. */
    public static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isNull()) {
            return "None";
        }
        return value.isContainerNode() ? shown(value) : value.asText();
    }
}
