package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Condition;
import io.github.cloudlb.codegen.Constraint;

import java.util.List;

/** Writes the check of what entries of a list need once there are several, such as a share for each. */
final class CountSource {
    private CountSource() {}

    /** For the entry {@code i} of the list. */
    static CodeBlock of(Attribute list, List<Attribute> inside, String owner, CodeBlock prefix) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Attribute field : inside) {
            Constraint here = field.field().base();
            for (Condition condition : here.requiredWhen()) {
                if (list.wire().equals(condition.field()) && condition.countGreaterThan() != null) {
                    code.beginControlFlow("if ($L.size() > $L)", list.get(owner), condition.countGreaterThan())
                            .addStatement(
                                    "$T.required($L, $L + i + $S, $S)",
                                    Names.CHECKS,
                                    field.given(list.get(owner) + ".get(i)"),
                                    prefix,
                                    "]." + field.wire(),
                                    DocText.condition(condition))
                            .endControlFlow();
                }
            }
        }
        return code.build();
    }
}
