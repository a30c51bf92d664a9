package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;

/**
 * Another source's word on a fact.
 *
 * @param fact its key, or {@code existence}
 * @param source {@code doc} (the page), {@code schema} and {@code schema2024} (published metadata), {@code unconfirmed},
 *     {@code example}
 */
public record Uncertain(String fact, String source, JsonNode value) {}
