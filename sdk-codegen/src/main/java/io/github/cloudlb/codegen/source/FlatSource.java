package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

import javax.lang.model.element.Modifier;

/** Writes an object as flat parameters: lists count from 1, objects nest with dots. */
final class FlatSource {
    private FlatSource() {}

    static MethodSpec of(JavaType type) {
        MethodSpec.Builder flat = MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Names.MESSAGE, "out")
                .addParameter(boolean.class, "inForm")
                .addParameter(String.class, "prefix")
                .addParameter(type.name, "it");
        for (Attribute attribute : type.requested()) {
            flat.addCode(TypeWireSource.guarded(
                    attribute,
                    attribute(attribute, CodeBlock.of("inForm"), CodeBlock.of("prefix + $S", attribute.wire()))));
        }
        return flat.build();
    }

    /** Lists count from 1, objects nest with dots. */
    static CodeBlock attribute(Attribute attribute, CodeBlock inForm, CodeBlock name) {
        CodeBlock value = TypeWireSource.get(attribute);
        if (attribute.kind() == Kind.OBJECT
                && "json".equals(attribute.field().base().encoding())) {
            return json(attribute, inForm, name, value);
        }
        return switch (attribute.kind()) {
            case OBJECT ->
                TypeWireSource.statement(
                        "$T.write(out, $L, $L, $L)", TypeWireSource.wireOf(attribute), inForm, plus(name, "."), value);
            case OBJECTS -> objects(attribute, inForm, plus(name, "."), value);
            case TEXTS ->
                numbered(attribute, "out.parameter($L, $L + (i + 1), $L.get(i))", inForm, plus(name, "."), value);
            case ENUMS ->
                numbered(
                        attribute,
                        "out.parameter($L, $L + (i + 1), $L.get(i).value())",
                        inForm,
                        plus(name, "."),
                        value);
            case IDS ->
                numbered(
                        attribute,
                        "out.parameter($L, $L + (i + 1) + $S, $L.get(i))",
                        inForm,
                        plus(name, "."),
                        "." + FieldFacts.id(attribute.field()),
                        value);
            default -> TypeWireSource.statement("out.parameter($L, $L, $L)", inForm, name, text(attribute, value));
        };
    }

    /** One parameter that holds JSON. */
    private static CodeBlock json(Attribute attribute, CodeBlock inForm, CodeBlock name, CodeBlock value) {
        return CodeBlock.builder()
                .addStatement("$T json = new $T()", Names.JSON_WRITER, Names.JSON_WRITER)
                .addStatement("$T.write(json, $L, dialect)", TypeWireSource.wireOf(attribute), value)
                .addStatement("out.parameter($L, $L, json.text())", inForm, name)
                .build();
    }

    private static CodeBlock objects(Attribute attribute, CodeBlock inForm, CodeBlock prefix, CodeBlock value) {
        CodeBlock.Builder each = CodeBlock.builder()
                .addStatement(
                        "$T.write(out, $L, $L + (i + 1) + $S, $L.get(i))",
                        TypeWireSource.wireOf(attribute),
                        inForm,
                        prefix,
                        ".",
                        value);
        String place = attribute.row().numbered();
        if (place != null) {
            each.beginControlFlow("if ($L.get(i).$N().isEmpty())", value, Names.attribute(place))
                    .addStatement(
                            "out.parameter($L, $L + (i + 1) + $S, String.valueOf(i + 1))", inForm, prefix, "." + place)
                    .endControlFlow();
        }
        return numbered(attribute, each.build());
    }

    private static CodeBlock numbered(Attribute attribute, String format, Object... args) {
        return numbered(attribute, TypeWireSource.statement(format, args));
    }

    private static CodeBlock numbered(Attribute attribute, CodeBlock each) {
        return CodeBlock.builder()
                .beginControlFlow("for (int i = 0; i < $L.size(); i++)", TypeWireSource.get(attribute))
                .add(each)
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
            case ON_OFF -> CodeBlock.of("$L ? $S : $S", value, "on", "off");
            case INSTANT -> CodeBlock.of("String.valueOf($L.toEpochMilli())", value);
            case TIME -> TypeWireSource.time(attribute, value);
            case DURATION -> CodeBlock.of("String.valueOf($L.to$L())", value, step(attribute.unit("")));
            default -> CodeBlock.of("String.valueOf($L)", value);
        };
    }

    /** How {@link java.time.Duration} names a unit. */
    static String step(String unit) {
        return unit.equals("milliseconds") ? "Millis" : Names.capital(unit);
    }
}
