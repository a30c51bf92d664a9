package io.github.cloudlb.testkit.agreement;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names and types of a body without its values: {@code {id: uuid, tags: [text], weight: number}}. */
final class Shape {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern MICROSECONDS = Pattern.compile(TIME.pattern() + "\\.\\d{6}(Z?)");

    private Shape() {}

    /** With the names in alphabetical order; of a list, each shape that occurs in it. */
    static String of(JsonNode value) {
        if (value.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
            return fields.toString().replace("=", ": ");
        }
        if (value.isArray()) {
            TreeSet<String> shapes = new TreeSet<>();
            value.forEach(item -> shapes.add(of(item)));
            return shapes.toString();
        }
        return value.isNull()
                ? "null"
                : value.isBoolean() ? "flag" : value.isNumber() ? "number" : text(value.asText());
    }

    private static String text(String value) {
        if (UUID.matcher(value).matches()) {
            return "uuid";
        }
        if (TIME.matcher(value).matches()) {
            return "time";
        }
        if (MICROSECONDS.matcher(value).matches()) {
            return value.endsWith("Z") ? "microsecondsZ" : "microseconds";
        }
        return value.startsWith("http://") ? "url" : "text";
    }
}
