package io.github.cloudlb.testkit.internal.alibaba;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Limits of a field. Where the sources of the table disagree, the widest holds: what the service takes is at least what
 * one of its own sources says. Which characters a name may have is left out, for the sources narrow it too much.
 */
record FieldRules(
        long min,
        long max,
        int minItems,
        int maxItems,
        int minLength,
        int maxLength,
        List<String> values,
        List<String> patterns,
        List<String> forbiddenStarts,
        List<String> forbiddenParts,
        boolean asciiOnly,
        boolean path,
        boolean numeric) {
    /** Their values are spelled in several ways by the operations. */
    private static final Set<String> OPEN_SPELLING = Set.of("Type", "HealthCheckHttpVersion", "Protocol");

    static FieldRules of(JsonNode row) {
        return new FieldRules(
                row.path("numericMin").asLong(row.path("min").asLong(Long.MIN_VALUE)),
                row.path("numericMax").asLong(widest(row, "max", Long.MAX_VALUE)),
                Math.max(
                        row.path("minItems").asInt(0),
                        row.path("minItemsWhenRegionHasTwoZones").asInt(0)),
                (int) widest(row, "maxItems", Integer.MAX_VALUE),
                row.path("minLength").asInt(0),
                (int) widest(row, "maxLength", row.path("maxBytes").asInt(Integer.MAX_VALUE)),
                texts(row.path("enum")),
                texts(row.path("valuePatterns")),
                texts(row.path("forbiddenPrefixes")),
                texts(row.path("forbiddenSubstrings")),
                row.path("asciiOnly").asBoolean(),
                row.path("startsWith").asText().equals("/"),
                row.has("numericMin"));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    /** Why a number is refused. */
    Optional<String> wrong(long number) {
        return number < min || number > max
                ? Optional.of(number + " is not from " + min + " to " + max)
                : Optional.empty();
    }

    /** Why a list is refused. */
    Optional<String> wrongLength(int length) {
        if (length > maxItems) {
            return Optional.of(length + " are more than " + maxItems);
        }
        return length < minItems ? Optional.of(length + " are less than " + minItems) : Optional.empty();
    }

    /** Why a text is refused. */
    Optional<String> wrong(String field, String text) {
        if (text.length() < minLength || text.length() > maxLength) {
            return Optional.of(text.length() + " characters are not from " + minLength + " to " + maxLength);
        }
        if (!isOneOf(field, text)) {
            return Optional.of(text + " is none of "
                    + Stream.concat(values.stream(), patterns.stream()).toList());
        }
        if (!forbiddenStarts.isEmpty() && forbiddenStarts.stream().anyMatch(text::startsWith)) {
            return Optional.of(text + " begins with one of " + forbiddenStarts);
        }
        if (!forbiddenParts.isEmpty() && forbiddenParts.stream().anyMatch(text::contains)) {
            return Optional.of(text + " has one of " + forbiddenParts);
        }
        if (asciiOnly && text.chars().anyMatch(c -> c > 127)) {
            return Optional.of(text + " is not ASCII");
        }
        if (path && !text.startsWith("/") && !text.startsWith("${")) {
            return Optional.of(text + " does not begin with /");
        }
        return numeric && text.matches("\\d{1,9}") ? wrong(Long.parseLong(text)) : Optional.empty();
    }

    private boolean isOneOf(String field, String text) {
        if (values.isEmpty() && patterns.isEmpty() || values.contains(text)) {
            return true;
        }
        if (patterns.stream().anyMatch(pattern -> text.matches(pattern.replace("x", "\\d")))) {
            return true;
        }
        return OPEN_SPELLING.contains(field)
                && values.stream().map(FieldRules::plain).anyMatch(plain(text)::equals);
    }

    private static String plain(String value) {
        return value.toLowerCase(Locale.ROOT).replace(" ", "").replaceFirst("config$", "");
    }

    private static long widest(JsonNode row, String fact, long otherwise) {
        long widest = row.path(fact).asLong(otherwise);
        for (JsonNode claim : row.path("uncertain")) {
            if (claim.path("fact").asText().equals(fact)) {
                widest = Math.max(widest, claim.path("value").asLong());
            }
        }
        return widest;
    }
}
