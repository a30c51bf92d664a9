package io.github.cloudlb.openstack;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sections of a configuration, laid over each other. Keys with {@code -} are the same as with {@code _}. */
final class Sections {
    private Sections() {}

    /** The section of this name; empty if there is none. */
    @SuppressWarnings("unchecked") // Yaml makes no other
    static Map<String, Object> in(Map<String, Object> section, String name) {
        return section.get(name) instanceof Map<?, ?> inner ? (Map<String, Object>) inner : Map.of();
    }

    /** Sections in both are merged, at any depth. */
    static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) ->
                merged.put(key, value instanceof Map<?, ?> ? merged(in(merged, key), in(above, key)) : value));
        return merged;
    }

    /** Only {@code auth} is merged. */
    static Map<String, Object> over(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> all = new LinkedHashMap<>(below);
        all.putAll(above);
        all.put("auth", merged(in(below, "auth"), in(above, "auth")));
        return all;
    }

    /** With underlines in all its keys. */
    static Map<String, Object> normal(Map<String, Object> section) {
        Map<String, Object> normal = new LinkedHashMap<>();
        section.forEach((key, value) ->
                normal.put(key.replace('-', '_'), value instanceof Map<?, ?> ? normal(in(section, key)) : value));
        return normal;
    }
}
