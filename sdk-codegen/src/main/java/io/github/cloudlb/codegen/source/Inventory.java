package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import io.github.cloudlb.codegen.Operation;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/** Lists what was generated, for pages of the documentation and for tests that go through a whole table. */
final class Inventory {
    private Inventory() {}

    /** Operation, method and path, dialects, facade, method, request. */
    static String operations(Resolver resolver) {
        StringBuilder csv = new StringBuilder();
        for (JavaOperation operation : resolver.operations) {
            Operation row = operation.row();
            Overlay.Group group = resolver.overlay.groups().get(row.group());
            line(
                    csv,
                    row.name(),
                    row.method() + " " + row.path(),
                    String.join(" ", row.dialects()),
                    group == null ? "" : group.in() + "." + group.facade(),
                    operation.overlay().method(),
                    operation.name().simpleName());
        }
        return csv.toString();
    }

    /** Class, name on the wire, accessor: where an object has several names for a thing, there is a line for each. */
    static String fields(Resolver resolver) {
        StringBuilder csv = new StringBuilder();
        for (JavaOperation operation : resolver.operations) {
            fields(csv, operation.name(), operation.attributes(), one -> Set.of(one.wire()));
        }
        for (JavaType type : resolver.types.values()) {
            fields(csv, type.name, type.attributes(), type::names);
        }
        return csv.toString();
    }

    private static void fields(
            StringBuilder csv,
            ClassName of,
            Collection<Attribute> attributes,
            Function<Attribute, Collection<String>> names) {
        for (Attribute attribute : attributes) {
            names.apply(attribute).forEach(name -> line(csv, of.canonicalName(), name, attribute.name()));
        }
    }

    private static void line(StringBuilder csv, String... cells) {
        csv.append(String.join(",", cells)).append('\n');
    }
}
