package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import java.time.Duration;
import java.time.Instant;
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
            wire.addMethod(read(type, dialects));
        }
        if (type.written) {
            wire.addMethod(rest ? json(type, dialects) : flat(type));
        }
        return wire.build();
    }

    private static MethodSpec read(JavaType type, List<String> dialects) {
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Names.JSON_READER, "in")
                .returns(type.name)
                .addStatement("$T.Builder out = $T.builder()", type.name, type.name)
                .beginControlFlow("for (String name = in.nextField(); name != null; name = in.nextField())")
                .beginControlFlow("switch (name)");
        for (Attribute attribute : type.attributes()) {
            read.beginControlFlow("case $S ->", attribute.wire());
            read.addCode(readAttribute(attribute, dialects));
            read.endControlFlow();
        }
        read.beginControlFlow("default ->")
                .addStatement("String value = in.raw()")
                .beginControlFlow("if (value != null)")
                .addStatement("out.putUnlisted(name, value)")
                .endControlFlow()
                .endControlFlow();
        return read.endControlFlow()
                .endControlFlow()
                .addStatement("return out.build()")
                .build();
    }

    private static CodeBlock readAttribute(Attribute attribute, List<String> dialects) {
        String name = attribute.name();
        return switch (attribute.kind()) {
            case OBJECT ->
                CodeBlock.builder()
                        .beginControlFlow("if (!in.isNull())")
                        .addStatement("out.$N(in.object($T::read))", name, wireOf(attribute))
                        .endControlFlow()
                        .build();
            case OBJECTS -> statement("out.$N(in.list($T::read))", name, wireOf(attribute));
            case TEXTS -> statement("out.$N(in.texts())", name);
            case ENUMS ->
                statement("out.$N(in.texts().stream().map($T::unlisted).toList())", name, attribute.typeName());
            case IDS -> statement("out.$N(in.ids())", name);
            case MAP -> statement("out.$N(in.map())", name);
            default -> readScalar(attribute, dialects);
        };
    }

    private static CodeBlock readScalar(Attribute attribute, List<String> dialects) {
        String reader = attribute.kind().reader;
        String type = switch (reader) {
            case "text" -> "String";
            case "integer" -> "Integer";
            case "longInteger" -> "Long";
            case "number" -> "Double";
            default -> "Boolean";
        };
        CodeBlock value = switch (attribute.kind()) {
            case ENUM -> CodeBlock.of("$T.unlisted(value)", attribute.typeName());
            case TIME -> CodeBlock.of("$T.read(value)", Names.TIMES);
            case INSTANT -> CodeBlock.of("$T.ofEpochMilli(value)", Instant.class);
            case DURATION ->
                byDialect(
                        attribute,
                        dialects,
                        "in.isIn($S)",
                        unit -> CodeBlock.of(
                                "$T.of$L(value)",
                                Duration.class,
                                unit.equals("milliseconds") ? "Millis" : Names.capital(unit)));
            default -> CodeBlock.of("value");
        };
        return CodeBlock.builder()
                .addStatement("$L value = in.$L()", type, reader)
                .beginControlFlow("if (value != null)")
                .addStatement("out.$N($L)", attribute.name(), value)
                .endControlFlow()
                .build();
    }

    private static CodeBlock statement(String format, Object... args) {
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
                .addCode(writeAll(type.attributes(), dialects))
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
                statement("out.field($S, $L.stream().map($T::value).toList())", wire, value, attribute.typeName());
            case IDS -> throw new IllegalArgumentException(attribute.path() + ": ids are read only");
            case ENUM -> statement("out.field($S, $L.value())", wire, value);
            case DURATION ->
                statement(
                        "out.field($S, $L)",
                        wire,
                        byDialect(
                                attribute,
                                dialects,
                                "dialect.name().equals($S)",
                                unit -> CodeBlock.of(
                                        "$L.to$L()",
                                        value,
                                        unit.equals("milliseconds") ? "Millis" : Names.capital(unit))));
            case INSTANT -> statement("out.field($S, $L.toEpochMilli())", wire, value);
            case TIME -> statement("out.field($S, $T.text($L))", wire, Names.TIMES, value);
            default -> statement("out.field($S, $L)", wire, value);
        };
    }

    private static MethodSpec flat(JavaType type) {
        MethodSpec.Builder flat = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Names.MESSAGE, "out")
                .addParameter(boolean.class, "inForm")
                .addParameter(String.class, "prefix")
                .addParameter(type.name, "it");
        for (Attribute attribute : type.attributes()) {
            flat.addCode(guarded(
                    attribute,
                    flatAttribute(attribute, CodeBlock.of("inForm"), CodeBlock.of("prefix + $S", attribute.wire()))));
        }
        return flat.build();
    }

    /** Lists count from 1, objects nest with dots. */
    static CodeBlock flatAttribute(Attribute attribute, CodeBlock inForm, CodeBlock name) {
        CodeBlock value = get(attribute);
        return switch (attribute.kind()) {
            case OBJECT -> statement("$T.write(out, $L, $L, $L)", wireOf(attribute), inForm, plus(name, "."), value);
            case OBJECTS ->
                numbered(
                        attribute,
                        "$T.write(out, $L, $L + (i + 1) + $S, $L.get(i))",
                        wireOf(attribute),
                        inForm,
                        plus(name, "."),
                        ".",
                        value);
            case TEXTS ->
                numbered(attribute, "out.parameter($L, $L + (i + 1), $L.get(i))", inForm, plus(name, "."), value);
            case ENUMS ->
                numbered(
                        attribute,
                        "out.parameter($L, $L + (i + 1), $L.get(i).value())",
                        inForm,
                        plus(name, "."),
                        value);
            default -> statement("out.parameter($L, $L, $L)", inForm, name, text(attribute, value));
        };
    }

    private static CodeBlock numbered(Attribute attribute, String format, Object... args) {
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < $L.size(); i++)", get(attribute))
                .addStatement(format, args)
                .endControlFlow()
                .build();
    }

    private static CodeBlock plus(CodeBlock name, String dot) {
        return name.toString().startsWith("\"")
                ? CodeBlock.of("$S", name.toString().replace("\"", "") + dot)
                : CodeBlock.of("$L + $S", name, dot);
    }

    static CodeBlock text(Attribute attribute, CodeBlock value) {
        return switch (attribute.kind()) {
            case TEXT -> value;
            case ENUM -> CodeBlock.of("$L.value()", value);
            case INSTANT -> CodeBlock.of("String.valueOf($L.toEpochMilli())", value);
            case TIME -> time(attribute, value);
            case DURATION ->
                CodeBlock.of(
                        "String.valueOf($L.to$L())",
                        value,
                        attribute.unit("").equals("milliseconds") ? "Millis" : Names.capital(attribute.unit("")));
            default -> CodeBlock.of("String.valueOf($L)", value);
        };
    }

    /** Where the format has no zone, UTC is meant, and a zone would not be understood. */
    private static CodeBlock time(Attribute attribute, CodeBlock value) {
        String format = String.valueOf(attribute
                .field()
                .constraint(attribute.field().dialects().stream().findFirst().orElse(""))
                .format());
        return format.endsWith("ss")
                ? CodeBlock.of(
                        "$T.text($L.truncatedTo($T.SECONDS)).replace($S, $S)",
                        Names.TIMES,
                        value,
                        ChronoUnit.class,
                        "Z",
                        "")
                : CodeBlock.of("$T.text($L)", Names.TIMES, value);
    }
}
