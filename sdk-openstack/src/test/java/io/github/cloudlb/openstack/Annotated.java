package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The tests that bear an annotation, and the pages made of them. */
final class Annotated {
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("io.github.cloudlb.openstack");

    private Annotated() {}

    /** Hands over each annotation of this type, however often a test has it, with the name of the test. */
    static <A extends Annotation> void each(Class<A> type, BiConsumer<A, String> action) {
        TESTS.stream()
                .flatMap(test -> test.getMethods().stream())
                .filter(method -> !method.getAnnotations().isEmpty())
                .map(JavaMethod::reflect)
                .forEach(method -> {
                    for (A annotation : method.getAnnotationsByType(type)) {
                        action.accept(annotation, name(method));
                    }
                });
    }

    /** {@code -Ddocs.write=true} writes the page anew. */
    static void assertTold(String page, String text) throws IOException {
        Path path = Path.of("..", "docs", page);
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertThat(Files.readString(path)).isEqualTo(text);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
