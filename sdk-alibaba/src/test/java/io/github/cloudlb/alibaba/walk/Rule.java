package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/**
 * One thing the table says of a field.
 *
 * @param allowed words that tell what would be right; none where there are several ways to say it
 * @param broken a request in which nothing but this is broken; none if sources differ on it
 * @param kept requests at the very edge of what is allowed
 */
record Rule(Kind kind, Place place, String allowed, Optional<JsonNode> broken, List<JsonNode> kept) {
    /** What a rule is about. */
    enum Kind {
        REQUIRED,
        REQUIRED_WHEN,
        /** Some sources say so, the newest does not. */
        PERHAPS_REQUIRED,
        RANGE,
        LENGTH,
        ITEMS,
        ENUM,
        ENUM_WHEN,
        PATTERN,
        ASCII,
        PREFIX,
        START
    }

    static Rule of(Kind kind, Place place, Object allowed, JsonNode broken, JsonNode... kept) {
        return new Rule(kind, place, String.valueOf(allowed), Optional.of(broken), List.of(kept));
    }

    @Override
    public String toString() {
        return kind + " of " + place.name();
    }
}
