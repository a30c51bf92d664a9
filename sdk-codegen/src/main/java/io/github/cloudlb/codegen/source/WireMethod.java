package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.lang.model.element.Modifier;

/** Writes how a request goes out and how its answer is read. */
final class WireMethod {
    private WireMethod() {}

    static MethodSpec of(JavaOperation operation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("wire")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addParameter(Names.DIALECT, "dialect")
                .returns(ParameterizedTypeName.get(
                        Names.WIRE, operation.answerType().box()));
        method.addStatement("$T.check(this, dialect)", operation.wire());
        method.addStatement("$T message = $L", Names.MESSAGE, message(operation));
        if (!operation.in("query").isEmpty() || !operation.in("form").isEmpty()) {
            method.addStatement("$T.parameters(this, message, dialect)", operation.wire());
        }
        operation.attributes().stream()
                .filter(attribute -> attribute.row().secret())
                .forEach(secret -> method.addCode(hidden(secret)));
        if (operation.overlay().anonymous() != null) {
            method.beginControlFlow(
                            "if ($T.of($L).contains(dialect.name()))",
                            List.class,
                            CheckSource.texts(operation.overlay().anonymous()))
                    .addStatement("message.anonymous()")
                    .endControlFlow();
        }
        if (operation.row().canBeTried()) {
            method.beginControlFlow("if (dryRun())")
                    .addComment(
                            "Changes nothing. The service reports a check that was passed as an error with this code.")
                    .addStatement("message.reading().answeredBy($S)", "DryRunOperation")
                    .endControlFlow();
        }
        return method.addStatement("return message.answer($L)", answer(operation))
                .build();
    }

    /** Errors may quote what they refuse. */
    private static CodeBlock hidden(Attribute secret) {
        return secret.isOptional()
                ? CodeBlock.builder()
                        .addStatement("$N().ifPresent(message::secret)", secret.name())
                        .build()
                : CodeBlock.builder()
                        .addStatement("message.secret($N())", secret.name())
                        .build();
    }

    private static CodeBlock message(JavaOperation operation) {
        CodeBlock.Builder message = CodeBlock.builder();
        message.add("$T.$L($L)", Names.MESSAGE, operation.row().method().toLowerCase(Locale.ROOT), path(operation));
        last(operation).ifPresent(name -> message.add(".segment($N())", name.name()));
        if (!operation.isRest()) {
            message.add(".header($S, $S)", "x-acs-action", operation.row().name());
            message.add(
                    operation.row().readOnly() ? ".reading()" : operation.row().clientToken() ? ".repeatable()" : "");
        }
        if (operation.isRest() && operation.row().method().equals("POST")) {
            message.add(
                    operation.row().readOnly()
                            ? ".reading()"
                            : operation.overlay().repeatable() ? ".repeatable()" : "");
        }
        if (!operation.in("body").isEmpty()) {
            message.add(".json($T.json(this, dialect))", operation.wire());
        }
        return message.build();
    }

    /** What the path ends with, if that is a name and no id: it may need to be encoded. */
    private static Optional<Attribute> last(JavaOperation operation) {
        return operation.in("path").stream()
                .filter(Attribute::isName)
                .filter(name -> operation.row().path().endsWith("/{" + name.wire() + "}"))
                .findFirst();
    }

    private static CodeBlock path(JavaOperation operation) {
        Optional<String> last = last(operation).map(name -> "{" + name.wire() + "}");
        return CodeBlock.join(
                Arrays.stream(operation.row().path().split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .filter(segment -> !last.equals(Optional.of(segment)))
                        .map(segment -> segment(operation, segment))
                        .toList(),
                ", ");
    }

    private static CodeBlock segment(JavaOperation operation, String segment) {
        if (!segment.startsWith("{")) {
            return CodeBlock.of("$S", segment);
        }
        String field = segment.substring(1, segment.length() - 1);
        Optional<Attribute> attribute = operation.in("path").stream()
                .filter(one -> one.wire().equals(field))
                .findFirst();
        return CodeBlock.of("$N()", attribute.orElseThrow().name());
    }

    private static CodeBlock answer(JavaOperation operation) {
        if (operation.isListing()) {
            return CodeBlock.of("answer -> $T.page(this, answer, dialect)", operation.wire());
        }
        if (operation.answer() == null) {
            return CodeBlock.of("$T::nothing", Names.ANSWERS);
        }
        String wrapper = operation.row().response().wrapper();
        return wrapper == null
                ? CodeBlock.of(
                        "answer -> $T.read(answer, dialect, $T::read)", Names.JSON_READER, operation.answer().wire)
                : CodeBlock.of(
                        "answer -> $T.readField(answer, dialect, $S, $T::read)",
                        Names.JSON_READER,
                        wrapper,
                        operation.answer().wire);
    }
}
