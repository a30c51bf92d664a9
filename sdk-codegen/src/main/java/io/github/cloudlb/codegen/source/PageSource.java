package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.cloudlb.codegen.Operation;
import io.github.cloudlb.codegen.TableException;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.Modifier;

/** Writes how a page is read and what asks for the next one: a token, the last id, or how many there were so far. */
final class PageSource {
    private final JavaOperation operation;

    private PageSource(JavaOperation operation) {
        this.operation = operation;
    }

    static List<MethodSpec> of(JavaOperation operation) {
        PageSource page = new PageSource(operation);
        return List.of(page.entry(), page.reading());
    }

    /** Whether more pages may follow the first. */
    static boolean goesOn(JavaOperation operation) {
        return operation.isListing()
                && operation.row().paged() != null
                && (!operation.isRest() || isByOffset(operation) || has(operation, "marker"));
    }

    private MethodSpec entry() {
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
    private MethodSpec reading() {
        String goesOn = goesOn();
        MethodSpec.Builder page = MethodSpec.methodBuilder("page")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(operation.name(), "it")
                .addParameter(Names.JSON_READER, "in")
                .returns(operation.answerType())
                .addStatement("$T<$T> items = null", List.class, operation.itemName());
        if (goesOn != null) {
            page.addStatement(operation.isRest() ? "boolean more = false" : "String token = \"\"");
        }
        page.addStatement("$T<String, String> envelope = new $T<>()", Map.class, LinkedHashMap.class)
                .beginControlFlow("for (String name = in.nextField(); name != null; name = in.nextField())")
                .beginControlFlow("switch (name)")
                .addCode(items());
        if (goesOn != null) {
            page.addStatement(
                    operation.isRest() ? "case $S -> more = in.hasNextLink()" : "case $S -> token = in.textOr(\"\")",
                    goesOn);
        }
        return page.addStatement("default -> in.into(envelope)")
                .endControlFlow()
                .endControlFlow()
                .addCode(demandItems())
                .addCode(next())
                .build();
    }

    /** Somebody else's answer must not pass for an empty list. */
    private CodeBlock demandItems() {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if (items == null)");
        String instead = insteadOfItems();
        if (instead != null) {
            code.beginControlFlow("if (!envelope.containsKey($S))", instead);
        }
        code.addStatement("throw $T.missing($S, $S)", Names.UNREADABLE, "page", list());
        return (instead == null ? code : code.endControlFlow().addStatement("items = $T.of()", List.class))
                .endControlFlow()
                .build();
    }

    /** Alibaba Cloud may leave an empty list out, and where there is a total it may be all that was asked for. */
    private @Nullable String insteadOfItems() {
        return !operation.isRest() ? "RequestId" : isByOffset(operation) ? total() : null;
    }

    private static boolean isByOffset(JavaOperation operation) {
        Operation.Paged paged = operation.row().paged();
        return paged != null && paged.by().equals("offset");
    }

    private String total() {
        return operation.row().response().envelope().get(0).name();
    }

    private CodeBlock items() {
        JavaType item = operation.item();
        return item == null
                ? TypeWireSource.statement("case $S -> items = in.texts()", list())
                : TypeWireSource.statement("case $S -> items = in.list($T::read)", list(), item.wire);
    }

    private String list() {
        Operation row = operation.row();
        return operation.isRest()
                ? TableException.need(row.response().collection(), row.name() + ": no collection in the answer")
                : row.listed().name();
    }

    /** The field that tells whether there is more; null if no other page can be asked for. */
    private @Nullable String goesOn() {
        if (!operation.isRest()) {
            Operation.Paged paged = operation.row().paged();
            return paged == null ? null : paged.next();
        }
        return has(operation, "marker") ? operation.row().response().links() : null;
    }

    private CodeBlock next() {
        if (!operation.isRest()) {
            return operation.row().paged() == null ? allInOne() : next("!token.isEmpty()", "nextToken(token)");
        }
        if (isByOffset(operation)) {
            return byOffset();
        }
        if (!has(operation, "marker")) {
            return allInOne();
        }
        String last = "items.get(items.size() - 1).id()";
        if (goesOn() != null) {
            return next("more && !items.isEmpty()", "marker(" + last + ")");
        }
        if (!has(operation, "limit")) {
            return allInOne();
        }
        // A page without links: there may be more if it is full, unless it is the same page again.
        return CodeBlock.builder()
                .addStatement("String last = items.isEmpty() ? \"\" : " + last)
                .addStatement("boolean full = it.limit().isPresent() && items.size() >= it.limit().get()")
                .add(next("full && !last.equals(it.marker().orElse(\"\"))", "marker(last)"))
                .build();
    }

    private CodeBlock byOffset() {
        return CodeBlock.builder()
                .addStatement("int seen = it.offset().orElse(0) + items.size()")
                .addStatement("long total = Long.parseLong(envelope.getOrDefault($S, $S))", total(), "0")
                .add(next("!items.isEmpty() && seen < total", "offset(seen)"))
                .build();
    }

    /** One page: unless the caller wanted no more than a few, there must not be more. */
    private CodeBlock allInOne() {
        CodeBlock.Builder code = CodeBlock.builder();
        String links = operation.row().response().links();
        if (links != null) {
            code.beginControlFlow(
                            "if (envelope.getOrDefault($S, $S).contains($S)$L)",
                            links,
                            "",
                            "\"next\"",
                            has(operation, "limit") ? " && it.limit().isEmpty()" : "")
                    .addStatement("throw new $T($S)", Names.UNREADABLE, "there is more, and no way to ask for it")
                    .endControlFlow();
        }
        return code.addStatement("return new $T<>(items, $T.empty(), envelope)", Names.PAGE, Optional.class)
                .build();
    }

    private CodeBlock next(String condition, String change) {
        return CodeBlock.builder()
                .addStatement(
                        "$T next = " + condition + " ? $T.of($T.builder().from(it)." + change
                                + ".build()) : $T.empty()",
                        nextType(),
                        Optional.class,
                        operation.name(),
                        Optional.class)
                .addStatement("return new $T<>(items, next, envelope)", Names.PAGE)
                .build();
    }

    private TypeName nextType() {
        return ParameterizedTypeName.get(
                ClassName.get(Optional.class), ParameterizedTypeName.get(Names.REQUEST, operation.answerType()));
    }

    private static boolean has(JavaOperation operation, String parameter) {
        return operation.attributes().stream()
                .anyMatch(attribute -> attribute.wire().equals(parameter));
    }
}
