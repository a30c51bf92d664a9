package io.github.cloudlb.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class ArchitectureTest {
    private static final String CORE = "io.github.cloudlb.core";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CORE);

    @Test
    void coreKnowsNoCloud() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.cloudlb.openstack..", "io.github.cloudlb.alibaba..")
                .check(CLASSES);
    }

    @Test
    void whatCallersSeeHoldsNoTypeOfTheLibrariesBelow() {
        List<String> leaks = CLASSES.stream()
                .filter(type -> type.getPackageName().equals(CORE)
                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMembers().stream())
                .filter(ArchitectureTest::isSeen)
                .filter(member -> typesOf(member).anyMatch(ArchitectureTest::isForeign))
                .map(JavaMember::getFullName)
                .toList();

        assertThat(leaks)
                .containsExactlyInAnyOrder(
                        CORE + ".ClientBuilder.httpClient(okhttp3.OkHttpClient)", CORE + ".Settings.lentClient()");
    }

    private static boolean isSeen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getAllInvolvedRawTypes().stream();
        }
        return member instanceof JavaCodeUnit code
                ? Stream.of(
                                code.getReturnType().getAllInvolvedRawTypes().stream(),
                                code.getParameterTypes().stream().flatMap(it -> it.getAllInvolvedRawTypes().stream()),
                                code.getRawReturnType().getAllInvolvedRawTypes().stream())
                        .flatMap(types -> types)
                : Stream.empty();
    }

    private static boolean isForeign(JavaClass type) {
        return Stream.of("okhttp3", "okio", "kotlin", "tools.jackson", "com.fasterxml", "org.slf4j")
                .anyMatch(library -> type.getName().startsWith(library + "."));
    }

    @Test
    void nothingIsAmbient() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
        noFields().should().haveRawType(ThreadLocal.class).check(CLASSES);
        for (Class<?> changeable : List.of(AtomicInteger.class, ArrayDeque.class)) {
            noFields().that().areStatic().should().haveRawType(changeable).check(CLASSES);
        }
        List<String> collections = CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isAssignableTo(Collection.class)
                        && !List.of("java.util.List", "java.util.Set")
                                .contains(field.getRawType().getName()))
                .map(JavaField::getFullName)
                .toList();
        assertThat(collections).isEmpty();
    }
}
