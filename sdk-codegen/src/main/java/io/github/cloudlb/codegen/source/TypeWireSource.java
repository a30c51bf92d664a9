package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import javax.lang.model.element.Modifier;

/** Writes how an object is read from JSON, and how it is written as JSON or as flat parameters. */
final class TypeWireSource {
    private TypeWireSource() {}

    static TypeSpec of(JavaType type, boolean rest, List<String> dialects) {
        TypeSpec.Builder wire = TypeSpec.classBuilder(type.wire)
                .addJavadoc("How a {@link $T} goes over the wire.\n", type.name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (type.read) {
            wire.addMethod(ReadSource.of(type, dialects));
        }
        if (type.written) {
            wire.addMethod(rest ? json(type, dialects) : FlatSource.of(type));
        }
        if (type.json) {
            wire.addMethod(json(type, dialects));
        }
        return wire.build();
    }

    static CodeBlock statement(String format, Object... args) {
        return CodeBlock.builder().addStatement(format, args).build();
    }

    static ClassName wireOf(Attribute attribute) {
        ClassName type = attribute.typeName();
        String base = type.packageName().substring(0, type.packageName().lastIndexOf('.'));
        return ClassName.get(base + ".wire", type.simpleName() + "Wire");
    }

    /** One expression, or one for each dialect where the unit differs. */
    static CodeBlock byDialect(
            Attribute attribute, List<String> dialects, String test, Function<String, CodeBlock> code) {
        List<String> having = dialects.stream().filter(attribute.field()::isIn).toList();
        String first = attribute.unit(having.isEmpty() ? "" : having.get(0));
        String other = attribute.unit(having.isEmpty() ? "" : having.get(having.size() - 1));
        return first.equals(other)
                ? code.apply(first)
                : CodeBlock.of(test + " ? $L : $L", having.get(0), code.apply(first), code.apply(other));
    }

    private static MethodSpec json(JavaType type, List<String> dialects) {
        return MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Names.JSON_WRITER, "out")
                .addParameter(type.name, "it")
                .addParameter(Names.DIALECT, "dialect")
                .addStatement("out.beginObject()")
                .addCode(writeAll(type.requested(), dialects))
                .addStatement("out.endObject()")
                .build();
    }

    static CodeBlock writeAll(Collection<Attribute> attributes, List<String> dialects) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Attribute attribute : attributes) {
            code.add(guarded(attribute, writeAttribute(attribute, dialects)));
        }
        return code.build();
    }

    /** Leaves out what is not given. */
    static CodeBlock guarded(Attribute attribute, CodeBlock code) {
        if (attribute.row().value() != null && attribute.field().dialects().size() == 1) {
            return CodeBlock.builder()
                    .beginControlFlow(
                            "if (dialect.name().equals($S))",
                            attribute.field().dialects().get(0))
                    .add(code)
                    .endControlFlow()
                    .build();
        }
        if (attribute.mandatory()) {
            return code;
        }
        String given = attribute.isOptional() ? "if (it.$N().isPresent())" : "if (!it.$N().isEmpty())";
        return CodeBlock.builder()
                .beginControlFlow(given, attribute.name())
                .add(code)
                .endControlFlow()
                .build();
    }

    static CodeBlock get(Attribute attribute) {
        return CodeBlock.of(attribute.isOptional() ? "it.$N().get()" : "it.$N()", attribute.name());
    }

    private static CodeBlock writeAttribute(Attribute attribute, List<String> dialects) {
        String wire = attribute.wire();
        CodeBlock value = get(attribute);
        return switch (attribute.kind()) {
            case OBJECT ->
                CodeBlock.builder()
                        .addStatement("out.name($S)", wire)
                        .addStatement("$T.write(out, $L, dialect)", wireOf(attribute), value)
                        .build();
            case OBJECTS ->
                CodeBlock.builder()
                        .addStatement("out.name($S).beginList()", wire)
                        .beginControlFlow("for ($T each : $L)", attribute.typeName(), value)
                        .addStatement("$T.write(out, each, dialect)", wireOf(attribute))
                        .endControlFlow()
                        .addStatement("out.endList()")
                        .build();
            case ENUMS ->
                statement("out.field($S, $L.stream().map(each -> each.value(dialect)).toList())", wire, value);
            case COMMAS -> statement("out.field($S, String.join($S, $L))", wire, ",", value);
            case IDS -> throw new IllegalArgumentException(attribute.path() + ": ids in JSON are read only");
            case ENUM -> statement("out.field($S, $L.value(dialect))", wire, value);
            case DURATION ->
                statement(
                        "out.field($S, $L)",
                        wire,
                        byDialect(
                                attribute,
                                dialects,
                                "dialect.name().equals($S)",
                                unit -> CodeBlock.of("$L.to$L()", value, FlatSource.step(unit))));
            case INSTANT -> statement("out.field($S, $L.toEpochMilli())", wire, value);
            case TIME -> statement("out.field($S, $T.text($L))", wire, Names.TIMES, value);
            default -> statement("out.field($S, $L)", wire, value);
        };
    }

    /** Where the format has no zone, UTC is meant, and a zone would not be understood. */
    static CodeBlock time(Attribute attribute, CodeBlock value) {
        String format = String.valueOf(attribute
                .field()
                .constraint(attribute.field().dialects().stream().findFirst().orElse(""))
                .format());
        return format.endsWith("ss")
                ? CodeBlock.of(
                        "$T.text($L.truncatedTo($T.SECONDS)).replace($S, $S)$L",
                        Names.TIMES,
                        value,
                        ChronoUnit.class,
                        "Z",
                        "",
                        format.contains("dd HH") ? CodeBlock.of(".replace($S, $S)", "T", " ") : "")
                : CodeBlock.of("$T.text($L)", Names.TIMES, value);
    }
}
