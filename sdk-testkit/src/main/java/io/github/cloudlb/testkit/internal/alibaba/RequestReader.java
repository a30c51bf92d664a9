package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes of parameters what the table says they are, and refuses what cannot be made so. */
final class RequestReader {
    private final Operation operation;

    private RequestReader(Operation operation) {
        this.operation = operation;
    }

    /** What was sent, and is in the table, by name; what nobody has heard of is ignored. */
    static Map<String, Object> read(Operation operation, Parameters parameters) {
        return new RequestReader(operation).object(operation.request(), parameters.tree(), "");
    }

    private Map<String, Object> object(List<Field> fields, Map<?, ?> raw, String path) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = raw.get(field.name());
            Object typed = value == null || value.equals("") ? null : typed(field, value, path, field.name());
            if (typed != null) {
                object.put(field.name(), typed);
            }
        }
        return object;
    }

    private @Nullable Object typed(Field field, Object raw, String path, String name) {
        return switch (field.type()) {
            case "array" -> list(field, raw, path, name);
            case "object" -> object(field.fields(), structure(raw, path, name), path + name + ".");
            case "integer", "long", "number" -> number(String.valueOf(raw), path, name);
            case "boolean" -> flag(String.valueOf(raw), path, name);
            default -> {
                if (raw instanceof Map<?, ?> || raw instanceof List<?>) {
                    throw operation.invalid(path, name, "it is not one text");
                }
                yield String.valueOf(raw);
            }
        };
    }

    private @Nullable List<Object> list(Field field, Object raw, String path, String name) {
        Field items = field.items();
        if (items == null) {
            throw new IllegalStateException("The table does not say what is in " + name);
        }
        List<Object> list = new ArrayList<>();
        int number = 0;
        for (Object item : items(raw, path, name)) {
            number++;
            Object typed = typed(items, item, path, name + "." + number);
            if (typed != null) {
                list.add(typed);
            }
        }
        return list.isEmpty() ? null : list;
    }

    private Iterable<?> items(Object raw, String path, String name) {
        if (raw instanceof List<?> list) {
            return list;
        }
        if (raw instanceof Map<?, ?> numbered) {
            TreeMap<Integer, Object> sorted = new TreeMap<>();
            numbered.forEach((number, item) -> {
                if (!String.valueOf(number).matches("\\d{1,6}")) {
                    throw operation.invalid(path, name, number + " is no place in a list");
                }
                sorted.put(Integer.valueOf(String.valueOf(number)), item);
            });
            return sorted.values();
        }
        return json(raw) instanceof List<?> list ? list : List.of(raw);
    }

    private Map<?, ?> structure(Object raw, String path, String name) {
        if (raw instanceof Map<?, ?> object) {
            return object;
        }
        if (json(raw) instanceof Map<?, ?> object) {
            return object;
        }
        throw operation.invalid(path, name, "it has no fields");
    }

    private static @Nullable Object json(Object raw) {
        String text = String.valueOf(raw).strip();
        return text.startsWith("{") || text.startsWith("[")
                ? Json.read(text).map(Json::plain).orElse(null)
                : null;
    }

    private Number number(String text, String path, String name) {
        if (!text.matches("-?\\d{1,18}")) {
            throw operation.invalid(path, name, text + " is no number");
        }
        long number = Long.parseLong(text);
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    private Boolean flag(String text, String path, String name) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw operation.invalid(path, name, text + " is neither true nor false");
        };
    }
}
