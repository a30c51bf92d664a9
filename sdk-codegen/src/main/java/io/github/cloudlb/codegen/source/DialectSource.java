package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Constraint;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Writes checks of what some dialects have and others have not. */
final class DialectSource {
    private final JavaOperation operation;

    DialectSource(JavaOperation operation) {
        this.operation = operation;
    }

    /** Refuses what the dialect does not have; {@code around} are the dialects that have what it stands in. */
    CodeBlock supported(Attribute attribute, List<String> around, String owner, CodeBlock field) {
        List<String> dialects = attribute.field().dialects();
        if (dialects.isEmpty() || dialects.size() >= around.size()) {
            return CodeBlock.of("");
        }
        CodeBlock used = attribute.row().value() == null ? attribute.given(owner) : changed(attribute, owner);
        return supported(attribute.row().instead(), used, field, dialects);
    }

    /** Refuses the whole operation where a dialect does not have it. */
    CodeBlock supported(List<String> having) {
        String instead = operation.overlay().instead();
        return supported(
                instead == null ? "nothing takes its place" : instead,
                CodeBlock.of("true"),
                CodeBlock.of("$S", operation.name().simpleName()),
                having);
    }

    private static CodeBlock supported(@Nullable String instead, CodeBlock used, CodeBlock what, List<String> having) {
        CodeBlock dialects = CheckSource.texts(having);
        return instead == null
                ? TypeWireSource.statement("$T.supported($L, $L, dialect, $L)", Names.CHECKS, used, what, dialects)
                : TypeWireSource.statement(
                        "$T.supportedOr($S, $L, $L, dialect, $L)", Names.CHECKS, instead, used, what, dialects);
    }

    /** Whether it differs from our own default, which goes out only where the dialect has it. */
    private CodeBlock changed(Attribute attribute, String owner) {
        if (attribute.kind() == Kind.BOOLEAN) {
            String not = "true".equals(attribute.row().value()) ? "!" : "";
            return CodeBlock.of("$L$L.$N()", not, owner, attribute.name());
        }
        return CodeBlock.of(
                "!$L.$N().equals($T.$L)",
                owner,
                attribute.name(),
                attribute.typeName(),
                Names.constant(String.valueOf(attribute.row().value())));
    }

    boolean isPartial(Attribute attribute) {
        return !attribute.field().dialects().isEmpty()
                && attribute.field().dialects().size()
                        < operation.row().dialects().size();
    }

    /** Whether there are checks of what is not given: those must not run where the field does not exist. */
    static boolean asksForMore(Attribute attribute) {
        return attribute.field().dialects().stream()
                .map(attribute.field()::constraint)
                .anyMatch(here -> here.isRequired() || !here.requiredWhen().isEmpty());
    }

    /** Why a dialect asks for a field; empty if all of the operation's do. */
    String needing(Attribute attribute, Constraint here) {
        List<String> needing = attribute.field().dialects().stream()
                .filter(dialect -> attribute.field().constraint(dialect).isRequired())
                .toList();
        boolean some = needing.size() < operation.row().dialects().size() && here.isRequired();
        return some ? "the dialect is " + String.join(" or ", needing) : "";
    }
}
