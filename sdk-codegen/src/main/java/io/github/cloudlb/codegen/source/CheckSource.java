package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.Condition;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Field;
import io.github.cloudlb.codegen.TableException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.lang.model.element.Modifier;

/** Writes the checks of a request: what every source agrees the service would refuse. */
final class CheckSource {
    private final JavaOperation operation;
    private final Resolver resolver;
    private final Map<String, MethodSpec> nested = new LinkedHashMap<>();

    CheckSource(JavaOperation operation, Resolver resolver) {
        this.operation = operation;
        this.resolver = resolver;
    }

    void addTo(TypeSpec.Builder wire) {
        MethodSpec.Builder check = MethodSpec.methodBuilder("check")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.DIALECT, "dialect");
        List<String> dialects = operation.row().dialects();
        if (dialects.size() < resolver.table.dialects().size()) {
            check.addStatement(
                    "$T.supported(true, $S, dialect, $L)",
                    Names.CHECKS,
                    operation.name().simpleName(),
                    texts(dialects));
        }
        for (Attribute attribute : operation.attributes()) {
            check.addCode(supported(attribute, dialects, "it", CodeBlock.of("$S", attribute.wire())));
        }
        for (Attribute attribute : operation.attributes()) {
            check.addCode(attribute(attribute, operation.attributes(), "it", ""));
        }
        check.addCode(ClearedSource.checks(operation));
        wire.addMethod(check.build());
        nested.values().forEach(wire::addMethod);
    }

    private CodeBlock attribute(Attribute attribute, Collection<Attribute> siblings, String owner, String at) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<String> dialects = attribute.field().dialects();
        CodeBlock field = name(attribute, at);
        Map<String, CodeBlock> byDialect = new LinkedHashMap<>();
        for (String dialect : dialects) {
            byDialect.put(dialect, checks(attribute, attribute.field().constraint(dialect), siblings, owner, field));
        }
        if (byDialect.isEmpty()) {
            code.add(checks(attribute, attribute.field().base(), siblings, owner, field));
        } else if (byDialect.values().stream()
                                .map(CodeBlock::toString)
                                .distinct()
                                .count()
                        == 1
                && !(isPartial(attribute) && asksForMore(attribute))) {
            code.add(byDialect.values().iterator().next());
        } else {
            byDialect.forEach((dialect, checks) -> {
                if (!checks.isEmpty()) {
                    code.beginControlFlow("if (dialect.name().equals($S))", dialect)
                            .add(checks)
                            .endControlFlow();
                }
            });
        }
        return code.add(inner(attribute, owner, at)).build();
    }

    /** Refuses what the dialect does not have; {@code around} are the dialects that have what it stands in. */
    private CodeBlock supported(Attribute attribute, List<String> around, String owner, CodeBlock field) {
        List<String> dialects = attribute.field().dialects();
        if (dialects.isEmpty() || dialects.size() >= around.size()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.supported($L, $L, dialect, $L)",
                        Names.CHECKS,
                        attribute.row().value() == null ? given(attribute, owner) : changed(attribute, owner),
                        field,
                        texts(dialects))
                .build();
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

    private boolean isPartial(Attribute attribute) {
        return !attribute.field().dialects().isEmpty()
                && attribute.field().dialects().size()
                        < operation.row().dialects().size();
    }

    /** Whether there are checks of what is not given: those must not run where the field does not exist. */
    private static boolean asksForMore(Attribute attribute) {
        return attribute.field().dialects().stream()
                .map(attribute.field()::constraint)
                .anyMatch(here -> here.isRequired() || !here.requiredWhen().isEmpty());
    }

    /** Why a dialect asks for a field; empty if all of the operation's do. */
    private String dialectNeeding(Attribute attribute, Constraint here) {
        List<String> needing = attribute.field().dialects().stream()
                .filter(dialect -> attribute.field().constraint(dialect).isRequired())
                .toList();
        boolean some = needing.size() < operation.row().dialects().size() && here.isRequired();
        return some ? "the dialect is " + String.join(" or ", needing) : "";
    }

    private static CodeBlock name(Attribute attribute, String at) {
        return at.isEmpty() ? CodeBlock.of("$S", attribute.wire()) : CodeBlock.of("at + $S", attribute.wire());
    }

    private CodeBlock checks(
            Attribute attribute, Constraint here, Collection<Attribute> siblings, String owner, CodeBlock field) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (here.isRequired() && !attribute.mandatory()) {
            code.addStatement(
                    "$T.required($L, $L, $S)",
                    Names.CHECKS,
                    given(attribute, owner),
                    field,
                    dialectNeeding(attribute, here));
        }
        code.add(conditional("required", here.requiredWhen(), attribute, siblings, owner, field));
        code.add(conditional("forbidden", here.forbiddenWhen(), attribute, siblings, owner, field));
        CodeBlock value = ValueChecks.of(attribute, here, field, get(attribute, owner), resolver);
        if (!value.isEmpty()) {
            boolean always = attribute.mandatory();
            code.add(
                    always
                            ? value
                            : CodeBlock.builder()
                                    .beginControlFlow("if ($L)", given(attribute, owner))
                                    .add(value)
                                    .endControlFlow()
                                    .build());
        }
        return code.build();
    }

    private CodeBlock conditional(
            String check,
            List<Condition> conditions,
            Attribute attribute,
            Collection<Attribute> siblings,
            String owner,
            CodeBlock field) {
        List<CodeBlock> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<CodeBlock> test = test(condition, siblings, owner);
            if (test.isEmpty()) {
                // It depends on something this request does not hold: the service decides.
                return CodeBlock.of("");
            }
            tests.add(test.get());
        }
        if (tests.isEmpty()) {
            return CodeBlock.of("");
        }
        String when = conditions.stream().map(DocText::condition).collect(Collectors.joining(" and "));
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", CodeBlock.join(tests, " && "))
                .addStatement("$T.$L($L, $L, $S)", Names.CHECKS, check, given(attribute, owner), field, when)
                .endControlFlow()
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
        CodeBlock text = text(other.get(), get(other.get(), of));
        CodeBlock is = CodeBlock.of("$T.of($L).contains($L)", List.class, jsonTexts(values), text);
        if (!other.get().mandatory()) {
            is = CodeBlock.of("$L && $L", given(other.get(), of), is);
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
                        ? CodeBlock.of("$L.value()", value)
                        : CodeBlock.of("String.valueOf($L)", value);
    }

    /** Checks what an object holds, or each object of a list, by this operation's own facts. */
    private CodeBlock inner(Attribute attribute, String owner, String at) {
        if (attribute.kind() != Kind.OBJECT && attribute.kind() != Kind.OBJECTS) {
            return CodeBlock.of("");
        }
        String method = "check" + Names.capital(attribute.name());
        JavaType type = TableException.need(
                resolver.types.get(attribute.typeName().simpleName()), attribute.path() + ": no such type");
        List<Attribute> inside = inside(attribute, type);
        MethodSpec.Builder check = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(type.name, "each")
                .addParameter(String.class, "at")
                .addParameter(Names.DIALECT, "dialect");
        List<String> around = attribute.field().dialects();
        inside.forEach(field -> check.addCode(supported(field, around, "each", name(field, "at"))));
        inside.forEach(field -> check.addCode(attribute(field, inside, "each", "at")));
        nested.put(method, check.build());
        boolean one = attribute.kind() == Kind.OBJECT;
        String opened = attribute.wire() + (one ? "." : "[");
        CodeBlock prefix = at.isEmpty() ? CodeBlock.of("$S", opened) : CodeBlock.of("at + $S", opened);
        CodeBlock.Builder code = CodeBlock.builder();
        if (one) {
            code.addStatement("$L(it, $L, $L, dialect)", method, get(attribute, owner), prefix);
        } else {
            code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", get(attribute, owner))
                    .addStatement(
                            "$L(it, $L.get(i), $L + i + $S, dialect)", method, get(attribute, owner), prefix, "].")
                    .endControlFlow();
        }
        boolean bare = attribute.mandatory() || attribute.kind() == Kind.OBJECTS && !attribute.isOptional();
        return bare
                ? code.build()
                : CodeBlock.builder()
                        .beginControlFlow("if ($L)", given(attribute, owner))
                        .add(code.build())
                        .endControlFlow()
                        .build();
    }

    /** The attributes as the shared type has them, with the facts of this place. */
    private List<Attribute> inside(Attribute attribute, JavaType type) {
        Field holder = attribute.kind() == Kind.OBJECTS ? Resolver.items(attribute.field()) : attribute.field();
        String schema = Resolver.schema(holder);
        List<Field> fields = schema == null ? holder.fields() : resolver.schema(schema);
        List<Attribute> inside = new ArrayList<>();
        for (Field field : fields) {
            for (Attribute known : type.attributes()) {
                if (known.wire().equals(field.name())) {
                    inside.add(new Attribute(
                            known.name(),
                            known.kind(),
                            known.type(),
                            known.mandatory(),
                            known.optionalList(),
                            field,
                            known.row(),
                            known.path()));
                }
            }
        }
        return inside;
    }

    private CodeBlock given(Attribute attribute, String owner) {
        if (attribute.mandatory()) {
            return CodeBlock.of("true");
        }
        return CodeBlock.of(
                attribute.isOptional() ? "$L.$N().isPresent()" : "!$L.$N().isEmpty()", owner, attribute.name());
    }

    private CodeBlock get(Attribute attribute, String owner) {
        return CodeBlock.of(attribute.isOptional() ? "$L.$N().get()" : "$L.$N()", owner, attribute.name());
    }

    static CodeBlock texts(Collection<String> texts) {
        return CodeBlock.join(
                texts.stream().map(text -> CodeBlock.of("$S", text)).toList(), ", ");
    }

    static CodeBlock jsonTexts(Collection<JsonNode> values) {
        return texts(
                values.stream().map(value -> value.asString(value.toString())).toList());
    }
}
