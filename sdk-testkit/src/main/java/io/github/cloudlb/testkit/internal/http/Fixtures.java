package io.github.cloudlb.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Bodies kept as resources, beside the test or at the root of the class path. */
public final class Fixtures {
    private static final Pattern NAME = Pattern.compile("[\\w./-]+\\.(json|html|xml|txt|ya?ml)");

    private Fixtures() {}

    /** The body itself, or what the resource of this name holds. */
    public static String content(@Nullable Class<?> test, String bodyOrName) {
        if (!NAME.matcher(bodyOrName).matches()) {
            return bodyOrName;
        }
        try (InputStream content = open(test, bodyOrName)) {
            if (content == null) {
                throw new IllegalArgumentException(
                        "No resource " + bodyOrName + (test == null ? "" : " beside " + test.getName()));
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String contentType(String content) {
        return switch (content.isBlank() ? ' ' : content.strip().charAt(0)) {
            case '{', '[', '"' -> "application/json";
            case '<' -> "text/html; charset=UTF-8";
            default -> "text/plain; charset=UTF-8";
        };
    }

    private static @Nullable InputStream open(@Nullable Class<?> test, String name) {
        InputStream beside = test == null ? null : test.getResourceAsStream(name);
        return beside != null
                ? beside
                : Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    }
}
