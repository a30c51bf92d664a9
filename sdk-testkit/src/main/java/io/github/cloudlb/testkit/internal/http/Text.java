package io.github.cloudlb.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what stands in URLs and forms. */
public final class Text {
    private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

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

    /** A percent sign that begins no byte stands for itself. */
    private static String decoded(String text) {
        return URLDecoder.decode(
                text.indexOf('%') < 0 ? text : STRAY.matcher(text).replaceAll("%25"), UTF_8);
    }
}
