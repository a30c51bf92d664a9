package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Field;

import java.util.List;
import java.util.function.Predicate;

/** Writes what is special about names of fields, to sort by or to be told. */
final class ListingSource {
    private ListingSource() {}

    /** Refuses names that the listed things do not have. */
    static CodeBlock check(JavaOperation operation, Attribute attribute, String dialect) {
        Constraint here = attribute.field().constraint(dialect);
        CodeBlock.Builder code = CodeBlock.builder();
        if (here.kind() == null) {
            return code.build();
        }
        boolean names = attribute.kind() == Kind.TEXTS;
        if (names && here.kind().equals("sort")) {
            names(code, operation, attribute, dialect, field -> isSortable(field, dialect));
        } else if (names && here.kind().equals("field_selection")) {
            names(code, operation, attribute, dialect, field -> true);
        } else if (here.listPairs() && !names) {
            code.addStatement(
                    "$T.items($S, it.$N(), it.sortKey().size(), it.sortKey().size())",
                    Names.CHECKS,
                    attribute.wire(),
                    attribute.name());
        }
        return code.build();
    }

    private static void names(
            CodeBlock.Builder code,
            JavaOperation operation,
            Attribute attribute,
            String dialect,
            Predicate<Field> fits) {
        List<String> known = operation.row().response().fields().stream()
                .filter(field -> field.isIn(dialect))
                .filter(fits)
                .map(Field::name)
                .toList();
        code.addStatement(
                "$T.$L($S, $L, $L)",
                Names.CHECKS,
                attribute.wire().equals("sort") ? "sort" : "names",
                attribute.wire(),
                attribute.get("it"),
                CheckSource.texts(known));
    }

    /** Octavia sorts by what it keeps in one column: not by lists, nor by a name that stands for another. */
    private static boolean isSortable(Field field, String dialect) {
        Constraint here = field.constraint(dialect);
        return here.aliasOf() == null && !List.of("array", "object", "map").contains(FieldFacts.type(field));
    }

    /** Asks for some fields only; those that a value is not complete without come along. */
    static CodeBlock selection(JavaOperation operation, Attribute attribute) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("for (String each : $L)", attribute.get("it"))
                .addStatement("out.query($S, each)", attribute.wire())
                .endControlFlow();
        JavaType told = operation.item() != null ? operation.item() : operation.answer();
        List<String> always = told == null || told.row.always() == null ? List.of() : told.row.always();
        for (String field : always) {
            code.beginControlFlow("if (!$L.contains($S))", attribute.get("it"), field)
                    .addStatement("out.query($S, $S)", attribute.wire(), field)
                    .endControlFlow();
        }
        return code.build();
    }
}
