package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Condition;
import io.github.cloudlb.codegen.Constraint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Javadoc out of facts: what a value is, its unit, range and default, when it is required, where that is written. */
final class DocText {
    private DocText() {}

    /** {@code around} are the dialects of what it stands in, which need not be said again. */
    static String of(Attribute attribute, Collection<String> around) {
        StringBuilder doc = new StringBuilder();
        doc.append(
                attribute.row().doc() == null
                        ? "{@code " + attribute.wire() + "}."
                        : attribute.row().doc());
        List<String> dialects = attribute.field().dialects();
        if (dialects.size() == 1 && around.size() != 1) {
            doc.append(only(dialects));
        }
        Map<String, String> facts = new TreeMap<>();
        for (String dialect : dialects) {
            facts.put(dialect, facts(attribute, dialect));
        }
        String common = facts.isEmpty()
                ? facts(attribute, "")
                : facts.values().iterator().next();
        if (facts.values().stream().distinct().count() <= 1) {
            doc.append(sentence(common));
        } else {
            facts.forEach((dialect, text) ->
                    doc.append(text.isEmpty() ? "" : " On " + Names.cloud(dialect) + ": " + text + "."));
        }
        return safe(doc.toString());
    }

    /** For what but one of the dialects has. */
    static String only(Collection<String> dialects) {
        return dialects.size() == 1
                ? " Only on " + Names.cloud(dialects.iterator().next()) + "."
                : "";
    }

    private static String sentence(String facts) {
        return facts.isEmpty() ? "" : " " + Names.capital(facts) + ".";
    }

    private static String facts(Attribute attribute, String dialect) {
        Constraint here = attribute.field().constraint(dialect);
        List<String> facts = new ArrayList<>();
        String unit = unit(attribute, dialect);
        add(facts, range(here.min(), here.max(), unit));
        add(facts, range(here.minLength(), here.maxLength(), " characters"));
        add(facts, range(here.minItems(), Widest.maxItems(here), " entries"));
        if (attribute.kind() != Kind.ENUM
                && attribute.kind() != Kind.ENUMS
                && !"id".equals(attribute.row().type())
                && !here.allowed().isEmpty()) {
            facts.add("one of " + texts(here.allowed()));
        }
        add(facts, range(here.numericMin(), here.numericMax(), ""));
        add(facts, here.valuePatterns().isEmpty() ? null : "one of " + String.join(", ", here.valuePatterns()));
        add(facts, here.maxBytes() == null ? null : "at most " + here.maxBytes() + " bytes");
        add(facts, here.pattern() == null ? null : "matches {@code " + here.pattern() + "}");
        add(facts, format(attribute, here));
        add(
                facts,
                here.unit() == null || attribute.kind() == Kind.DURATION || attribute.kind() == Kind.INSTANT
                        ? null
                        : "in " + here.unit());
        add(facts, here.asciiOnly() ? "ASCII only" : null);
        if (here.isRequired() && attribute.isOptional() && !attribute.isNumber()) {
            facts.add("required");
        }
        add(facts, conditions("required if ", here.requiredWhen()));
        add(facts, conditions("must be left out if ", here.forbiddenWhen()));
        add(facts, conditions("counts only if ", here.appliesWhen()));
        add(facts, conditions("only where ", here.requiredWith()));
        JsonNode byDefault = here.defaultValue();
        if (byDefault != null && !isEmpty(byDefault)) {
            facts.add("default " + byDefault.asString(byDefault.toString()) + unit);
        }
        add(facts, here.reserved() ? "reserved: it has no effect" : null);
        add(facts, here.since() == null ? null : "since version " + here.since());
        return String.join("; ", facts);
    }

    /** A duration's range and default are in the unit of the wire, which its type does not show. */
    private static String unit(Attribute attribute, String dialect) {
        if (attribute.kind() != Kind.DURATION) {
            return "";
        }
        return switch (attribute.unit(dialect)) {
            case "milliseconds" -> " ms";
            case "minutes" -> " min";
            default -> " s";
        };
    }

    private static @Nullable String format(Attribute attribute, Constraint here) {
        if (here.format() == null || attribute.kind() == Kind.TIME || attribute.kind() == Kind.COMMAS) {
            return null;
        }
        return switch (here.format()) {
            case "uuid" -> "a UUID";
            case "ip" -> "an IP address";
            default -> "format " + here.format();
        };
    }

    private static void add(List<String> facts, @Nullable String fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }

    private static @Nullable String range(@Nullable Number min, @Nullable Number max, String of) {
        if (min == null && max == null) {
            return null;
        }
        if (min == null) {
            return "at most " + max + of;
        }
        return max == null ? "at least " + min + of : min + " to " + max + of;
    }

    private static @Nullable String conditions(String intro, List<Condition> conditions) {
        return conditions.isEmpty()
                ? null
                : intro + conditions.stream().map(DocText::condition).collect(Collectors.joining(" and "));
    }

    /** In words, for documentation and for error messages. */
    static String condition(Condition condition) {
        String field = condition.field().substring(condition.field().lastIndexOf('.') + 1);
        if (condition.in() != null) {
            return field + " is " + (condition.in().size() > 1 ? "one of " : "") + texts(condition.in());
        }
        if (condition.notIn() != null) {
            return field + " is not " + texts(condition.notIn());
        }
        return "the number of " + field + " is "
                + (condition.countIn() != null ? condition.countIn() : "over " + condition.countGreaterThan());
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isArray() && value.isEmpty()
                || value.asString("x").isEmpty();
    }

    private static String texts(List<JsonNode> values) {
        return values.stream().map(value -> value.asString(value.toString())).collect(Collectors.joining(", "));
    }

    static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "$$")
                .replace("@code &lt;", "@code <");
    }
}
