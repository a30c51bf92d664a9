package io.github.cloudlb.alibaba;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sections of names and values. A line that begins with # or ; is a comment, and so is the rest of one behind a blank and #. */
final class Ini {
    private Ini() {}

    /** The sections by their names; of a name that comes twice in one, the last value. */
    static Map<String, Map<String, String>> read(List<String> lines) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String raw : lines) {
            String line = raw.replaceFirst("(^|\\s)[#;].*", "").strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1).strip();
                section = sections.computeIfAbsent(name, any -> new LinkedHashMap<>());
            } else if (equals > 0) {
                section.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return sections;
    }
}
