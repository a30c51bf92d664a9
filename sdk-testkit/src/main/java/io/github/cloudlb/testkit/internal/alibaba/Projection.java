package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Remembered;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an answer of what is known: the fields that the table has, of the types that it says, and no others. */
final class Projection {
    /** What answers call otherwise than requests do. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "HealthCheck", "HealthCheckConfig",
            "TlsVersion", "TlsVersions",
            "LoadbalancerId", "LoadBalancerId");

    private Projection() {}

    static Map<String, Object> of(List<Field> fields, Map<?, ?> known) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = known.get(field.name());
            if (value == null && OTHER_NAMES.containsKey(field.name())) {
                value = known.get(OTHER_NAMES.get(field.name()));
            }
            Object shown = value == null ? null : shown(field, value);
            if (shown != null) {
                object.put(field.name(), shown);
            }
        }
        return object;
    }

    private static @Nullable Object shown(Field field, Object value) {
        return switch (field.type()) {
            case "array" -> list(field, value);
            case "object" ->
                value instanceof Remembered kept
                        ? kept.written(field, () -> of(field.fields(), kept))
                        : value instanceof Map<?, ?> object ? of(field.fields(), object) : null;
            case "integer", "long" -> value instanceof Number ? value : Long.valueOf(String.valueOf(value));
            case "number" -> value instanceof Number number ? number.doubleValue() : null;
            case "boolean" -> value instanceof Boolean ? value : Boolean.valueOf(String.valueOf(value));
            default ->
                value instanceof List<?> list
                        ? String.join(",", Values.texts(list))
                        : value instanceof String ? value : String.valueOf(value);
        };
    }

    private static @Nullable Object list(Field field, Object value) {
        Field items = field.items();
        if (items == null || !(value instanceof List<?> list)) {
            return null;
        }
        List<Object> shown = new ArrayList<>(list.size());
        for (Object item : list) {
            Object one = shown(items, item);
            if (one != null) {
                shown.add(one);
            }
        }
        return shown;
    }
}
