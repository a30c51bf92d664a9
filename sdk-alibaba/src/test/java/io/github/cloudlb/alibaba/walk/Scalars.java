package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.core.OpenEnum;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One value, as JSON has it and as Java has it, by the table's type, unit and format. */
final class Scalars {
    /** A value that no enum has, and that is said to be newer than it. */
    static final String NEWER = "newer-than-this";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Scalars() {}

    static Object toJava(JsonNode json, Class<?> type, TableField field) {
        String text = json.asString("");
        if (OpenEnum.class.isAssignableFrom(type)) {
            return open(type, text);
        } else if (type == Duration.class) {
            return Duration.of(Long.parseLong(text), unit(field));
        } else if (type == Instant.class) {
            return field.type().equals("long") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("on");
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        return text;
    }

    static JsonNode toJson(Object java, TableField field) {
        String text = text(java, field);
        return switch (field.type()) {
            case "integer" -> JSON.numberNode(Integer.parseInt(text));
            case "long" -> JSON.numberNode(Long.parseLong(text));
            case "number" -> JSON.numberNode(Double.parseDouble(text));
            case "boolean" -> JSON.booleanNode(Boolean.parseBoolean(text));
            default -> JSON.stringNode(text);
        };
    }

    private static String text(Object java, TableField field) {
        if (java instanceof Duration duration) {
            return String.valueOf(duration.dividedBy(Duration.of(1, unit(field))));
        } else if (java instanceof Instant instant) {
            return field.type().equals("long") ? String.valueOf(instant.toEpochMilli()) : instant.toString();
        } else if (java instanceof OpenEnum open) {
            return open.value();
        } else if (java instanceof Boolean on && field.isOnOff()) {
            return on ? "on" : "off";
        }
        return String.valueOf(java);
    }

    static ChronoUnit unit(TableField field) {
        String unit = field.text("unit");
        return unit.isEmpty()
                ? ChronoUnit.SECONDS
                : ChronoUnit.valueOf(unit.replace("milliseconds", "millis").toUpperCase(Locale.ROOT));
    }

    /** The values an enum knows. */
    static List<String> known(Class<?> type) {
        return ((List<?>) call(type, "known")).stream().map(String::valueOf).toList();
    }

    private static Object open(Class<?> type, String text) {
        return call(type, text.equals(NEWER) ? "unlisted" : "of", text);
    }

    private static Object call(Class<?> type, String method, String... arguments) {
        try {
            Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
            return type.getMethod(method, types).invoke(null, (Object[]) arguments);
        } catch (InvocationTargetException refused) {
            throw (RuntimeException) refused.getCause();
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }
}
