package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Constraint.Case;
import io.github.cloudlb.codegen.Constraint.ValueWhen;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Writes checks of a value whose limits depend on another field: an idle time that is shorter for UDP than for HTTP. */
final class CaseSource {
    private final ConditionSource conditions;
    private final Attribute attribute;
    private final Collection<Attribute> siblings;
    private final String owner;
    private final CodeBlock field;

    CaseSource(
            ConditionSource conditions,
            Attribute attribute,
            Collection<Attribute> siblings,
            String owner,
            CodeBlock field) {
        this.conditions = conditions;
        this.attribute = attribute;
        this.siblings = siblings;
        this.owner = owner;
        this.field = field;
    }

    /** For a value that is given. */
    CodeBlock of(Constraint here, String dialect) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Case one : here.cases()) {
            CodeBlock limits = limits(one, attribute.unit(dialect));
            Optional<CodeBlock> holds = conditions.all(one.when(), siblings, owner);
            if (!limits.isEmpty() && holds.isPresent() && !one.when().isEmpty()) {
                code.beginControlFlow("if ($L)", holds.get()).add(limits).endControlFlow();
            }
        }
        for (ValueWhen refused : here.forbiddenValues()) {
            conditions
                    .all(refused.when(), siblings, owner)
                    .ifPresent(holds -> code.beginControlFlow(
                                    "if ($L == $L && $L)", attribute.get(owner), refused.value(), holds)
                            .addStatement(
                                    "throw new $T($L, $L, $S)",
                                    Names.INVALID_INPUT,
                                    field,
                                    attribute.get(owner),
                                    "another value is, when " + ConditionSource.when(refused.when()))
                            .endControlFlow());
        }
        return code.add(orElse(here)).build();
    }

    /** A range with values beside it that are allowed in some cases. */
    private CodeBlock orElse(Constraint here) {
        if (here.alsoAllowed().isEmpty() || here.min() == null || here.max() == null) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder allowed = CodeBlock.builder();
        for (ValueWhen also : here.alsoAllowed()) {
            Optional<CodeBlock> holds = conditions.all(also.when(), siblings, owner);
            if (holds.isEmpty()) {
                return CodeBlock.of("");
            }
            allowed.add(allowed.isEmpty() ? "" : " || ");
            allowed.add("$L == $L && $L", attribute.get(owner), also.value(), holds.get());
        }
        return CodeBlock.builder()
                .beginControlFlow("if (!($L))", allowed.build())
                .add(ValueChecks.range(here.min(), here.max(), field, attribute.get(owner)))
                .endControlFlow()
                .build();
    }

    private CodeBlock limits(Case one, String unit) {
        CodeBlock value = attribute.get(owner);
        BigDecimal min = one.min();
        BigDecimal max = one.max();
        return switch (attribute.kind()) {
            case INTEGER, LONG -> ValueChecks.range(min, max, field, value);
            case DURATION -> ValueChecks.range(min, max, field, ValueChecks.number(unit, value));
            case TEXT -> text(one, value);
            case ENUM ->
                one.allowed() == null
                        ? CodeBlock.of("")
                        : ValueChecks.among(attribute, field, value, CheckSource.jsonTexts(one.allowed()));
            default -> CodeBlock.of("");
        };
    }

    private CodeBlock text(Case one, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (one.maxLength() != null) {
            code.addStatement("$T.length($L, $L, 0, $L)", Names.CHECKS, field, value, one.maxLength());
        }
        if (one.allowed() != null) {
            code.addStatement("$T.oneOf($L, $L, $L)", Names.CHECKS, field, value, CheckSource.jsonTexts(one.allowed()));
        }
        return code.build();
    }
}
