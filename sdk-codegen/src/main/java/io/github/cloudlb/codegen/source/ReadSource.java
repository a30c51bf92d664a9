package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.lang.model.element.Modifier;

/** Writes how an object is read from JSON. */
final class ReadSource {
    private ReadSource() {}

    static MethodSpec of(JavaType type, List<String> dialects) {
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Names.JSON_READER, "in")
                .returns(type.name)
                .addStatement("$T.Builder out = $T.builder()", type.name, type.name)
                .beginControlFlow("for (String name = in.nextField(); name != null; name = in.nextField())")
                .beginControlFlow("switch (name)");
        for (Attribute attribute : type.attributes()) {
            read.beginControlFlow("case $L ->", CheckSource.texts(type.names(attribute)));
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
                        .addStatement("out.$N(in.object($T::read))", name, TypeWireSource.wireOf(attribute))
                        .endControlFlow()
                        .build();
            case OBJECTS ->
                TypeWireSource.statement("out.$N(in.list($T::read))", name, TypeWireSource.wireOf(attribute));
            case TEXTS -> TypeWireSource.statement("out.$N(in.texts())", name);
            case COMMAS -> TypeWireSource.statement("out.$N(in.commas())", name);
            case ENUMS ->
                TypeWireSource.statement(
                        "out.$N(in.texts().stream().map($T::unlisted).toList())", name, attribute.typeName());
            case IDS -> ids(attribute);
            case MAP -> TypeWireSource.statement("out.$N(in.map())", name);
            default -> readScalar(attribute, dialects);
        };
    }

    /** An object that has one field has nothing but its id, whatever that is called. */
    private static CodeBlock ids(Attribute attribute) {
        String id = FieldFacts.id(attribute.field());
        return id.equals("id")
                ? TypeWireSource.statement("out.$N(in.ids())", attribute.name())
                : TypeWireSource.statement("out.$N(in.ids($S))", attribute.name(), id);
    }

    private static CodeBlock readScalar(Attribute attribute, List<String> dialects) {
        String reader = attribute.kind().reader;
        String type = switch (reader) {
            case "text", "filled" -> "String";
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
                TypeWireSource.byDialect(
                        attribute,
                        dialects,
                        "in.isIn($S)",
                        unit -> CodeBlock.of("$T.of$L(value)", Duration.class, FlatSource.step(unit)));
            default -> CodeBlock.of("value");
        };
        CodeBlock read = attribute.isWrittenAsText()
                ? CodeBlock.of("in.integerOr(text -> out.putUnlisted($S, text))", attribute.wire())
                : CodeBlock.of("in.$L()", reader);
        return CodeBlock.builder()
                .addStatement("$L value = $L", type, read)
                .beginControlFlow("if (value != null)")
                .addStatement("out.$N($L)", attribute.name(), value)
                .endControlFlow()
                .build();
    }
}
