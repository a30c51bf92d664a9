package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.cloudlb.codegen.TableException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Modifier;

/** Writes a short way to make an object, and what it holds, out of a few of their fields. */
final class FactorySource {
    private static final String MANY = "...";

    private final Map<String, JavaType> types;
    private final MethodSpec.Builder method;

    private FactorySource(Map<String, JavaType> types, MethodSpec.Builder method) {
        this.types = types;
        this.method = method;
    }

    static MethodSpec of(JavaType type, String name, Overlay.Factory factory, Map<String, JavaType> types) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc("$L\n", factory.doc())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type.name);
        Map<String, String> fields = new LinkedHashMap<>(Overlay.orNone(factory.set()));
        factory.take().forEach(path -> fields.put(path.replace(MANY, ""), path.endsWith(MANY) ? MANY : ""));
        CodeBlock made = new FactorySource(types, method).make(type, CodeBlock.of("builder()"), fields);
        return method.addStatement("return $L", made).build();
    }

    /** {@code fields} by path, with what they are set to; those that are taken have an empty text, or three dots. */
    private CodeBlock make(JavaType type, CodeBlock builder, Map<String, String> fields) {
        Map<String, Map<String, String>> byName = new LinkedHashMap<>();
        fields.forEach((path, value) -> {
            String[] parts = path.split("\\.", 2);
            byName.computeIfAbsent(parts[0], name -> new LinkedHashMap<>())
                    .put(parts.length == 1 ? "" : parts[1], value);
        });
        CodeBlock.Builder chain = CodeBlock.builder().add(builder);
        byName.forEach((name, inner) -> {
            Attribute attribute = type.attribute(name);
            String value = inner.get("");
            chain.add(".$N($L)", attribute.name(), value == null ? held(attribute, inner) : argument(attribute, value));
        });
        return chain.add(".build()").build();
    }

    private CodeBlock held(Attribute attribute, Map<String, String> fields) {
        JavaType type = TableException.need(
                types.get(attribute.typeName().simpleName()), attribute.path() + ": a factory finds nothing in it");
        CodeBlock made = make(type, CodeBlock.of("$T.builder()", type.name), fields);
        return attribute.kind() == Kind.OBJECTS ? CodeBlock.of("$T.of($L)", List.class, made) : made;
    }

    private CodeBlock argument(Attribute attribute, String value) {
        TypeName type = attribute.plainType();
        if (value.isEmpty()) {
            method.addParameter(type, attribute.name());
            return CodeBlock.of("$N", attribute.name());
        }
        if (value.equals(MANY)) {
            TypeName entry = ((ParameterizedTypeName) type).typeArguments().get(0);
            method.addParameter(ArrayTypeName.of(entry), attribute.name()).varargs();
            return CodeBlock.of("$T.of($N)", List.class, attribute.name());
        }
        return attribute.kind() == Kind.ENUM
                ? CodeBlock.of("$T.$L", attribute.typeName(), Names.constant(value))
                : CodeBlock.of("$L", value);
    }
}
