package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import io.github.cloudlb.testkit.internal.octavia.table.Field;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Readers of the values in a body, as strict, and as lax, as Octavia's. */
final class Readers {
    private static final Set<String> TRUE = Set.of("1", "t", "true", "on", "y", "yes");
    private static final Set<String> FALSE = Set.of("0", "f", "false", "off", "n", "no");

    private Readers() {}

    static Attribute.Reader of(Field field) {
        return switch (field.text("type")) {
            case "boolean" -> (value, where) -> flag(value);
            case "integer" -> integer(field);
            case "number" -> number(field);
            case "array" -> values(of(field.each()));
            case "map" -> texts(of(field.each()));
            default -> text(field);
        };
    }

    /** Several objects of one form. */
    static Attribute.Reader list(Form form) {
        return values(form::read);
    }

    static List<String> tags(JsonNode value) {
        List<String> tags = new ArrayList<>();
        elements(value).forEach(tag -> tags.add(Formats.text(tag, 0, 255)));
        Set<String> sorted = new TreeSet<>(tags);
        if (sorted.size() < tags.size()) {
            throw new Refusal(OctaviaErrors.conflict("Already an entity with that specified id."));
        }
        return List.copyOf(sorted);
    }

    private static Attribute.Reader values(Attribute.Reader each) {
        return (value, where) -> {
            List<Object> values = new ArrayList<>();
            elements(value).forEach(one -> values.add(each.read(one, where)));
            return values;
        };
    }

    private static Attribute.Reader texts(Attribute.Reader each) {
        return (value, where) -> {
            if (!value.isObject()) {
                throw BadValue.of("Value not a dict");
            }
            Map<String, Object> texts = new LinkedHashMap<>();
            value.properties().forEach(one -> texts.put(one.getKey(), each.read(one.getValue(), where)));
            return texts;
        };
    }

    private static JsonNode elements(JsonNode value) {
        if (!value.isArray()) {
            throw BadValue.unconvertible("Value not a valid list: " + value.asText());
        }
        return value;
    }

    private static boolean flag(JsonNode value) {
        if (value.isNumber()) {
            return value.intValue() != 0;
        }
        String text = Text.lower(value.asText());
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw BadValue.unconvertible("Value not an unambiguous boolean: " + value.asText());
        }
        return TRUE.contains(text);
    }

    private static Attribute.Reader text(Field field) {
        Attribute.Reader format = Formats.of(field.text("format"));
        if (format != null) {
            return format;
        }
        if (field.has("enum")) {
            List<Object> allowed = field.allowed();
            return (value, where) -> oneOf(allowed, value.asText());
        }
        int least = field.number("minLength", 0);
        int most = field.number("maxLength", Integer.MAX_VALUE);
        // A cookie's name is looked at together with the type of persistence, and refused in other words.
        boolean free = !field.has("pattern") || field.name().equals("cookie_name");
        Pattern pattern = Pattern.compile(free ? "(?s).*" : field.text("pattern"));
        return (value, where) -> {
            String text = Formats.text(value, least, most);
            if (!pattern.matcher(text).find()) {
                throw BadValue.of("Value should match the pattern " + pattern);
            }
            return text;
        };
    }

    private static Attribute.Reader integer(Field field) {
        if (field.has("enum")) {
            List<Object> allowed = field.allowed();
            return (value, where) -> oneOf(allowed, integer(value));
        }
        int min = field.number("min", Integer.MIN_VALUE);
        int max = field.number("max", Integer.MAX_VALUE);
        return (value, where) -> {
            int number = integer(value);
            if (number < min) {
                throw BadValue.of("Value should be greater or equal to " + min);
            }
            if (number > max) {
                throw BadValue.of("Value should be lower or equal to " + max);
            }
            return number;
        };
    }

    /** Octavia quotes what it has made of the value. */
    private static Attribute.Reader number(Field field) {
        List<Object> allowed = field.allowed();
        return (value, where) -> {
            try {
                return oneOf(allowed, value.asDouble());
            } catch (BadValue bad) {
                String quoted = String.valueOf(value.asDouble());
                throw new Refusal(OctaviaErrors.invalid(field.name(), quoted, bad.message()));
            }
        };
    }

    private static Object oneOf(List<Object> allowed, Object value) {
        if (!allowed.contains(value)) {
            throw BadValue.of("Value should be one of: "
                    + allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return value;
    }

    /** Python's {@code int()}: digits in a string will do, and so will 80.0. */
    private static int integer(JsonNode value) {
        if (value.isNumber()) {
            return value.intValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        try {
            return Integer.parseInt(value.asText().strip());
        } catch (NumberFormatException noNumber) {
            throw BadValue.unconvertible("invalid literal for int() with base 10: '" + value.asText() + "'");
        }
    }
}
