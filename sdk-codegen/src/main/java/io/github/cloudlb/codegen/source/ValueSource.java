package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.lang.model.element.Modifier;

/** Writes requests and other objects as Immutables. */
final class ValueSource {
    private static final int MOST_PARAMETERS = 3;

    private ValueSource() {}

    static TypeSpec of(JavaType type, Resolver resolver) {
        Set<String> dialects = type.dialects();
        TypeSpec.Builder value = value(type.name, type.row.doc() + DocText.only(dialects));
        Map<String, List<String>> interfaces = resolver.overlay.interfaces(type);
        interfaces.keySet().forEach(name -> value.addSuperinterface(ClassName.bestGuess(name)));
        for (Attribute attribute : type.attributes()) {
            MethodSpec.Builder method = accessor(attribute, dialects);
            if (interfaces.values().stream().anyMatch(fields -> fields.contains(attribute.wire()))) {
                method.addAnnotation(Override.class);
            }
            value.addMethod(method.build());
        }
        if (type.read) {
            value.addMethod(MethodSpec.methodBuilder("unlisted")
                    .addJavadoc("Fields of the answer that this version does not know, as they came.\n")
                    .addAnnotation(Names.VALUE.nestedClass("Auxiliary"))
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .returns(ParameterizedTypeName.get(Map.class, String.class, String.class))
                    .build());
        }
        if (type.row.factories() != null) {
            type.row
                    .factories()
                    .forEach((name, factory) -> value.addMethod(FactorySource.of(type, name, factory, resolver.types)));
        }
        return withBuilder(value, type.name, Map.of()).build();
    }

    static TypeSpec of(JavaOperation operation, Overlay overlay) {
        TypeSpec.Builder value = value(operation.name(), OperationDoc.of(operation, overlay));
        value.addSuperinterface(ParameterizedTypeName.get(Names.REQUEST, operation.answerType()));
        for (Attribute attribute : operation.attributes()) {
            value.addMethod(special(attribute, operation));
        }
        if (!operation.clear().isEmpty()) {
            value.addMethod(MethodSpec.methodBuilder("cleared")
                    .addJavadoc("Fields to be set back, by the service's names.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .returns(ParameterizedTypeName.get(Set.class, String.class))
                    .build());
        }
        value.addMethod(WireMethod.of(operation));
        if (hasFactory(operation)) {
            value.addMethod(factory(operation));
        }
        return withBuilder(value, operation.name(), operation.cleared()).build();
    }

    /** Whether all a caller has to give fits into a short call. */
    static boolean hasFactory(JavaOperation operation) {
        List<Attribute> mandatory = operation.mandatory();
        return !mandatory.isEmpty()
                && mandatory.size() <= MOST_PARAMETERS
                && operation.anyOf().isEmpty()
                && operation.attributes().stream().noneMatch(new ConditionSource(operation)::isRequiredByDefault);
    }

    private static TypeSpec.Builder value(ClassName name, String doc) {
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc("$L", doc + "\n")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Names.VALUE.nestedClass("Immutable"));
    }

    private static MethodSpec.Builder accessor(Attribute attribute, Collection<String> around) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(attribute.name())
                .addJavadoc(DocText.of(attribute, around) + "\n")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(attribute.javaType());
        if (attribute.row().secret()) {
            method.addAnnotation(Names.VALUE.nestedClass("Redacted"));
        }
        return method;
    }

    /** Attributes that have a value of their own if the caller gives none. */
    private static MethodSpec special(Attribute attribute, JavaOperation operation) {
        if (attribute.wire().equals("ClientToken") && operation.row().isKnownByToken()) {
            return byDefault(
                    attribute,
                    TypeName.get(String.class),
                    CodeBlock.of("$T.randomUUID().toString()", UUID.class),
                    "Drawn once for each value, not for each attempt, so that the service knows a repeated request for the same one."
                            + " ASCII, at most 64 characters.\n");
        }
        if (attribute.wire().equals("DryRun") && operation.row().canBeTried()) {
            return byDefault(
                    attribute,
                    TypeName.BOOLEAN,
                    CodeBlock.of("false"),
                    "Whether the service only checks what it would do; false if not set. A check that is passed is an answer"
                            + " without a job.\n");
        }
        if (attribute.row().value() != null) {
            CodeBlock value = attribute.kind() == Kind.ENUM
                    ? CodeBlock.of(
                            "$T.$L",
                            attribute.typeName(),
                            Names.constant(attribute.row().value()))
                    : CodeBlock.of("$L", attribute.row().value());
            return byDefault(
                    attribute,
                    attribute.javaType(),
                    value,
                    DocText.of(attribute, operation.row().dialects()) + "\n");
        }
        return accessor(attribute, operation.row().dialects()).build();
    }

    private static MethodSpec byDefault(Attribute attribute, TypeName type, CodeBlock value, String doc) {
        return MethodSpec.methodBuilder(attribute.name())
                .addJavadoc("$L", doc)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addAnnotation(Names.VALUE.nestedClass("Default"))
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    private static MethodSpec factory(JavaOperation operation) {
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(operation.name());
        CodeBlock.Builder chain = CodeBlock.builder().add("return builder()");
        for (Attribute attribute : operation.mandatory()) {
            of.addParameter(ParameterSpec.builder(attribute.javaType(), attribute.name())
                    .build());
            chain.add(".$N($N)", attribute.name(), attribute.name());
        }
        String others =
                operation.mandatory().size() == operation.attributes().size() ? "" : ", all else left to the service";
        return of.addJavadoc("With what it cannot do without$L.\n", others)
                .addStatement(chain.add(".build()").build())
                .build();
    }

    private static TypeSpec.Builder withBuilder(TypeSpec.Builder value, ClassName name, Map<String, String> clear) {
        ClassName builder = name.nestedClass("Builder");
        value.addMethod(MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new Builder()")
                .build());
        TypeSpec.Builder nested = TypeSpec.classBuilder("Builder")
                .addJavadoc("Gathers the attributes of a {@link $T}.\n", name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ClassName.get(name.packageName(), "Immutable" + name.simpleName(), "Builder"))
                .addMethod(MethodSpec.constructorBuilder().build());
        clear.forEach((field, java) -> nested.addMethod(MethodSpec.methodBuilder("clear" + Names.capital(java))
                .addJavadoc("Sets {@code $L} back to what it is without a value.\n", field)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return addCleared($S)", field)
                .build()));
        return value.addType(nested.build());
    }
}
