package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import io.github.cloudlb.codegen.Field;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The open enums of an API. */
final class Enums {
    private final Resolver resolver;

    Enums(Resolver resolver) {
        this.resolver = resolver;
    }

    ClassName name(@Nullable String name) {
        String known = String.valueOf(name);
        Overlay.EnumRow row = row(known);
        return ClassName.get(resolver.overlay.base(row.shared()) + "." + row.in(), known);
    }

    /** Whether another API has it already. */
    boolean isShared(String name) {
        return row(name).shared() != null;
    }

    private Overlay.EnumRow row(String name) {
        return TableException.need(
                resolver.overlay.enums().get(name), "overlay of " + resolver.table.api() + ": no enum " + name);
    }

    String doc(String name) {
        return row(name).doc();
    }

    /** How some dialects write some values, by dialect and value. */
    Map<String, Map<String, String>> spelled(String name) {
        Map<String, Map<String, String>> spelled = Overlay.orNone(row(name).spelled());
        spelled.values().forEach(values -> hasAll(name, "spelled", values.keySet()));
        return spelled;
    }

    /** What else stands for some values, wherever it is read. */
    Map<String, List<String>> also(String name) {
        Map<String, List<String>> also = Overlay.orNone(row(name).also());
        hasAll(name, "also", also.keySet());
        return also;
    }

    private void hasAll(String name, String section, Set<String> given) {
        given.stream().filter(value -> !values(name).contains(value)).forEach(value -> {
            throw new TableException("overlay of " + resolver.table.api() + ": enums." + name + ": " + section
                    + ": it has no value " + value);
        });
    }

    /** Values of a field in the table as this enum has them. */
    List<String> listed(String name, List<JsonNode> allowed) {
        Map<String, String> listed = new HashMap<>();
        also(name).forEach((value, others) -> others.forEach(other -> listed.put(other, value)));
        return allowed.stream()
                .map(value -> value.asString(value.toString()))
                .map(value -> listed.getOrDefault(value, value))
                .toList();
    }

    /** The values the overlay lists, or else all that fields of this type have in the table. */
    Set<String> values(String name) {
        List<String> listed = row(name).values();
        Set<String> values = new LinkedHashSet<>(listed == null ? List.of() : listed);
        if (values.isEmpty()) {
            resolver.operations.forEach(
                    operation -> operation.attributes().forEach(attribute -> addValues(attribute, name, values)));
            resolver.types
                    .values()
                    .forEach(type -> type.attributes().forEach(attribute -> addValues(attribute, name, values)));
        }
        Overlay.orNone(row(name).also()).values().forEach(values::removeAll);
        if (values.isEmpty()) {
            throw new TableException(
                    "overlay of " + resolver.table.api() + ": enums." + name + ": the table has no values for it");
        }
        return values;
    }

    private static void addValues(Attribute attribute, String name, Set<String> values) {
        if (attribute.type() != null && attribute.type().simpleName().equals(name)) {
            Field field = attribute.field().items() == null
                    ? attribute.field()
                    : attribute.field().items();
            Set<String> known = new HashSet<>();
            values.forEach(value -> known.add(value.toLowerCase(Locale.ROOT)));
            Stream.concat(Stream.of(field.base()), field.byDialect().values().stream())
                    .flatMap(constraint -> constraint.allowed().stream())
                    .map(value -> value.asString(value.toString()))
                    .filter(value -> known.add(value.toLowerCase(Locale.ROOT)))
                    .forEach(values::add);
        }
    }
}
