package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Condition;
import io.github.cloudlb.codegen.Constraint;
import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes checks that hold only if other fields have some value. */
final class ConditionSource {
    private final JavaOperation operation;

    ConditionSource(JavaOperation operation) {
        this.operation = operation;
    }

    CodeBlock of(
            String check,
            List<Condition> conditions,
            Attribute attribute,
            Collection<Attribute> siblings,
            String owner,
            CodeBlock field) {
        return tests(conditions, siblings, owner)
                .map(tests -> CodeBlock.builder()
                        .beginControlFlow("if ($L)", tests)
                        .addStatement(
                                "$T.$L($L, $L, $S)",
                                Names.CHECKS,
                                check,
                                attribute.given(owner),
                                field,
                                inWords(conditions))
                        .endControlFlow()
                        .build())
                .orElse(CodeBlock.of(""));
    }

    static String inWords(List<Condition> conditions) {
        return conditions.stream().map(DocText::condition).collect(Collectors.joining(" and "));
    }

    /** Whether all conditions hold; empty if there are none, or if the request does not tell: the service decides then. */
    Optional<CodeBlock> tests(List<Condition> conditions, Collection<Attribute> siblings, String owner) {
        List<Optional<CodeBlock>> tests = conditions.stream()
                .map(condition -> test(condition, siblings, owner))
                .toList();
        return tests.isEmpty() || tests.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        CodeBlock.join(tests.stream().flatMap(Optional::stream).toList(), " && "));
    }

    /** Limits that hold in some cases only. */
    CodeBlock cases(
            Attribute attribute, Constraint here, Collection<Attribute> siblings, String owner, CodeBlock field) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Constraint.Case one : here.cases()) {
            CodeBlock then = ValueChecks.of(attribute, one, field, attribute.get(owner));
            CodeBlock given = attribute.mandatory() ? CodeBlock.of("") : CodeBlock.of("$L && ", attribute.given(owner));
            tests(one.when(), siblings, owner)
                    .filter(when -> !then.isEmpty())
                    .ifPresent(when -> code.beginControlFlow("if ($L$L)", given, when)
                            .add(then)
                            .endControlFlow());
        }
        return code.build();
    }

    /** What else must be if this is given. */
    CodeBlock together(
            Attribute attribute, Constraint here, Collection<Attribute> siblings, String owner, CodeBlock field) {
        return tests(here.requiredWith(), siblings, owner)
                .map(tests -> CodeBlock.builder()
                        .beginControlFlow("if ($L)", attribute.given(owner))
                        .addStatement(
                                "$T.require($L, $L, $L, $S)",
                                Names.INVALID_INPUT,
                                tests,
                                field,
                                attribute.get(owner),
                                "one where " + inWords(here.requiredWith()) + " is")
                        .endControlFlow()
                        .build())
                .orElse(CodeBlock.of(""));
    }

    private Optional<CodeBlock> test(Condition condition, Collection<Attribute> siblings, String owner) {
        String name = condition.field().substring(condition.field().lastIndexOf('.') + 1);
        Optional<Attribute> sibling = find(name, siblings);
        Optional<Attribute> other = sibling.isPresent() ? sibling : find(name, operation.attributes());
        List<JsonNode> values = condition.in() != null ? condition.in() : condition.notIn();
        if (other.isEmpty()
                || values == null
                || other.get().kind().isCollection()
                || other.get().kind() == Kind.OBJECT) {
            return Optional.empty();
        }
        String of = sibling.isPresent() ? owner : "it";
        CodeBlock text = text(other.get(), other.get().get(of));
        CodeBlock is = CodeBlock.of("$T.of($L).contains($L)", List.class, CheckSource.jsonTexts(values), text);
        if (!other.get().mandatory()) {
            is = CodeBlock.of("$L && $L", other.get().given(of), is);
        }
        return Optional.of(condition.in() != null ? is : CodeBlock.of("!($L)", is));
    }

    private static Optional<Attribute> find(String wire, Collection<Attribute> among) {
        return among.stream().filter(attribute -> attribute.wire().equals(wire)).findFirst();
    }

    private static CodeBlock text(Attribute attribute, CodeBlock value) {
        return attribute.kind() == Kind.TEXT
                ? value
                : attribute.kind() == Kind.ENUM
                        ? CodeBlock.of("$L.value(dialect)", value)
                        : CodeBlock.of("String.valueOf($L)", value);
    }
}
