package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.Operation;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.Modifier;

/** Writes how a page of a listing is read, and how the next one is asked for, if that can be done. */
final class PageSource {
    private PageSource() {}

    static void addTo(TypeSpec.Builder wire, JavaOperation operation, JavaType item) {
        wire.addMethod(MethodSpec.methodBuilder("page")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.ANSWER, "answer")
                .addParameter(Names.DIALECT, "dialect")
                .returns(operation.answerType())
                .addStatement("return $T.read(answer, dialect, in -> page(it, in))", Names.JSON_READER)
                .build());
        wire.addMethod(read(operation, item));
    }

    /** The method that {@code page} hands the reader to. */
    private static MethodSpec read(JavaOperation operation, JavaType item) {
        boolean rest = operation.isRest();
        String list = rest
                ? operation.row().response().collection()
                : paged(operation).items().get(0);
        String goesOn = goesOn(operation);
        MethodSpec.Builder page = MethodSpec.methodBuilder("page")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.JSON_READER, "in")
                .returns(operation.answerType())
                .addStatement("$T<$T> items = $T.of()", List.class, item.name, List.class);
        if (goesOn != null) {
            page.addStatement(rest ? "boolean more = false" : "String token = \"\"");
        }
        page.addStatement("$T<String, String> envelope = new $T<>()", Map.class, LinkedHashMap.class)
                .beginControlFlow("for (String name = in.nextField(); name != null; name = in.nextField())")
                .beginControlFlow("switch (name)")
                .addStatement("case $S -> items = in.list($T::read)", list, item.wire);
        if (goesOn != null) {
            page.addStatement("case $S -> $L", goesOn, rest ? "more = in.hasNextLink()" : "token = in.textOr(\"\")");
        }
        page.addStatement("default -> in.into(envelope)").endControlFlow().endControlFlow();
        return page.addCode(next(operation, goesOn)).build();
    }

    /** The field that tells whether there is more; null if all comes at once, or no other page can be asked for. */
    static @Nullable String goesOn(JavaOperation operation) {
        if (!operation.isRest()) {
            return paged(operation).next();
        }
        boolean marked = operation.attributes().stream()
                .anyMatch(attribute -> attribute.wire().equals("marker"));
        return marked ? operation.row().response().links() : null;
    }

    private static CodeBlock next(JavaOperation operation, @Nullable String goesOn) {
        CodeBlock.Builder code = CodeBlock.builder();
        TypeName next = ParameterizedTypeName.get(
                ClassName.get(Optional.class), ParameterizedTypeName.get(Names.REQUEST, operation.answerType()));
        if (goesOn == null) {
            return code.addStatement("return new $T<>(items, $T.empty(), envelope)", Names.PAGE, Optional.class)
                    .build();
        }
        if (operation.isRest()) {
            code.addStatement(
                    "$T next = more && !items.isEmpty()"
                            + " ? $T.of($T.builder().from(it).marker(items.get(items.size() - 1).id()).build())"
                            + " : $T.empty()",
                    next,
                    Optional.class,
                    operation.name(),
                    Optional.class);
        } else {
            code.addStatement(
                    "$T next = token.isEmpty() ? $T.empty() : $T.of($T.builder().from(it).nextToken(token).build())",
                    next,
                    Optional.class,
                    Optional.class,
                    operation.name());
        }
        return code.addStatement("return new $T<>(items, next, envelope)", Names.PAGE)
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
