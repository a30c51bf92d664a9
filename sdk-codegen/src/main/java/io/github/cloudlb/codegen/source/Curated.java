package io.github.cloudlb.codegen.source;

import java.util.Map;

/** Types an overlay can give a field beside its own enums and objects. */
final class Curated {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("id", Kind.TEXT),
            Map.entry("text", Kind.TEXT),
            Map.entry("ids", Kind.IDS),
            Map.entry("integer", Kind.INTEGER),
            Map.entry("boolean", Kind.BOOLEAN),
            Map.entry("onOff", Kind.ON_OFF),
            Map.entry("duration", Kind.DURATION),
            Map.entry("time", Kind.TIME),
            Map.entry("instant", Kind.INSTANT),
            Map.entry("long", Kind.LONG),
            Map.entry("texts", Kind.TEXTS),
            Map.entry("commas", Kind.COMMAS));

    private Curated() {}

    static boolean has(String type) {
        return KINDS.containsKey(type);
    }

    static Kind kind(String type) {
        return KINDS.getOrDefault(type, Kind.TEXT);
    }
}
