package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import io.github.cloudlb.codegen.TableException;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An object of the API as a Java value, gathered from all places where it occurs. */
final class JavaType {
    final ClassName name;
    final ClassName wire;
    final Overlay.TypeRow row;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Set<String> requested = new HashSet<>();
    private boolean seen;
    boolean read;
    boolean written;
    /** Written as one text that holds JSON, where all else is flat. */
    boolean json;

    JavaType(ClassName name, ClassName wire, Overlay.TypeRow row) {
        this.name = name;
        this.wire = wire;
        this.row = row;
    }

    Collection<Attribute> attributes() {
        return attributes.values();
    }

    /** Those that some request has: what only answers tell does not go out. */
    List<Attribute> requested() {
        return attributes().stream()
                .filter(attribute -> requested.contains(attribute.wire()))
                .toList();
    }

    Attribute attribute(String wire) {
        return TableException.need(attributes.get(wire), name.simpleName() + ": no field " + wire);
    }

    boolean hasAll(Collection<String> fields) {
        return attributes.keySet().containsAll(fields);
    }

    /** Where it occurs. */
    Set<String> dialects() {
        Set<String> dialects = new TreeSet<>();
        attributes
                .values()
                .forEach(attribute -> dialects.addAll(attribute.field().dialects()));
        return dialects;
    }

    /** Whether another API has it already. */
    boolean isShared() {
        return row.shared() != null;
    }

    /** Whether answers always have it. */
    boolean always(String wire) {
        return row.always() != null && row.always().contains(wire);
    }

    /** Whether a request makes no sense without it. */
    boolean needs(String wire) {
        return row.needs() != null && row.needs().contains(wire);
    }

    /** What the service calls a field: here its name, there another. */
    Set<String> names(Attribute attribute) {
        return names.getOrDefault(attribute.wire(), Set.of(attribute.wire()));
    }

    private void same(Attribute other, String as) {
        Attribute known = attribute(as);
        attributes.put(as, known.with(other));
        names.computeIfAbsent(as, name -> new TreeSet<>(Set.of(name))).add(other.wire());
    }

    /** Adds one place where the type occurs: an attribute is mandatory only if it is so everywhere. */
    void occurs(Collection<Attribute> found, boolean inRequest) {
        if (inRequest) {
            found.forEach(attribute -> requested.add(attribute.wire()));
        }
        for (Attribute attribute : found) {
            if (attribute.row().same() != null) {
                same(attribute, attribute.row().same());
                continue;
            }
            Attribute known = attributes.get(attribute.wire());
            if (known == null) {
                attributes.put(attribute.wire(), attribute.mandatory(attribute.mandatory() && !seen));
            } else if (known.kind() != attribute.kind()) {
                throw new IllegalArgumentException(name.simpleName() + ": " + attribute.path() + " is "
                        + attribute.kind() + ", but " + known.path() + " is " + known.kind());
            } else {
                attributes.put(
                        attribute.wire(), known.with(attribute).mandatory(known.mandatory() && attribute.mandatory()));
            }
        }
        attributes.replaceAll((wire, attribute) ->
                found.stream().anyMatch(one -> one.wire().equals(wire)) ? attribute : attribute.mandatory(false));
        seen = true;
    }
}
