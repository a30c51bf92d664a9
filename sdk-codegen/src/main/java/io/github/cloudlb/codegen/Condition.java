package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * A condition on another field of the same request; exactly one of the others is set.
 *
 * @param field its name, or path through its parent ({@code session_persistence.type})
 * @param in it has one of these values
 * @param notIn it has none of these values
 * @param countIn the list has so many elements
 * @param countGreaterThan the list has more elements
 */
public record Condition(
        String field,
        @Nullable List<JsonNode> in,
        @Nullable List<JsonNode> notIn,
        @Nullable List<Integer> countIn,
        @Nullable Integer countGreaterThan) {}
