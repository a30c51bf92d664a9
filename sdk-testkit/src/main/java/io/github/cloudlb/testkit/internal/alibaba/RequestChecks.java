package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses what the table does not allow: first what is missing, then what is wrong. */
final class RequestChecks {
    private final Operation operation;

    private RequestChecks(Operation operation) {
        this.operation = operation;
    }

    static void check(Operation operation, Map<String, Object> sent) {
        new RequestChecks(operation).object(operation.request(), sent, List.of(), "");
    }

    private void object(List<Field> fields, Map<String, Object> object, List<Map<String, Object>> around, String path) {
        List<Map<String, Object>> here = new ArrayList<>(around.size() + 1);
        here.add(object);
        here.addAll(around);
        for (Field field : fields) {
            if (object.get(field.name()) == null && isRequired(field, here)) {
                throw operation.missing(path, field.name());
            }
        }
        for (Field field : fields) {
            Object value = object.get(field.name());
            if (value != null) {
                value(field, value, here, path, field.name());
            }
        }
    }

    private static boolean isRequired(Field field, List<Map<String, Object>> here) {
        if (field.required()) {
            return true;
        }
        for (Condition condition : field.requiredWhen()) {
            if (condition.holds(here)) {
                return true;
            }
        }
        return false;
    }

    private void value(Field field, Object value, List<Map<String, Object>> around, String path, String name) {
        if (value instanceof List<?> list) {
            refuse(path, name, field.rules().wrongLength(list.size()));
            Field items = field.items();
            for (int i = 0; items != null && i < list.size(); i++) {
                value(items, list.get(i), around, path, name + "." + (i + 1));
            }
        } else if (value instanceof Map<?, ?>) {
            object(field.inside(), Values.object(value), around, path + name + ".");
        } else if (value instanceof Number number) {
            refuse(path, name, field.rules().wrong(number.longValue()));
        } else if (value instanceof String text) {
            refuse(path, name, field.rules().wrong(field.name(), text));
        }
    }

    private void refuse(String path, String name, Optional<String> why) {
        if (why.isPresent()) {
            throw operation.invalid(path, name, why.get());
        }
    }

    /** Fills in what was not sent; objects that are not there, too, but not those in lists. */
    static void fill(List<Field> fields, Map<String, Object> object) {
        fill(fields, object, List.of(), true);
    }

    private static void fill(
            List<Field> fields, Map<String, Object> object, List<Map<String, Object>> around, boolean whole) {
        List<Map<String, Object>> here = new ArrayList<>();
        here.add(object);
        here.addAll(around);
        for (boolean conditional : new boolean[] {false, true}) {
            for (Field field : fields) {
                if (field.appliesWhen().isEmpty() != conditional && applies(field, here)) {
                    fill(field, object, here, whole);
                }
            }
        }
    }

    private static boolean applies(Field field, List<Map<String, Object>> here) {
        for (Condition condition : field.appliesWhen()) {
            if (!condition.holds(here)) {
                return false;
            }
        }
        return true;
    }

    private static void fill(Field field, Map<String, Object> object, List<Map<String, Object>> here, boolean whole) {
        @Nullable Object value = object.get(field.name());
        if (value == null && field.isObject() && whole) {
            Map<String, Object> made = Values.object(Map.of());
            fill(field.fields(), made, here, true);
            if (!made.isEmpty()) {
                object.put(field.name(), made);
            }
        } else if (value == null && field.otherwise() != null) {
            object.put(field.name(), field.otherwise());
        } else if (value instanceof Map<?, ?>) {
            fill(field.fields(), Values.object(value), here, whole);
        } else if (value instanceof List<?> list && !field.inside().isEmpty()) {
            list.forEach(item -> fill(field.inside(), Values.object(item), here, false));
        }
    }
}
