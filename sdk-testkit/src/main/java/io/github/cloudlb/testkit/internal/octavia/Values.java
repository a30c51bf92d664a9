package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Readers of the values in a body, as strict, and as lax, as Octavia's. */
public final class Values {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 =
            Pattern.compile("(?=.*:.*:)(?!.*::.*::)(?!.*:::)[0-9a-fA-F:]+(:\\d{1,3}(\\.\\d{1,3}){3})?");
    private static final Set<String> TRUE = Set.of("1", "t", "true", "on", "y", "yes");
    private static final Set<String> FALSE = Set.of("0", "f", "false", "off", "n", "no");

    private Values() {}

    public static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw BadValue.of("Value should be string");
        }
        if (value.textValue().length() > 255) {
            throw BadValue.of("Value should have a maximum character requirement of 255");
        }
        return value.textValue();
    }

    public static String uuid(JsonNode value) {
        if (!UUID.matcher(value.asText()).matches()) {
            throw BadValue.of("Value should be UUID format");
        }
        return value.asText();
    }

    public static String address(JsonNode value) {
        String address = value.asText();
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            throw BadValue.of("Value should be IPv4 or IPv6 format");
        }
        return address;
    }

    public static Object persistence(JsonNode value) {
        if (!value.path("type").isTextual()) {
            throw BadValue.of("Mandatory field missing.");
        }
        Map<String, Object> persistence = Json.object(
                "type", "", "cookie_name", null, "persistence_timeout", null, "persistence_granularity", null);
        value.properties().forEach(field -> persistence.put(field.getKey(), Json.plain(field.getValue())));
        return persistence;
    }

    public static boolean flag(JsonNode value) {
        if (value.isNumber()) {
            return value.intValue() != 0;
        }
        String text = Text.lower(value.asText());
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw BadValue.unconvertible("Value not an unambiguous boolean: " + value.asText());
        }
        return TRUE.contains(text);
    }

    public static List<String> tags(JsonNode value) {
        if (!value.isArray()) {
            throw BadValue.unconvertible("Value not a valid list: " + value.asText());
        }
        List<String> tags = new ArrayList<>();
        value.forEach(tag -> tags.add(text(tag)));
        Set<String> sorted = new TreeSet<>(tags);
        if (sorted.size() < tags.size()) {
            throw new Refusal(OctaviaErrors.conflict("Already an entity with that specified id."));
        }
        return List.copyOf(sorted);
    }

    public static Attribute.Reader number(int min, int max) {
        return value -> {
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

    public static Attribute.Reader oneOf(String... allowed) {
        return value -> {
            if (!List.of(allowed).contains(value.asText())) {
                throw BadValue.of("Value should be one of: " + String.join(", ", allowed));
            }
            return value.asText();
        };
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
