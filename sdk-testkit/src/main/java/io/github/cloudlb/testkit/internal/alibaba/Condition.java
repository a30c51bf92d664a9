package io.github.cloudlb.testkit.internal.alibaba;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something about another field, beside this one or around it.
 *
 * @param values it has one of these; empty if its length counts
 * @param moreThan it is a list of more items than this
 */
record Condition(String field, List<String> values, int moreThan) {

    static List<Condition> all(JsonNode conditions) {
        List<Condition> all = new ArrayList<>();
        conditions.forEach(one -> all.add(new Condition(
                one.path("field").asText(),
                FieldRules.texts(one.path("in")),
                one.path("countGreaterThan").asInt(Integer.MAX_VALUE))));
        return List.copyOf(all);
    }

    /**
     * Whether it is so.
     *
     * @param around objects from the inside to the outside
     */
    boolean holds(List<Map<String, Object>> around) {
        for (Map<String, Object> object : around) {
            Object value = object.get(field);
            if (value != null) {
                return values.isEmpty()
                        ? value instanceof List<?> list && list.size() > moreThan
                        : values.contains(String.valueOf(value));
            }
        }
        return false;
    }
}
