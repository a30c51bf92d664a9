package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.InvalidInputException;

import java.nio.charset.StandardCharsets;

/** More {@link Checks}: of how something is written. */
public final class Written {
    private Written() {}

    /** Printable ASCII, in lines or not. */
    public static void asciiLines(String field, String value) {
        Checks.ascii(field, value.replaceAll("[\\r\\n\\t]", ""));
    }

    public static void bytes(String field, String value, int max) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        InvalidInputException.require(bytes <= max, field, bytes + " bytes", "at most " + max + " bytes are");
    }

    /** A number that looks like one of these, where {@code x} is any digit. */
    public static void like(String field, long value, String... patterns) {
        String text = String.valueOf(value);
        boolean fits = false;
        for (String pattern : patterns) {
            fits |= text.matches(pattern.replace("x", "\\d"));
        }
        InvalidInputException.require(fits, field, value, "one of " + String.join(", ", patterns) + " is");
    }
}
