package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.InvalidInputException;

import java.util.List;
import java.util.stream.Stream;

/** Lists that go out as one text, with commas between the entries. */
public final class Commas {
    private Commas() {}

    /** The parts of a text between its commas, without blanks around them. */
    static List<String> parts(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Of one text altogether, and of so many characters at most. */
    public static void check(String field, List<String> values, int max) {
        check(field, values);
        Checks.length(field, String.join(",", values), 0, max);
    }

    public static void check(String field, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            InvalidInputException.require(
                    !value.isBlank() && value.indexOf(',') < 0,
                    field + "[" + i + "]",
                    value,
                    "a text without commas that is not blank is");
        }
    }
}
