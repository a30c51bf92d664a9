package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import java.util.List;

import javax.lang.model.element.Modifier;

/** Writes how a request is checked and put into query, form or body. */
final class RequestWireSource {
    private RequestWireSource() {}

    static TypeSpec of(JavaOperation operation, Resolver resolver) {
        TypeSpec.Builder wire = TypeSpec.classBuilder(operation.wire())
                .addJavadoc("How a {@link $T} goes over the wire.\n", operation.name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        new CheckSource(operation, resolver).addTo(wire);
        if (!operation.in("query").isEmpty() || !operation.in("form").isEmpty()) {
            wire.addMethod(parameters(operation));
        }
        if (!operation.in("body").isEmpty()) {
            wire.addMethod(json(operation, resolver.table.dialects()));
        }
        if (operation.isListing()) {
            PageSource.of(operation).forEach(wire::addMethod);
        }
        return wire.build();
    }

    private static MethodSpec parameters(JavaOperation operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("parameters")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.MESSAGE, "out")
                .addParameter(Names.DIALECT, "dialect");
        for (Attribute attribute : operation.attributes()) {
            String in = attribute.field().in();
            if ("query".equals(in) || "form".equals(in)) {
                CodeBlock code =
                        "field_selection".equals(attribute.field().base().kind())
                                ? ListingSource.selection(operation, attribute)
                                : operation.isRest()
                                        ? restParameter(attribute)
                                        : FlatSource.attribute(
                                                attribute,
                                                CodeBlock.of("$L", "form".equals(in)),
                                                CodeBlock.of("$S", attribute.wire()));
                method.addCode(
                        operation.row().canBeTried() && attribute.wire().equals("DryRun")
                                ? onlyIfAsked(attribute, code)
                                : TypeWireSource.guarded(attribute, code));
            }
        }
        return method.build();
    }

    /** Not set and false are the same to the service, and the vendor's clients send nothing then. */
    private static CodeBlock onlyIfAsked(Attribute flag, CodeBlock code) {
        return CodeBlock.builder()
                .beginControlFlow("if (it.$N())", flag.name())
                .add(code)
                .endControlFlow()
                .build();
    }

    private static CodeBlock text(Attribute attribute, CodeBlock value) {
        return attribute.kind() == Kind.DURATION
                ? TypeWireSource.byDialect(
                        attribute,
                        attribute.field().dialects(),
                        "dialect.name().equals($S)",
                        unit -> CodeBlock.of("String.valueOf($L.to$L())", value, FlatSource.step(unit)))
                : FlatSource.text(attribute, value);
    }

    private static CodeBlock restParameter(Attribute attribute) {
        if (!attribute.kind().isList()) {
            CodeBlock value = TypeWireSource.get(attribute);
            CodeBlock text =
                    attribute.kind() == Kind.ENUM ? CodeBlock.of("$L.value(dialect)", value) : text(attribute, value);
            return CodeBlock.builder()
                    .addStatement("out.query($S, $L)", attribute.wire(), text)
                    .build();
        }
        boolean open = attribute.kind() == Kind.ENUMS;
        CodeBlock texts = open
                ? CodeBlock.of("it.$N().stream().map(each -> each.value(dialect)).toList()", attribute.name())
                : CodeBlock.of("it.$N()", attribute.name());
        CodeBlock repeated = CodeBlock.builder()
                .beginControlFlow("for (String each : $L)", texts)
                .addStatement("out.query($S, each)", attribute.wire())
                .endControlFlow()
                .build();
        CodeBlock joined = CodeBlock.builder()
                .addStatement("out.query($S, String.join($S, $L))", attribute.wire(), ",", texts)
                .build();
        List<String> comma = attribute.field().dialects().stream()
                .filter(dialect -> String.valueOf(
                                attribute.field().constraint(dialect).list())
                        .startsWith("comma"))
                .toList();
        if (attribute.kind() == Kind.COMMAS) {
            return joined;
        }
        if (comma.isEmpty()) {
            return repeated;
        }
        return comma.size() == attribute.field().dialects().size()
                ? joined
                : CodeBlock.builder()
                        .beginControlFlow("if (dialect.name().equals($S))", comma.get(0))
                        .add(joined)
                        .nextControlFlow("else")
                        .add(repeated)
                        .endControlFlow()
                        .build();
    }

    private static MethodSpec json(JavaOperation operation, List<String> dialects) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("json")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.DIALECT, "dialect")
                .returns(byte[].class)
                .addStatement("$T out = new $T().beginObject()", Names.JSON_WRITER, Names.JSON_WRITER);
        String wrapper = operation.row().request().wrapper();
        if (wrapper != null) {
            method.addStatement("out.name($S).beginObject()", wrapper);
        }
        method.addCode(TypeWireSource.writeAll(operation.in("body"), dialects));
        if (!operation.clear().isEmpty()) {
            method.beginControlFlow("for (String field : it.cleared())")
                    .addStatement("out.nullField(field)")
                    .endControlFlow();
        }
        if (wrapper != null) {
            method.addStatement("out.endObject()");
        }
        return method.addStatement("return out.endObject().done()").build();
    }
}
