package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** What the table says of a field only if others beside it have some value. */
final class Conditional {
    private Conditional() {}

    /** The values of a field, if only these are allowed: by its own words, or by those for what is around it. */
    static List<String> values(TableField field, ObjectNode around) {
        for (JsonNode one : field.rows("cases")) {
            if (one.has("enum") && holds(one.path("when"), around)) {
                return texts(one.path("enum"));
            }
        }
        return field.texts("enum");
    }

    static boolean holds(JsonNode conditions, ObjectNode around) {
        return conditions
                .valueStream()
                .allMatch(one -> texts(one.path("in"))
                        .contains(around.path(one.path("field").asString("")).asString("")));
    }

    static List<String> texts(JsonNode values) {
        return values.valueStream().map(one -> one.asString("")).toList();
    }
}
