package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Field;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What all dialects of a field say together. */
final class FieldFacts {
    private FieldFacts() {}

    static Field items(Field array) {
        if (array.items() == null) {
            throw new TableException(array.name() + ": an array without items");
        }
        return array.items();
    }

    /** What objects that have nothing but an id call it. */
    static String id(Field array) {
        List<Field> fields = array.items() == null ? List.of() : array.items().fields();
        return fields.size() == 1 ? fields.get(0).name() : "id";
    }

    static String type(Field field) {
        String type = field.base().type();
        for (Constraint constraint : field.byDialect().values()) {
            type = type == null ? constraint.type() : type;
        }
        return type == null ? "string" : type;
    }

    static @Nullable String schema(Field field) {
        String schema = field.base().schema();
        for (Constraint constraint : field.byDialect().values()) {
            schema = schema == null ? constraint.schema() : schema;
        }
        return schema;
    }

    static @Nullable String list(Field field) {
        String list = field.base().list();
        for (Constraint constraint : field.byDialect().values()) {
            list = list == null ? constraint.list() : list;
        }
        return list;
    }

    static boolean isRequired(Field field) {
        if (field.in() != null && field.in().equals("path")) {
            return true;
        }
        boolean base = field.base().isRequired();
        return field.byDialect().isEmpty()
                ? base
                : field.dialects().stream()
                        .allMatch(dialect -> field.constraint(dialect).isRequired());
    }
}
