package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Constraint;

import java.util.ArrayList;
import java.util.List;

/** Writes the checks of a text that is given. */
final class TextChecks {
    private static final int LONGEST_TOKEN = 64;

    private TextChecks() {}

    static CodeBlock of(Attribute attribute, Constraint here, CodeBlock field, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        whole(code, attribute, here, field, value);
        parts(code, attribute, here, field, value);
        return code.build();
    }

    /** What kind of text, and how long. */
    private static void whole(
            CodeBlock.Builder code, Attribute attribute, Constraint here, CodeBlock field, CodeBlock value) {
        if (attribute.isName()) {
            code.addStatement("$T.name($L, $L)", Names.SEGMENTS, field, value);
        } else if ("id".equals(attribute.row().type())
                || "path".equals(attribute.field().in())) {
            code.addStatement("$T.id($L, $L)", Names.CHECKS, field, value);
        } else if (attribute.mandatory()
                && here.minLength() == null
                && !attribute.row().empty()) {
            code.addStatement("$T.notEmpty($L, $L)", Names.CHECKS, field, value);
        }
        Integer max = attribute.wire().equals("ClientToken") ? Integer.valueOf(LONGEST_TOKEN) : here.maxLength();
        if (here.minLength() != null || max != null) {
            int min = here.minLength() == null ? (attribute.wire().equals("ClientToken") ? 1 : 0) : here.minLength();
            code.addStatement(
                    "$T.length($L, $L, $L, $L)",
                    Names.CHECKS,
                    field,
                    value,
                    min,
                    max == null ? Integer.MAX_VALUE : max);
        }
        if (here.maxBytes() != null) {
            code.addStatement("$T.bytes($L, $L, $L)", Names.WRITTEN, field, value, here.maxBytes());
        }
    }

    /** What it may hold. */
    private static void parts(
            CodeBlock.Builder code, Attribute attribute, Constraint here, CodeBlock field, CodeBlock value) {
        if (!here.allowed().isEmpty()) {
            code.addStatement(
                    "$T.oneOf($L, $L, $L)", Names.CHECKS, field, value, CheckSource.jsonTexts(here.allowed()));
        }
        if (here.asciiOnly()) {
            // What is limited in bytes is a body, which may have lines.
            code.addStatement(
                    here.maxBytes() == null ? "$T.ascii($L, $L)" : "$T.asciiLines($L, $L)",
                    here.maxBytes() == null ? Names.CHECKS : Names.WRITTEN,
                    field,
                    value);
        }
        if (here.pattern() != null) {
            code.addStatement("$T.pattern($L, $L, $S)", Names.CHECKS, field, value, here.pattern());
        }
        if (here.startsWith() != null && here.startsWith().equals("/")) {
            code.addStatement(
                    "$T.startsWith($L, $L, $L)",
                    Names.CHECKS,
                    field,
                    value,
                    CheckSource.texts(startsOf(here.startsWith(), here.variables())));
        }
        if (!here.forbiddenPrefixes().isEmpty()) {
            code.addStatement(
                    "$T.noPrefix($L, $L, $T.of($L))",
                    Names.CHECKS,
                    field,
                    value,
                    List.class,
                    CheckSource.texts(here.forbiddenPrefixes()));
        }
        if (here.ipVersions().equals(List.of(4)) && !attribute.wire().endsWith("_id")) {
            code.addStatement("$T.ipv4($L, $L)", Names.CHECKS, field, value);
        } else if ("ip".equals(here.format())) {
            code.addStatement("$T.ip($L, $L)", Names.CHECKS, field, value);
        }
        if (here.noSpaces()) {
            code.addStatement("$T.noBlanks($L, $L)", Names.CHECKS, field, value);
        }
    }

    /** A variable at the start stands for something that starts so. */
    private static List<String> startsOf(String start, List<String> variables) {
        List<String> starts = new ArrayList<>(List.of(start));
        starts.addAll(variables);
        return starts;
    }
}
