package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Field;

/** Writes the checks of a list or map that is given: how many entries, and what each may be. */
final class ItemChecks {
    private ItemChecks() {}

    /** Among flat parameters an empty list is none. */
    private static int least(Attribute attribute) {
        boolean flat = "form".equals(attribute.field().in())
                || "query".equals(attribute.field().in());
        return attribute.mandatory() && flat ? 1 : 0;
    }

    static CodeBlock of(Attribute attribute, Constraint here, String dialect, CodeBlock field, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        Integer max = Widest.maxItems(here);
        int min = Math.max(least(attribute), here.minItems() != null ? here.minItems() : 0);
        if (max != null || attribute.mandatory() && min > 0) {
            code.addStatement(
                    "$T.items($L, $L, $L, $L)", Names.CHECKS, field, value, min, max == null ? Integer.MAX_VALUE : max);
        }
        Field held = attribute.kind() == Kind.MAP
                ? attribute.field().values()
                : attribute.kind() == Kind.TEXTS ? attribute.field().items() : null;
        Constraint each = held == null ? null : held.constraint(dialect);
        Integer longest = each == null || here.itemMaxLength() != null ? here.itemMaxLength() : each.maxLength();
        if (longest != null) {
            String values = attribute.kind() == Kind.MAP ? ".values()" : "";
            code.addStatement("$T.lengths($L, $L$L, $L)", Names.CHECKS, field, value, values, longest);
        }
        if (attribute.kind() == Kind.COMMAS) {
            String most = here.maxLength() == null ? "" : ", " + here.maxLength();
            code.addStatement("$T.check($L, $L$L)", Names.COMMAS, field, value, most);
        }
        if (each != null && "cidr".equals(each.format())) {
            code.addStatement("$T.cidrs($L, $L)", Names.CHECKS, field, value);
        }
        return code.build();
    }
}
