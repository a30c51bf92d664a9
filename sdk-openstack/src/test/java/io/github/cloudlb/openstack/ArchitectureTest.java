package io.github.cloudlb.openstack;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ArchitectureTest {
    private static final int LONGEST_CLASS = 200;
    private static final String WIRE = "io.github.cloudlb.openstack.wire";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    OpenStackClient.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void noSignatureShowsWhatIsUnderneath() {
        List<String> showing = CLASSES.stream()
                .filter(ArchitectureTest::isApi)
                .flatMap(each -> each.getMembers().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(member -> types(member).anyMatch(ArchitectureTest::isUnderneath))
                .map(JavaMember::getFullName)
                .toList();

        assertThat(showing).isEmpty();
    }

    @Test
    void theCloudsDoNotKnowEachOther() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.cloudlb.alibaba..")
                .check(CLASSES);
    }

    @Test
    void resourcesDoNotKnowHowTheClientIsPutTogether() {
        noClasses()
                .that(resideInAPackage("io.github.cloudlb.openstack.*"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.github.cloudlb.openstack", "io.github.cloudlb.core.http")
                        .and(not(belongToAnyOf(LbaasDialect.class))))
                .check(CLASSES);
    }

    @Test
    void noTwoResourcesNeedEachOther() {
        slices().matching("io.github.cloudlb.openstack.(*)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES.that(resideOutsideOfPackage(WIRE)));
    }

    @Test
    void noClassIsLongerThanAPersonReads() throws IOException {
        Path sources = Path.of(System.getProperty("basedir", "."), "src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LONGEST_CLASS));
        }
    }

    /** Without package and imports. */
    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("import ")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isApi(JavaClass each) {
        return each.getModifiers().contains(JavaModifier.PUBLIC)
                && !each.getPackageName().equals(WIRE);
    }

    private static Stream<JavaClass> types(JavaMember member) {
        Stream<JavaType> types = member instanceof JavaField field
                ? Stream.of(field.getType())
                : member instanceof JavaCodeUnit method
                        ? Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        : Stream.empty();
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream()).collect(Collectors.toSet()).stream();
    }

    private static boolean isUnderneath(JavaClass type) {
        return Stream.of("okhttp3.", "okio.", "kotlin.", "tools.jackson.", "org.snakeyaml.", "org.immutables.")
                        .anyMatch(type.getName()::startsWith)
                || type.getPackageName().equals(WIRE)
                || type.getPackageName().startsWith("io.github.cloudlb.core.http");
    }
}
