package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What Jackson passes for an absent list or map, as an empty one. */
final class Absent {
    private Absent() {}

    static <T> List<T> asEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <K, V> Map<K, V> asEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
