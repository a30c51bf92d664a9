package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import io.github.cloudlb.codegen.Condition;
import io.github.cloudlb.codegen.Constraint;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
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
        Optional<CodeBlock> holds = all(conditions, siblings, owner);
        if (conditions.isEmpty() || holds.isEmpty()) {
            // Without a condition there is nothing to check; with one on what this request does not hold, the service
            // decides.
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", holds.get())
                .addStatement("$T.$L($L, $L, $S)", Names.CHECKS, check, attribute.given(owner), field, when(conditions))
                .endControlFlow()
                .build();
    }

    static String when(List<Condition> conditions) {
        return conditions.stream().map(DocText::condition).collect(Collectors.joining(" and "));
    }

    /** Whether all conditions hold; empty if one is about something that the request does not have. */
    Optional<CodeBlock> all(List<Condition> conditions, Collection<Attribute> siblings, String owner) {
        List<CodeBlock> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<CodeBlock> test = test(condition, siblings, owner);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        return Optional.of(CodeBlock.join(tests, " && "));
    }

    /** What else must be if this is given. */
    CodeBlock together(
            Attribute attribute, Constraint here, Collection<Attribute> siblings, String owner, CodeBlock field) {
        Optional<CodeBlock> holds = all(here.requiredWith(), siblings, owner);
        if (here.requiredWith().isEmpty() || holds.isEmpty()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.require($L, $L, $L, $S)",
                        Names.INVALID_INPUT,
                        holds.get(),
                        field,
                        attribute.get(owner),
                        "one where " + when(here.requiredWith()) + " is")
                .build();
    }

    /** One at least of some fields must be given. */
    CodeBlock anyOf() {
        List<Attribute> any = operation.anyOf();
        if (any.isEmpty()) {
            return CodeBlock.of("");
        }
        String others = any.stream().skip(1).map(Attribute::wire).collect(Collectors.joining(", "));
        return CodeBlock.builder()
                .addStatement(
                        "$T.required($L, $S, $S)",
                        Names.CHECKS,
                        CodeBlock.join(any.stream().map(one -> one.given("it")).toList(), " || "),
                        any.get(0).wire(),
                        "there is none of " + others)
                .build();
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
            CodeBlock given = other.get().given(of);
            is = isDefault(other.get(), values)
                    ? CodeBlock.of("(!$L || $L)", given, is)
                    : CodeBlock.of("$L && $L", given, is);
        }
        return Optional.of(condition.in() != null ? is : CodeBlock.of("!($L)", is));
    }

    /** Whether it is required unless some other field is given. */
    boolean isRequiredByDefault(Attribute attribute) {
        List<Condition> conditions = attribute.field().dialects().stream()
                .flatMap(dialect -> attribute.field().constraint(dialect).requiredWhen().stream())
                .toList();
        return !conditions.isEmpty() && conditions.stream().allMatch(this::holdsByDefault);
    }

    private boolean holdsByDefault(Condition condition) {
        List<JsonNode> values = condition.in();
        return values != null
                && find(condition.field(), operation.attributes())
                        .filter(other -> !other.mandatory() && isDefault(other, values))
                        .isPresent();
    }

    /** Whether what is made gets such a value if none is given; what is changed keeps the one it has. */
    private boolean isDefault(Attribute attribute, List<JsonNode> values) {
        List<String> dialects = attribute.field().dialects();
        return operation.row().method().equals("POST")
                && !dialects.isEmpty()
                && dialects.stream()
                        .map(dialect -> attribute.field().constraint(dialect).defaultValue())
                        .allMatch(byDefault -> byDefault != null && values.contains(byDefault));
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
