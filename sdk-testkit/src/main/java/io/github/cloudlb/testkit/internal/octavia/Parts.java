package io.github.cloudlb.testkit.internal.octavia;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects inside an object that was sent. */
final class Parts {

    private Parts() {}

    /** Takes out the objects of this name; none if there are none. */
    static List<Map<String, Object>> takeAll(Map<String, Object> object, String name) {
        List<Map<String, Object>> parts = new ArrayList<>();
        if (object.remove(name) instanceof List<?> list) {
            list.forEach(part -> parts.add(object(part)));
        }
        return parts;
    }

    /** Takes out the one object of this name. */
    static @Nullable Map<String, Object> take(Map<String, Object> object, String name) {
        Object part = object.remove(name);
        return part == null ? null : object(part);
    }

    private static Map<String, Object> object(@Nullable Object part) {
        if (!(part instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("Not an object: " + part);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }
}
