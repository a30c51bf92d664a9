package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Constraint;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the checks of one value that is given. */
final class ValueChecks {
    private ValueChecks() {}

    static CodeBlock of(
            Attribute attribute, Constraint here, String dialect, CodeBlock field, CodeBlock value, Resolver resolver) {
        CodeBlock.Builder code = CodeBlock.builder();
        switch (attribute.kind()) {
            case TEXT -> code.add(TextChecks.of(attribute, here, field, value));
            case INTEGER, LONG, NUMBER -> {
                range(code, here, field, value);
                oneOf(code, here, field, value);
                asText(code, here, field, value);
            }
            case ENUM -> {
                String type = attribute.typeName().simpleName();
                List<String> allowed = resolver.enums.listed(type, Widest.allowed(here));
                if (narrows(allowed, resolver.enums.values(type))) {
                    code.add(among(attribute, field, value, CheckSource.texts(allowed)));
                }
            }
            case DURATION -> duration(code, here, attribute.unit(dialect), field, value);
            default -> {
                if (attribute.kind().isCollection()) {
                    code.add(ItemChecks.of(attribute, here, dialect, field, value));
                }
            }
        }
        return code.add(refused(attribute, field, value)).build();
    }

    /** What would be done, and is not what anybody wants. */
    private static CodeBlock refused(Attribute attribute, CodeBlock field, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        Map<String, String> refused =
                attribute.row().refuse() == null ? Map.of() : attribute.row().refuse();
        refused.forEach((text, instead) -> code.addStatement(
                "$T.refused($L, String.valueOf($L), $S, $S)", Names.CHECKS, field, value, text, instead));
        return code.build();
    }

    static CodeBlock among(Attribute attribute, CodeBlock field, CodeBlock value, CodeBlock allowed) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.among($L, $L, dialect, $T.known(), $L)",
                        Names.CHECKS,
                        field,
                        value,
                        attribute.typeName(),
                        allowed)
                .build();
    }

    /** A duration between two steps of the unit would be cut off unseen. */
    private static void duration(
            CodeBlock.Builder code, Constraint here, String unit, CodeBlock field, CodeBlock value) {
        String step = FlatSource.step(unit);
        CodeBlock number = number(unit, value);
        code.addStatement(
                "$T.require($L.equals($T.of$L($L)), $L, $L, $S)",
                Names.INVALID_INPUT,
                value,
                Duration.class,
                step,
                number,
                field,
                value,
                "a number of whole " + unit + " is");
        BigDecimal min = Widest.caseMin(here);
        BigDecimal max = Widest.caseMax(here);
        if (here.min() == null && here.max() == null && min != null && max != null) {
            code.addStatement("$T.range($L, $L, $L, $L)", Names.CHECKS, field, number, literal(min), literal(max));
        }
        range(code, here, field, number);
    }

    /** A duration as a number of the unit that goes out. */
    static CodeBlock number(String unit, CodeBlock value) {
        return CodeBlock.of("$L.to$L()", value, FlatSource.step(unit));
    }

    private static void range(CodeBlock.Builder code, Constraint here, CodeBlock field, CodeBlock value) {
        if (here.alsoAllowed().isEmpty()) {
            code.add(range(here.min(), Widest.max(here), field, value));
        }
    }

    static CodeBlock range(@Nullable BigDecimal min, @Nullable BigDecimal max, CodeBlock field, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (min != null && max != null) {
            code.addStatement("$T.range($L, $L, $L, $L)", Names.CHECKS, field, value, literal(min), literal(max));
        } else if (min != null) {
            code.addStatement("$T.atLeast($L, $L, $L)", Names.CHECKS, field, value, literal(min));
        } else if (max != null) {
            code.addStatement("$T.atMost($L, $L, $L)", Names.CHECKS, field, value, literal(max));
        }
        return code.build();
    }

    private static void oneOf(CodeBlock.Builder code, Constraint here, CodeBlock field, CodeBlock value) {
        if (!here.allowed().isEmpty()) {
            code.addStatement(
                    "$T.oneOf($L, $T.valueOf($L), $L)",
                    Names.CHECKS,
                    field,
                    String.class,
                    value,
                    CheckSource.jsonTexts(here.allowed()));
        }
    }

    /** What the table says of a number that it has as a text. */
    private static void asText(CodeBlock.Builder code, Constraint here, CodeBlock field, CodeBlock value) {
        if (here.numericMin() != null && here.numericMax() != null) {
            code.addStatement(
                    "$T.range($L, $L, $L, $L)", Names.CHECKS, field, value, here.numericMin(), here.numericMax());
        }
        if (!here.valuePatterns().isEmpty()) {
            code.addStatement(
                    "$T.like($L, $L, $L)", Names.WRITTEN, field, value, CheckSource.texts(here.valuePatterns()));
        }
    }

    private static String literal(BigDecimal number) {
        long value = number.longValueExact();
        return value > Integer.MAX_VALUE || value < Integer.MIN_VALUE ? value + "L" : String.valueOf(value);
    }

    /** Whether fewer values are allowed here than the enum knows. */
    private static boolean narrows(List<String> here, Set<String> known) {
        Set<String> allowed = new HashSet<>();
        here.forEach(value -> allowed.add(value.toLowerCase(Locale.ROOT)));
        return !allowed.isEmpty()
                && known.stream().anyMatch(value -> !allowed.contains(value.toLowerCase(Locale.ROOT)));
    }
}
