package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;

import java.util.List;
import java.util.Set;

import javax.lang.model.element.Modifier;

/** Writes which operations each dialect has. */
final class OperationsSource {
    private OperationsSource() {}

    static TypeSpec of(ClassName name, Resolver resolver) {
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "dialect")
                .returns(ParameterizedTypeName.get(Set.class, String.class))
                .beginControlFlow("return switch (dialect)");
        for (String dialect : resolver.table.dialects()) {
            List<String> has = resolver.operations.stream()
                    .filter(operation -> operation.row().dialects().contains(dialect))
                    .map(operation -> operation.row().name())
                    .toList();
            of.addStatement("case $S -> $T.of($L)", dialect, Set.class, CheckSource.texts(has));
        }
        return TypeSpec.classBuilder(name)
                .addJavadoc("Which operations each dialect has.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(of.addStatement("default -> $T.of()", Set.class)
                        .addCode(CodeBlock.of("$<};\n"))
                        .build())
                .build();
    }
}
