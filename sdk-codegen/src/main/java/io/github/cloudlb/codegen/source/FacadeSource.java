package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

/** Writes one method for each operation of a group. */
final class FacadeSource {
    private FacadeSource() {}

    static TypeSpec of(ClassName name, String doc, List<JavaOperation> operations) {
        TypeSpec.Builder facade = TypeSpec.classBuilder(name)
                .addJavadoc("$L\n", doc)
                .addModifiers(Modifier.ABSTRACT)
                .addField(Names.CALLER, "caller", Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(Names.CALLER, "caller")
                        .addStatement("this.caller = caller")
                        .build());
        for (JavaOperation operation : operations) {
            if (operation.attributes().isEmpty()) {
                facade.addMethod(bareCall(operation));
                continue;
            }
            boolean shortCall = ValueSource.hasFactory(operation) && !changesNothing(operation);
            if (shortCall) {
                facade.addMethod(shortCall(operation));
            }
            if (!shortCall
                    || operation.mandatory().size() < operation.attributes().size()) {
                facade.addMethod(byRequest(operation));
            }
        }
        return facade.build();
    }

    /** Whether what a caller has to give only says what is to be changed, and not how. */
    private static boolean changesNothing(JavaOperation operation) {
        if (operation.mandatory().size() == operation.attributes().size()) {
            return false;
        }
        return operation.isRest()
                ? operation.row().method().equals("PUT")
                        && operation.mandatory().stream()
                                .allMatch(attribute ->
                                        "path".equals(attribute.field().in()))
                : operation.row().name().matches("(Update|Modify).*")
                        && operation.mandatory().size() == 1;
    }

    private static MethodSpec.Builder method(JavaOperation operation) {
        TypeName answer = operation.isListing()
                ? ParameterizedTypeName.get(ClassName.get(Stream.class), operation.itemName())
                : operation.answer() == null ? TypeName.VOID : operation.answer().name;
        String pages = PageSource.goesOn(operation) ? " A page is fetched when the stream reaches it." : "";
        return MethodSpec.methodBuilder(operation.overlay().method())
                .addJavadoc("$L\n\n@see $T\n", operation.overlay().doc() + pages, operation.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(answer);
    }

    private static MethodSpec shortCall(JavaOperation operation) {
        MethodSpec.Builder method = method(operation);
        operation.mandatory().forEach(attribute -> method.addParameter(attribute.javaType(), attribute.name()));
        CodeBlock names = CodeBlock.join(
                operation.mandatory().stream()
                        .map(attribute -> CodeBlock.of("$N", attribute.name()))
                        .toList(),
                ", ");
        return method.addStatement(send(operation, CodeBlock.of("$T.of($L)", operation.name(), names)))
                .build();
    }

    /** There is nothing to be said with it. */
    private static MethodSpec bareCall(JavaOperation operation) {
        return method(operation)
                .addStatement(send(operation, CodeBlock.of("$T.builder().build()", operation.name())))
                .build();
    }

    private static MethodSpec byRequest(JavaOperation operation) {
        return method(operation)
                .addParameter(operation.name(), "request")
                .addStatement(send(operation, CodeBlock.of("request")))
                .build();
    }

    private static CodeBlock send(JavaOperation operation, CodeBlock request) {
        if (operation.isListing()) {
            CodeBlock parts = parts(operation);
            return parts.isEmpty()
                    ? CodeBlock.of("return caller.stream($L)", request)
                    : CodeBlock.of("return $T.of($L)$L.from(caller)", Names.LISTINGS, request, parts);
        }
        return CodeBlock.of(operation.answer() == null ? "caller.send($L)" : "return caller.send($L)", request);
    }

    /** Filters of which a call takes some values only: longer ones are asked for in parts. */
    private static CodeBlock parts(JavaOperation operation) {
        CodeBlock.Builder parts = CodeBlock.builder();
        for (Attribute filter : operation.attributes()) {
            Integer most = filter.field().base().maxItems();
            if (filter.kind() == Kind.TEXTS && most != null) {
                parts.add(
                        ".by($L, $T::$N, (each, some) -> $T.builder().from(each).$N(some).build())",
                        most,
                        operation.name(),
                        filter.name(),
                        operation.name(),
                        filter.name());
            }
        }
        return parts.build();
    }
}
