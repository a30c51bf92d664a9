package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Field;

import java.util.ArrayList;
import java.util.List;

/** What an object, or each object of a list, holds at one place. */
final class InnerFields {
    private InnerFields() {}

    /** The attributes as the shared type has them, with the facts of this place. */
    static List<Attribute> of(Attribute attribute, JavaType type, Resolver resolver) {
        Field holder = attribute.kind() == Kind.OBJECTS ? FieldFacts.items(attribute.field()) : attribute.field();
        String schema = FieldFacts.schema(holder);
        List<Field> fields = schema == null ? holder.fields() : resolver.schema(schema);
        List<Attribute> inside = new ArrayList<>();
        for (Field field : fields) {
            for (Attribute known : type.attributes()) {
                if (known.wire().equals(field.name())) {
                    inside.add(new Attribute(
                            known.name(),
                            known.kind(),
                            known.type(),
                            known.mandatory(),
                            known.optionalList(),
                            field,
                            known.row(),
                            known.path()));
                }
            }
        }
        return inside;
    }
}
