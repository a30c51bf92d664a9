package io.github.cloudlb.codegen.source;

import java.util.Map;

/** Types an overlay can give a field beside its own enums and objects. */
final class Curated {
    private static final Map<String, Kind> KINDS = Map.of(
            "id", Kind.TEXT,
            "text", Kind.TEXT,
            "ids", Kind.IDS,
            "integer", Kind.INTEGER,
            "long", Kind.LONG,
            "boolean", Kind.BOOLEAN,
            "duration", Kind.DURATION,
            "time", Kind.TIME,
            "instant", Kind.INSTANT,
            "texts", Kind.TEXTS);

    private Curated() {}

    static boolean has(String type) {
        return KINDS.containsKey(type);
    }

    static Kind kind(String type) {
        return KINDS.getOrDefault(type, Kind.TEXT);
    }
}
