package io.github.cloudlb.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what stands in URLs and forms. */
public final class Text {

    private Text() {}

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(decoded(name), unseen -> new ArrayList<>())
                        .add(decoded(value));
            }
        }
        return parameters;
    }

    /** Segments of a path, decoded; a slash at the end adds none. */
    public static List<String> segments(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        if (start >= end) {
            return List.of();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(start, end).split("/", -1)) {
            segments.add(decoded(segment.replace("+", "%2B")));
        }
        return List.copyOf(segments);
    }

    /** What is not encoded, a body in JSON for one, stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
