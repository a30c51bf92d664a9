package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.TableException;

import java.util.List;

/** Writes the checks of what is set back: only what may be, not what is given as well, and only where it exists. */
final class ClearedSource {
    private ClearedSource() {}

    static CodeBlock checks(JavaOperation operation) {
        if (operation.clear().isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("for (String field : it.cleared())")
                .addStatement(
                        "$T.require($T.of($L).contains(field), $S, field, $S)",
                        Names.INVALID_INPUT,
                        List.class,
                        CheckSource.texts(operation.clear()),
                        "cleared",
                        "one of " + String.join(", ", operation.clear()) + " is")
                .endControlFlow();
        for (Attribute attribute : operation.attributes()) {
            if (operation.clear().contains(attribute.wire())) {
                code.add(check(attribute, operation.row().dialects()));
            }
        }
        return code.build();
    }

    private static CodeBlock check(Attribute attribute, List<String> around) {
        List<String> dialects = attribute.field().dialects();
        List<String> clearing = dialects.stream()
                .filter(dialect -> attribute.field().constraint(dialect).nullable())
                .toList();
        if (clearing.isEmpty()) {
            throw new TableException(attribute.path() + ": it is cleared, but the table has no null for it");
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if (it.cleared().contains($S))", attribute.wire())
                .addStatement(
                        "$T.forbidden(it.$N().isPresent(), $S, $S)",
                        Names.CHECKS,
                        attribute.name(),
                        attribute.wire(),
                        "it is cleared");
        if (!dialects.isEmpty() && dialects.size() < around.size()) {
            code.addStatement(
                    "$T.supported(true, $S, dialect, $L)", Names.CHECKS, attribute.wire(), CheckSource.texts(dialects));
        }
        if (clearing.size() < dialects.size()) {
            code.addStatement(
                    "$T.supported(true, $S, dialect, $L)",
                    Names.CHECKS,
                    "clearing " + attribute.wire(),
                    CheckSource.texts(clearing));
        }
        return code.endControlFlow().build();
    }
}
