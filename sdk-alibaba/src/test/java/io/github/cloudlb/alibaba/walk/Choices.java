package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.alibaba.walk.Rule.Kind;
import io.github.cloudlb.core.OpenEnum;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules of a value that is one of some. */
final class Choices {
    private static final String UNKNOWN = "unheard-of";
    private static final String NO_CODE = "999";

    private Choices() {}

    static List<Rule> of(Place place) {
        TableField field = place.field();
        List<Rule> rules = new ArrayList<>();
        // Of two values a flag has only these.
        if (field.says("enum") && !place.shape().isBoolean()) {
            rules.add(Rule.of(Kind.ENUM, place, field.texts("enum").get(0), place.with(unknown(place)), newer(place)));
            others(place).forEach(other -> rules.add(Rule.of(Kind.ENUM, place, "", place.with(other))));
        }
        if (field.says("valuePatterns")) {
            rules.add(Rule.of(Kind.PATTERN, place, "", place.with(NO_CODE)));
        }
        for (JsonNode one : field.rows("cases")) {
            if (one.has("enum")) {
                Place there = place.where(one.path("when"));
                String known = Conditional.texts(one.path("enum")).get(0);
                rules.add(Rule.of(Kind.ENUM_WHEN, place, known, there.with(UNKNOWN), there.with(known)));
            }
        }
        return rules;
    }

    private static String unknown(Place place) {
        return place.shape().isWhole() ? NO_CODE : UNKNOWN;
    }

    /** What the caller says is newer than the SDK goes through. */
    private static JsonNode[] newer(Place place) {
        return isOpen(place) ? new JsonNode[] {place.with(Scalars.NEWER)} : new JsonNode[0];
    }

    /** Values that the type knows for other fields. */
    private static Stream<String> others(Place place) {
        List<String> here = Stream.concat(
                        place.field().texts("enum").stream(),
                        place.field().uncertain("enum").flatMap(values -> Conditional.texts(values).stream()))
                .toList();
        return isOpen(place)
                ? Scalars.known(place.shape().type()).stream()
                        .filter(known -> here.stream().map(Spelling::ours).noneMatch(known::equalsIgnoreCase))
                : Stream.of();
    }

    private static boolean isOpen(Place place) {
        return OpenEnum.class.isAssignableFrom(place.shape().type());
    }
}
