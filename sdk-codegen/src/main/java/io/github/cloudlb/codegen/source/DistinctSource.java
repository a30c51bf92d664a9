package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;

import java.util.List;

/** Writes the check that no two entries are for the same thing, which some services do not survive. */
final class DistinctSource {
    private DistinctSource() {}

    static CodeBlock of(Attribute attribute, JavaType type, String owner) {
        List<String> fields = attribute.row().distinct();
        if (fields == null) {
            return CodeBlock.of("");
        }
        CodeBlock key = CodeBlock.join(
                fields.stream()
                        .map(field ->
                                CodeBlock.of("each.$N()", type.attribute(field).name()))
                        .toList(),
                ", ");
        return CodeBlock.builder()
                .addStatement(
                        "$T.distinct($S, $S, $L.stream().map(each -> $T.of($L)).toList())",
                        Names.CHECKS,
                        attribute.wire(),
                        String.join(" and ", fields),
                        attribute.get(owner),
                        List.class,
                        key)
                .build();
    }
}
