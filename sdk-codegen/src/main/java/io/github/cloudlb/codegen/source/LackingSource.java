package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the checks of fields that a shared type has for other requests only: they would be sent, and ignored. */
final class LackingSource {
    private LackingSource() {}

    static CodeBlock of(JavaOperation operation, JavaType type, List<Attribute> inside) {
        CodeBlock.Builder code = CodeBlock.builder();
        Set<String> here = inside.stream().map(Attribute::wire).collect(Collectors.toSet());
        for (Attribute attribute : type.requested()) {
            if (!operation.isRest() && !here.contains(attribute.wire())) {
                code.addStatement(
                        "$T.forbidden($L, $L, $S)",
                        Names.CHECKS,
                        attribute.given("each"),
                        CheckSource.name(attribute, "at"),
                        "the operation is " + operation.row().name());
            }
        }
        return code.build();
    }
}
