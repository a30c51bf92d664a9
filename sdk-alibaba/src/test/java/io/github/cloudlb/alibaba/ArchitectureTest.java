package io.github.cloudlb.alibaba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.github.cloudlb.alibaba", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int MOST_LINES = 200;

    /** Whose types may change, or go, without this API changing. */
    private static final List<String> NOT_OURS_TO_SHOW = List.of(
            "okhttp3.",
            "okio.",
            "kotlin.",
            "tools.jackson.",
            "org.immutables.",
            "org.slf4j.",
            "io.github.cloudlb.core.http.",
            "io.github.cloudlb.core.wire.",
            "io.github.cloudlb.core.signing.",
            "io.github.cloudlb.alibaba.internal.",
            "io.github.cloudlb.alibaba.wire.",
            "io.github.cloudlb.alibaba.nlb.wire.");

    @ArchTest
    static final ArchRule knowsNoOtherCloud = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.cloudlb.openstack..", "io.github.cloudlb.codegen..");

    @ArchTest
    static final ArchRule talksHttpThroughTheCoreAlone =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("okhttp3..", "okio..", "tools.jackson..");

    @ArchTest
    static void showsNoTypeThatIsNotItsOwn(JavaClasses classes) {
        Set<String> exported = exported();
        Set<String> shown = classes.stream()
                .filter(type -> exported.contains(type.getPackageName()) && isVisible(type))
                .flatMap(ArchitectureTest::signatureTypes)
                .filter(name -> NOT_OURS_TO_SHOW.stream().anyMatch(name::startsWith))
                .collect(Collectors.toSet());

        assertThat(exported).hasSizeGreaterThan(3);
        assertThat(shown).isEmpty();
    }

    @ArchTest
    static void hasNoLongClassWrittenByHand(JavaClasses classes) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> exported() {
        try {
            return Pattern.compile("exports ([\\w.]+);")
                    .matcher(Files.readString(SOURCES.resolve("module-info.java")))
                    .results()
                    .map(export -> export.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    /** What a caller sees of a class: what it extends, its public and protected members, and what those throw. */
    private static Stream<String> signatureTypes(JavaClass type) {
        Stream<String> parents = Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                .map(JavaClass::getName);
        Stream<String> members = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .flatMap(ArchitectureTest::typesOf)
                .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName);
        return Stream.concat(parents, members);
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(JavaType.class::cast);
            return Stream.concat(
                    Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType())), thrown);
        }
        return Stream.of(((JavaField) member).getType());
    }
}
