package io.github.cloudlb.codegen.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The tests of the module at hand that bear an annotation. */
public final class Annotated {
    private static final Path TESTS = Path.of("target", "test-classes");

    private Annotated() {}

    /** Hands over each annotation of this type, however often a test has it, with the name of the test. */
    public static <A extends Annotation> void each(Class<A> type, BiConsumer<A, String> action) {
        for (Class<?> test : tests()) {
            for (Method method : test.getDeclaredMethods()) {
                for (A annotation : method.getAnnotationsByType(type)) {
                    action.accept(annotation, test.getSimpleName() + "." + method.getName());
                }
            }
        }
    }

    private static List<Class<?>> tests() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(file -> TESTS.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .sorted()
                    .<Class<?>>map(file -> load(file.replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without running what stands in its static blocks. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(name + " is in " + TESTS + " and cannot be loaded", gone);
        }
    }
}
