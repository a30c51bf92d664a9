package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.TableException;
import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Modifier;

/** Writes the checks of a request: what every source agrees the service would refuse. */
final class CheckSource {
    private final JavaOperation operation;
    private final Resolver resolver;
    private final ConditionSource conditions;
    private final DialectSource dialects;
    private final Map<String, MethodSpec> nested = new LinkedHashMap<>();

    CheckSource(JavaOperation operation, Resolver resolver) {
        this.operation = operation;
        this.resolver = resolver;
        this.conditions = new ConditionSource(operation);
        this.dialects = new DialectSource(operation);
    }

    void addTo(TypeSpec.Builder wire) {
        MethodSpec.Builder check = MethodSpec.methodBuilder("check")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.DIALECT, "dialect");
        List<String> all = operation.row().dialects();
        if (all.size() < resolver.table.dialects().size()) {
            check.addCode(dialects.supported(all));
        }
        for (Attribute attribute : operation.attributes()) {
            check.addCode(dialects.supported(attribute, all, "it", CodeBlock.of("$S", attribute.wire())));
        }
        for (Attribute attribute : operation.attributes()) {
            check.addCode(attribute(attribute, operation.attributes(), "it", ""));
        }
        check.addCode(conditions.anyOf());
        check.addCode(ClearedSource.checks(operation));
        wire.addMethod(check.build());
        nested.values().forEach(wire::addMethod);
    }

    /** {@code holder} is what the attribute stands in, or empty for a field of the request itself. */
    private CodeBlock attribute(Attribute attribute, Collection<Attribute> siblings, String owner, String holder) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<String> dialects = attribute.field().dialects();
        CodeBlock field = name(attribute, holder);
        Map<String, CodeBlock> byDialect = new LinkedHashMap<>();
        for (String dialect : dialects) {
            byDialect.put(dialect, checks(attribute, dialect, siblings, owner, field));
        }
        if (byDialect.isEmpty()) {
            code.add(checks(attribute, "", siblings, owner, field));
        } else if (byDialect.values().stream()
                                .map(CodeBlock::toString)
                                .distinct()
                                .count()
                        == 1
                && !(this.dialects.isPartial(attribute) && DialectSource.asksForMore(attribute))) {
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
        return code.add(inner(attribute, owner, holder)).build();
    }

    static CodeBlock name(Attribute attribute, String holder) {
        return holder.isEmpty() ? CodeBlock.of("$S", attribute.wire()) : CodeBlock.of("at + $S", attribute.wire());
    }

    private CodeBlock checks(
            Attribute attribute, String dialect, Collection<Attribute> siblings, String owner, CodeBlock field) {
        Constraint here = attribute.field().constraint(dialect);
        CodeBlock.Builder code = CodeBlock.builder();
        if (here.isRequired() && !attribute.mandatory() && !attribute.isNumber()) {
            code.addStatement(
                    "$T.required($L, $L, $S)",
                    Names.CHECKS,
                    attribute.given(owner),
                    field,
                    dialects.needing(attribute, here));
        }
        code.add(conditions.of("required", here.requiredWhen(), attribute, siblings, owner, field));
        code.add(conditions.of("forbidden", here.forbiddenWhen(), attribute, siblings, owner, field));
        CodeBlock value = CodeBlock.builder()
                .add(ValueChecks.of(attribute, here, dialect, field, attribute.get(owner), resolver))
                .add(new CaseSource(conditions, attribute, siblings, owner, field).of(here, dialect))
                .add(conditions.together(attribute, here, siblings, owner, field))
                .add(ListingSource.check(operation, attribute, dialect))
                .build();
        if (!value.isEmpty()) {
            boolean always = attribute.mandatory();
            code.add(
                    always
                            ? value
                            : CodeBlock.builder()
                                    .beginControlFlow("if ($L)", attribute.given(owner))
                                    .add(value)
                                    .endControlFlow()
                                    .build());
        }
        return code.build();
    }

    /** Checks what an object holds, or each object of a list, by this operation's own facts. */
    private CodeBlock inner(Attribute attribute, String owner, String holder) {
        if (attribute.kind() != Kind.OBJECT && attribute.kind() != Kind.OBJECTS) {
            return CodeBlock.of("");
        }
        JavaType type = TableException.need(
                resolver.types.get(attribute.typeName().simpleName()), attribute.path() + ": no such type");
        String name = Names.capital(attribute.name());
        List<Attribute> inside = InnerFields.of(attribute, type, resolver);
        List<String> around = attribute.field().dialects();
        CodeBlock.Builder checks = CodeBlock.builder();
        inside.forEach(field -> checks.add(dialects.supported(field, around, "each", name(field, holder + name))));
        inside.forEach(field -> checks.add(attribute(field, inside, "each", holder + name)));
        checks.add(LackingSource.of(operation, type, inside));
        String method = method("check" + name, "check" + holder + name, type, checks.build());
        boolean one = attribute.kind() == Kind.OBJECT;
        String opened = attribute.wire() + (one ? "." : "[");
        CodeBlock prefix = holder.isEmpty() ? CodeBlock.of("$S", opened) : CodeBlock.of("at + $S", opened);
        CodeBlock.Builder code = CodeBlock.builder();
        if (one) {
            code.addStatement("$L(it, $L, $L, dialect)", method, attribute.get(owner), prefix);
        } else {
            code.add(DistinctSource.of(attribute, type, owner));
            code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", attribute.get(owner))
                    .add(CountSource.of(attribute, inside, owner, prefix))
                    .addStatement("$L(it, $L.get(i), $L + i + $S, dialect)", method, attribute.get(owner), prefix, "].")
                    .endControlFlow();
        }
        boolean bare = attribute.mandatory() || attribute.kind() == Kind.OBJECTS && !attribute.isOptional();
        return bare
                ? code.build()
                : CodeBlock.builder()
                        .beginControlFlow("if ($L)", attribute.given(owner))
                        .add(code.build())
                        .endControlFlow()
                        .build();
    }

    /** A method with these checks: the one there is, or else one by its short name, or its long one if that is taken. */
    private String method(String brief, String full, JavaType type, CodeBlock checks) {
        MethodSpec method = MethodSpec.methodBuilder(brief)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(type.name, "each")
                .addParameter(String.class, "at")
                .addParameter(Names.DIALECT, "dialect")
                .addCode(checks)
                .build();
        MethodSpec there = nested.putIfAbsent(brief, method);
        if (there == null || there.equals(method)) {
            return brief;
        }
        nested.put(full, method.toBuilder().setName(full).build());
        return full;
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
