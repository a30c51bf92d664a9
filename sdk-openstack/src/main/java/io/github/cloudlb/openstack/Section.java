package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said about one cloud, in one region: under {@code auth}, or beside it. Empty texts say nothing. */
final class Section {
    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z_]+)}");

    private final Map<String, Object> values;
    private final Map<String, Object> auth;
    private final String source;

    /**
     * A section.
     *
     * @param values with underlines in their keys
     * @param source for the messages of failures
     */
    Section(Map<String, Object> values, String source) {
        this.values = values;
        this.auth = Sections.in(values, "auth");
        this.source = source;
    }

    /** The first of these that is there, each under {@code auth} before beside it. */
    Optional<String> text(String... keys) {
        for (String key : keys) {
            for (Map<String, Object> section : List.of(auth, values)) {
                if (section.get(key) instanceof String text && !text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    boolean has(String... keys) {
        return text(keys).isPresent();
    }

    /** A list of texts, or the one that stands in its place. */
    List<String> texts(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return text(key).map(List::of).orElse(List.of());
    }

    String needed(String... keys) {
        return text(keys).orElseThrow(() -> {
            List<String> there = new ArrayList<>(auth.keySet());
            there.addAll(values.keySet());
            there.removeIf(key -> !key.matches("[a-z_]+") || key.equals("auth"));
            return new InvalidInputException(source + " has no " + keys[0] + "; it has " + new TreeSet<>(there));
        });
    }

    /** With {@code {region_name}} and other references to what is said replaced. */
    String expanded(String field, String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(text(reference.group(1))
                        .orElseThrow(() -> new InvalidInputException(
                                field, text, "something for " + reference.group() + " is, in " + source))));
    }

    /** For the messages of failures. */
    String source() {
        return source;
    }
}
