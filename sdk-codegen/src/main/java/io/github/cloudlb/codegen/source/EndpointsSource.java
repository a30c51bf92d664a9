package io.github.cloudlb.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.cloudlb.codegen.Table;

import javax.lang.model.element.Modifier;

/** Writes how the host of a region is found. */
final class EndpointsSource {
    private EndpointsSource() {}

    static TypeSpec of(ClassName name, Table.Endpoint endpoint) {
        MethodSpec.Builder host = MethodSpec.methodBuilder("host")
                .addJavadoc("The host of a region, by the API's rule and its exceptions.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String.class, "region")
                .returns(String.class)
                .beginControlFlow("switch (region)");
        endpoint.exceptions()
                .forEach((region, exception) -> host.addCode("case $S:\n$>", region)
                        .addStatement("return $S", exception)
                        .addCode("$<"));
        host.addCode("default:\n$>")
                .addStatement("return $S.replace($S, region)", endpoint.pattern(), "<regionId>")
                .addCode("$<")
                .endControlFlow();
        return TypeSpec.classBuilder(name)
                .addJavadoc("Where the service is.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(host.build())
                .build();
    }
}
