package io.github.cloudlb.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No class over 200 lines, no method over 25: what does not fit has more than one job. */
class SizeTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int CLASS_LINES = 200;
    private static final int METHOD_LINES = 25;
    /** How a method or constructor begins in formatted code, but no type and no statement. */
    private static final Pattern HEAD =
            Pattern.compile("( {4}| {8})(?! )(?![A-Z0-9_]+\\()(?!return |throw |.* (?:class|record|enum|interface) )"
                    + "(?:[\\w@<>\\[\\], ?.]+ )?\\w+\\(.*");

    @Test
    void noClassIsTooLong() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(CLASS_LINES);
        }
    }

    @Test
    void noMethodIsTooLong() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                int length = lengthOfMethodAt(lines, i);
                found.add(length <= METHOD_LINES ? "" : source + ":" + (i + 1) + " has " + length + " lines");
            }
        }
        assertThat(found).containsOnly("");
    }

    /** Zero where no method begins. */
    private static int lengthOfMethodAt(List<String> lines, int first) {
        String head = lines.get(first);
        if (!HEAD.matcher(head).matches() || head.endsWith(";")) {
            return 0;
        }
        String end = " ".repeat(head.length() - head.stripLeading().length()) + "}";
        int last = first;
        while (last < lines.size() && !lines.get(last).equals(end)) {
            last++;
        }
        return last == lines.size() ? 0 : last - first + 1;
    }

    @Test
    void aMethodIsCountedFromItsHeadToItsBrace() {
        List<String> lines =
                List.of("class A {", "    private static <T> List<T> a(int b) {", "        b();", "    }", "}");

        assertThat(lengthOfMethodAt(lines, 1)).isEqualTo(3);
        assertThat(lengthOfMethodAt(lines, 0)).isZero();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(50);
            return sources;
        }
    }
}
