package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.Operation;
import io.github.cloudlb.codegen.TableException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.Modifier;

/** Writes how a request is checked and put into query, form or body, and how a page of its answer is read. */
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
        if (operation.item() != null) {
            wire.addMethod(page(operation)).addMethod(readPage(operation, operation.item()));
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
                        operation.row().dryRun() && attribute.wire().equals("DryRun")
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
            CodeBlock text = text(attribute, TypeWireSource.get(attribute));
            return CodeBlock.builder()
                    .addStatement("out.query($S, $L)", attribute.wire(), text)
                    .build();
        }
        boolean open = attribute.kind() == Kind.ENUMS;
        CodeBlock texts = open
                ? CodeBlock.of("it.$N().stream().map($T::value).toList()", attribute.name(), attribute.typeName())
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

    private static MethodSpec page(JavaOperation operation) {
        return MethodSpec.methodBuilder("page")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.ANSWER, "answer")
                .addParameter(Names.DIALECT, "dialect")
                .returns(operation.answerType())
                .addStatement("return $T.read(answer, dialect, in -> page(it, in))", Names.JSON_READER)
                .build();
    }

    /** The method that {@code page} hands the reader to. */
    private static MethodSpec readPage(JavaOperation operation, JavaType item) {
        boolean rest = operation.isRest();
        String list = rest
                ? operation.row().response().collection()
                : paged(operation).items().get(0);
        String goesOn =
                rest ? operation.row().response().links() : paged(operation).next();
        TypeName next = ParameterizedTypeName.get(
                ClassName.get(Optional.class), ParameterizedTypeName.get(Names.REQUEST, operation.answerType()));
        MethodSpec.Builder page = MethodSpec.methodBuilder("page")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.JSON_READER, "in")
                .returns(operation.answerType())
                .addStatement("$T<$T> items = $T.of()", List.class, item.name, List.class)
                .addStatement(rest ? "boolean more = false" : "String token = \"\"")
                .addStatement("$T<String, String> envelope = new $T<>()", Map.class, LinkedHashMap.class)
                .beginControlFlow("for (String name = in.nextField(); name != null; name = in.nextField())")
                .beginControlFlow("switch (name)")
                .addStatement("case $S -> items = in.list($T::read)", list, item.wire);
        if (goesOn != null) {
            page.addStatement(
                    rest ? "case $S -> more = in.hasNextLink()" : "case $S -> token = in.textOr(\"\")", goesOn);
        }
        page.addStatement("default -> in.into(envelope)").endControlFlow().endControlFlow();
        page.addStatement(
                rest
                        ? "$T next = more && !items.isEmpty() ? $T.of($T.builder().from(it).marker(items.get(items.size() - 1).id()).build()) : $T.empty()"
                        : "$T next = token.isEmpty() ? $T.empty() : $T.of($T.builder().from(it).nextToken(token).build())",
                rest
                        ? new Object[] {next, Optional.class, operation.name(), Optional.class}
                        : new Object[] {next, Optional.class, Optional.class, operation.name()});
        return page.addStatement("return new $T<>(items, next, envelope)", Names.PAGE)
                .build();
    }

    private static Operation.Paged paged(JavaOperation operation) {
        Operation.Paged paged = operation.row().paged();
        if (paged == null) {
            throw new TableException(
                    operation.row().name() + ": the overlay names an item, but the table knows no paging");
        }
        return paged;
    }
}
