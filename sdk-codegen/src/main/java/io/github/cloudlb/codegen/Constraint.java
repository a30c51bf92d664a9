package io.github.cloudlb.codegen;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is known about a field's value. {@code null}, false and empty mean: not stated.
 *
 * @param type {@code string integer long number boolean object array map}; null only in the base of a field whose
 *     dialects differ in it
 * @param schema name of an entry of {@link Table#schemas()} that tells the inner fields
 * @param list how a list of this query parameter is written: {@code repeated} or {@code comma}
 * @param listAlso another way that is understood
 * @param listPairs as many of each as of its sibling ({@code sort_key}, {@code sort_dir})
 * @param required null where not stated, as in answers
 * @param defaultValue may be a JSON null
 * @param defaultFrom where a default that the service's owner can change comes from
 * @param allowed {@code enum}: the values known; the service may know more
 * @param minItemsWhenRegionHasTwoZones in place of minItems there
 * @param itemMaxLength longest element of a text that is a list
 * @param labelMaxLength longest label of a host name
 * @param maxBytes longest value, in bytes
 * @param numericMin least number a text may hold
 * @param numericMax greatest number a text may hold
 * @param valuePatterns values besides literal ones, such as {@code 2xx}
 * @param unit {@code milliseconds seconds minutes bytes}
 * @param startsWith in words, such as {@code letter}
 * @param allowedChars characters and ranges; the service may allow more
 * @param wildcard where a wildcard may stand, in words
 * @param variables placeholders the value may hold
 * @param alsoAllowed values outside the limits that are allowed in some cases
 * @param forbiddenValues values inside the limits that are forbidden in some cases
 * @param mustEqual what the value must be equal to, in words
 * @param requiredWhen all conditions together, as in the next three
 * @param notNeededWhen a required field that may be missing then
 * @param requiredWith what else must be if this field is set
 * @param cases limits that hold in some cases only, besides the plain ones
 * @param listenerProtocols protocols of the listener for which the field counts
 * @param editionsWithout editions of a load balancer that lack the field
 * @param serverGroupTypesWithout types of a server group that lack it
 * @param since minor version of Octavia that brought it
 * @param readOnly in answers, in no request
 * @param reserved accepted and returned, without effect
 * @param mayBeAbsent left out of the answer, not null, where there is nothing to tell
 * @param replacesAll the list given replaces the one there
 * @param aliasOf another field with the same value
 * @param kind what a query parameter is for: {@code filter paging sort field_selection tag_filter option}
 * @param encoding {@code json}: one JSON text; else flat keys
 * @param uncertain other sources' word; a check must let through what any of them allows
 */
public record Constraint(
        @Nullable String type,
        @Nullable String schema,
        @Nullable String list,
        @Nullable String listAlso,
        boolean listPairs,
        @Nullable Boolean required,
        boolean nullable,
        @JsonProperty("default") @Nullable JsonNode defaultValue,
        @Nullable String defaultFrom,
        @JsonProperty("enum") List<JsonNode> allowed,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer minItems,
        @Nullable Integer maxItems,
        @Nullable Integer minItemsWhenRegionHasTwoZones,
        @Nullable Integer itemMaxLength,
        @Nullable Integer labelMaxLength,
        @Nullable Integer maxBytes,
        @Nullable Integer numericMin,
        @Nullable Integer numericMax,
        @Nullable String pattern,
        List<String> valuePatterns,
        @Nullable String format,
        @Nullable String unit,
        boolean asciiOnly,
        boolean noSpaces,
        @Nullable String startsWith,
        List<String> allowedChars,
        List<String> forbiddenPrefixes,
        List<String> forbiddenSubstrings,
        @Nullable String wildcard,
        List<Integer> ipVersions,
        List<String> variables,
        List<ValueWhen> alsoAllowed,
        List<ValueWhen> forbiddenValues,
        @Nullable String mustEqual,
        List<Condition> requiredWhen,
        List<Condition> forbiddenWhen,
        List<Condition> appliesWhen,
        List<Condition> notNeededWhen,
        List<Condition> requiredWith,
        List<Case> cases,
        List<String> listenerProtocols,
        List<String> editionsWithout,
        List<String> serverGroupTypesWithout,
        @Nullable String since,
        boolean deprecated,
        boolean readOnly,
        boolean reserved,
        boolean immutableAfterCreate,
        boolean mayBeAbsent,
        boolean replacesAll,
        @Nullable String aliasOf,
        @Nullable String itemKind,
        @Nullable String kind,
        @Nullable String encoding,
        List<Uncertain> uncertain) {

    public Constraint {
        allowed = Absent.asEmpty(allowed);
        valuePatterns = Absent.asEmpty(valuePatterns);
        allowedChars = Absent.asEmpty(allowedChars);
        forbiddenPrefixes = Absent.asEmpty(forbiddenPrefixes);
        forbiddenSubstrings = Absent.asEmpty(forbiddenSubstrings);
        ipVersions = Absent.asEmpty(ipVersions);
        variables = Absent.asEmpty(variables);
        alsoAllowed = Absent.asEmpty(alsoAllowed);
        forbiddenValues = Absent.asEmpty(forbiddenValues);
        requiredWhen = Absent.asEmpty(requiredWhen);
        forbiddenWhen = Absent.asEmpty(forbiddenWhen);
        appliesWhen = Absent.asEmpty(appliesWhen);
        notNeededWhen = Absent.asEmpty(notNeededWhen);
        requiredWith = Absent.asEmpty(requiredWith);
        cases = Absent.asEmpty(cases);
        listenerProtocols = Absent.asEmpty(listenerProtocols);
        editionsWithout = Absent.asEmpty(editionsWithout);
        serverGroupTypesWithout = Absent.asEmpty(serverGroupTypesWithout);
        uncertain = Absent.asEmpty(uncertain);
    }

    /** Required without any condition. */
    public boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    /** A value and the conditions under which it is treated so. */
    public record ValueWhen(JsonNode value, List<Condition> when) {}

    /** What holds when all the conditions do. */
    public record Case(
            List<Condition> when,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @JsonProperty("default") @Nullable JsonNode defaultValue,
            @JsonProperty("enum") @Nullable List<JsonNode> allowed,
            @Nullable Integer maxLength,
            @Nullable List<String> allowedChars,
            @Nullable String startsWith) {}
}
