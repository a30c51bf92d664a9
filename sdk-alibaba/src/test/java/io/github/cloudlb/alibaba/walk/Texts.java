package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.alibaba.walk.Rule.Kind;

import java.util.ArrayList;
import java.util.List;

/** The rules of a text: how long it may be, and what must not be in it. */
final class Texts {
    private Texts() {}

    static List<Rule> of(Place place) {
        TableField field = place.field();
        List<Rule> rules = new ArrayList<>();
        field.least("minLength")
                .ifPresent(least ->
                        rules.add(Rule.of(Kind.LENGTH, place, "", text(place, least - 1), text(place, least))));
        for (String most : List.of("maxLength", "maxBytes")) {
            field.most(most)
                    .ifPresent(longest -> rules.add(
                            Rule.of(Kind.LENGTH, place, longest, text(place, longest + 1), text(place, longest))));
        }
        if (field.isFlag("asciiOnly")) {
            rules.add(Rule.of(Kind.ASCII, place, "ASCII", place.with("jeton-é")));
        }
        for (String prefix : field.texts("forbiddenPrefixes")) {
            rules.add(Rule.of(Kind.PREFIX, place, prefix, place.with(prefix + "x"), place.with("x" + prefix)));
        }
        if (field.text("startsWith").equals("/")) {
            rules.add(Rule.of(Kind.START, place, "/", place.with("v1"), place.with("/v1")));
        }
        return rules;
    }

    private static tools.jackson.databind.JsonNode text(Place place, long length) {
        String start = place.field().text("startsWith").equals("/") ? "/" : "";
        String text = start + "v".repeat((int) Math.max(0, length - start.length()));
        return place.with(text.substring(0, (int) length));
    }
}
