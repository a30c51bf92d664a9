package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects and lists as plain maps and lists. */
final class Values {

    private Values() {}

    /** The same object if it can be changed; what cannot is copied. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object value) {
        if (value instanceof LinkedHashMap<?, ?> object) {
            return (Map<String, Object>) object;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> copy.put(String.valueOf(name), inner));
        }
        return copy;
    }

    /** The objects of a list; empty if there is none. */
    static List<Map<String, Object>> objects(@Nullable Object list) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> objects.add(object(item)));
        }
        return objects;
    }

    /** The texts of a list; empty if there is none. */
    static List<String> texts(@Nullable Object list) {
        List<String> texts = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> texts.add(String.valueOf(item)));
        }
        return texts;
    }

    /** All that is inside, copied too. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> copy = new LinkedHashMap<>();
            object.forEach((name, inner) -> copy.put(String.valueOf(name), copy(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }

    /** What is named in the second replaces what is in the first; objects are merged, lists are not. */
    static void merge(Map<String, Object> into, Map<String, Object> from) {
        from.forEach((name, value) -> {
            if (value instanceof Map<?, ?> && into.get(name) instanceof Map<?, ?> before) {
                Map<String, Object> merged = object(copy(before));
                merge(merged, object(value));
                into.put(name, merged);
            } else {
                into.put(name, value);
            }
        });
    }

    /** Whether a field of this name, at any depth, is one of these. */
    static boolean has(@Nullable Object value, String name, List<String> wanted) {
        if (value instanceof Map<?, ?> object) {
            Object here = object.get(name);
            if (here != null && !(here instanceof Map<?, ?>)) {
                return here instanceof List<?> list
                        ? texts(list).stream().anyMatch(wanted::contains)
                        : wanted.contains(String.valueOf(here));
            }
            return object.values().stream().anyMatch(inner -> has(inner, name, wanted));
        }
        return value instanceof List<?> list && list.stream().anyMatch(item -> has(item, name, wanted));
    }
}
