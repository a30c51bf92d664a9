package io.github.cloudlb.examples;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.List;

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

    /** One line for each, and for the same again and again only one. */
    void calls(List<String> calls) {
        int first = 0;
        for (int i = 1; i <= calls.size(); i++) {
            if (i == calls.size() || !calls.get(i).equals(calls.get(first))) {
                sees("%s%s", calls.get(first), i - first == 1 ? "" : "  (" + (i - first) + " times)");
                first = i;
            }
        }
    }

    void sees(String text, @Nullable Object... details) {
        out.printf("      %s%n", text.formatted(details));
    }
}
