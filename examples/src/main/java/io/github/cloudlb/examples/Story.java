package io.github.cloudlb.examples;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;

/** Tells what happens, step by step. */
@SuppressWarnings("AnnotateFormatMethod") // the annotation would cost readers of the examples a dependency
final class Story {
    private final PrintStream out;
    private int steps;

    Story(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.printf("%n%s%n%s%n", text, "=".repeat(text.length()));
    }

    void step(String text, @Nullable Object... details) {
        out.printf("%n%2d. %s%n", ++steps, text.formatted(details));
    }

    void sees(String text, @Nullable Object... details) {
        out.printf("      %s%n", text.formatted(details));
    }
}
