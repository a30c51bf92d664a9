package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Modifier;

/** Writes an open enum: constants for what is known, and a way to keep what is not. */
final class EnumSource {
    private EnumSource() {}

    static TypeSpec of(
            ClassName name,
            String doc,
            Collection<String> values,
            Map<String, Map<String, String>> spelled,
            Map<String, List<String>> also) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L An open set: values this version does not know are kept as they come.\n", doc)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Names.OPEN_ENUM);
        for (String value : values) {
            type.addField(
                    FieldSpec.builder(name, Names.constant(value), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                            .initializer("new $T($S)", name, value)
                            .build());
        }
        CodeBlock constants = CodeBlock.join(
                values.stream()
                        .map(value -> CodeBlock.of("$L", Names.constant(value)))
                        .toList(),
                ", ");
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(List.class), name),
                        "KNOWN",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of($L)", List.class, constants)
                .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "value")
                .addStatement("super(value)")
                .build());
        if (!spelled.isEmpty()) {
            type.addMethod(inDialect(spelled));
        }
        return type.addMethod(known(name))
                .addMethod(of(name))
                .addMethod(unlisted(name, spelled, also))
                .build();
    }

    private static MethodSpec inDialect(Map<String, Map<String, String>> spelled) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("value")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Names.DIALECT, "dialect")
                .returns(String.class);
        spelled.forEach((dialect, values) -> values.forEach((value, here) -> method.beginControlFlow(
                        "if (dialect.name().equals($S) && equals($L))", dialect, Names.constant(value))
                .addStatement("return $S", here)
                .endControlFlow()));
        return method.addStatement("return value()").build();
    }

    private static MethodSpec known(ClassName name) {
        return MethodSpec.methodBuilder("known")
                .addJavadoc("The values this version knows.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), name))
                .addStatement("return KNOWN")
                .build();
    }

    private static MethodSpec of(ClassName name) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "The known value of this text, in whatever case.\n\n@throws $T if there is none\n",
                        Names.INVALID_INPUT)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "value")
                .returns(name)
                .addStatement("$T found = unlisted(value)", name)
                .beginControlFlow("if (!KNOWN.contains(found))")
                .addStatement(
                        "throw new $T($S, value, $S + KNOWN + $S)",
                        Names.INVALID_INPUT,
                        name.simpleName(),
                        "one of ",
                        " is, or a newer one through unlisted(...)")
                .endControlFlow()
                .addStatement("return found")
                .build();
    }

    private static MethodSpec unlisted(
            ClassName name, Map<String, Map<String, String>> spelled, Map<String, List<String>> also) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("unlisted")
                .addJavadoc("This text as it is, known or not: for values that are newer than this version.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "value")
                .returns(name);
        spelled.values().forEach(values -> values.forEach((value, here) -> method.addCode(meaning(here, value))));
        also.forEach((value, others) -> others.forEach(other -> method.addCode(meaning(other, value))));
        return method.beginControlFlow("for ($T known : KNOWN)", name)
                .beginControlFlow("if (known.value().equals(value))")
                .addStatement("return known")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return new $T(value)", name)
                .build();
    }

    private static CodeBlock meaning(String text, String value) {
        return CodeBlock.builder()
                .beginControlFlow("if (value.equalsIgnoreCase($S))", text)
                .addStatement("return $L", Names.constant(value))
                .endControlFlow()
                .build();
    }
}
