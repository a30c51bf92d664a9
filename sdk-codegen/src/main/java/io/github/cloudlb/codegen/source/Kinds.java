package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Field;

/** Decides how a field looks in Java: as the overlay says, or else as its type does. */
final class Kinds {
    private Kinds() {}

    static Kind of(Overlay overlay, Field field, FieldRow row, String path, Place place) {
        String wanted = row.type();
        String type = FieldFacts.type(field);
        boolean array = type.equals("array")
                || "comma".equals(FieldFacts.list(field))
                || "repeated".equals(FieldFacts.list(field));
        if (wanted != null && Curated.has(wanted)) {
            return Curated.kind(wanted);
        }
        if (wanted != null && overlay.enums().containsKey(wanted)) {
            return array ? Kind.ENUMS : Kind.ENUM;
        }
        if (wanted != null && overlay.types().containsKey(wanted)) {
            return array ? Kind.OBJECTS : Kind.OBJECT;
        }
        if (wanted != null) {
            throw place.error(path, "the overlay has no type " + wanted);
        }
        boolean closed = !field.base().allowed().isEmpty()
                || field.byDialect().values().stream()
                        .anyMatch(here -> !here.allowed().isEmpty());
        if (closed && type.equals("string")) {
            throw place.error(path, "it has an enum; the overlay must say which Java type that is");
        }
        return switch (type) {
            case "string" -> array ? Kind.TEXTS : Kind.TEXT;
            case "integer" -> Kind.INTEGER;
            case "long" -> Kind.LONG;
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "map" -> Kind.MAP;
            case "array" -> arrayKind(field, path, place);
            default -> throw place.error(path, "the overlay must name the Java type of this " + type);
        };
    }

    private static Kind arrayKind(Field field, String path, Place place) {
        if (!"string".equals(FieldFacts.type(FieldFacts.items(field)))) {
            throw place.error(path, "the overlay must name the Java type of its items");
        }
        return Kind.TEXTS;
    }
}
