package io.github.cloudlb.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** What is known about a field's value, moved from a reference under the one name a table has for it. */
final class Facts {
    private static final List<String> SAME = List.of(
            "name",
            "required",
            "nullable",
            "default",
            "enum",
            "min",
            "max",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minItemsWhenRegionHasTwoZones",
            "maxBytes",
            "numericMin",
            "numericMax",
            "pattern",
            "valuePatterns",
            "format",
            "asciiOnly",
            "startsWith",
            "allowedChars",
            "forbiddenPrefixes",
            "forbiddenSubstrings",
            "wildcard",
            "variables",
            "listenerProtocols",
            "editionsWithout",
            "serverGroupTypesWithout",
            "since",
            "deprecated",
            "reserved",
            "replacesAll",
            "kind");
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("minimum", "min"),
            Map.entry("maximum", "max"),
            Map.entry("min_length", "minLength"),
            Map.entry("max_length", "maxLength"),
            Map.entry("max_items", "maxItems"),
            Map.entry("item_max_length", "itemMaxLength"),
            Map.entry("label_max_length", "labelMaxLength"),
            Map.entry("starts_with", "startsWith"),
            Map.entry("no_spaces", "noSpaces"),
            Map.entry("ip_versions", "ipVersions"),
            Map.entry("must_equal", "mustEqual"),
            Map.entry("read_only", "readOnly"),
            Map.entry("immutable_after_create", "immutableAfterCreate"),
            Map.entry("may_be_absent", "mayBeAbsent"),
            Map.entry("alias_of", "aliasOf"),
            Map.entry("default_from", "defaultFrom"),
            Map.entry("item_kind", "itemKind"));
    private static final Map<String, String> CONDITIONS =
            Map.of("requiredWhen", "requiredWhen", "appliesWhen", "appliesWhen", "notNeededWhen", "notNeededWhen");
    private static final Map<String, String> ALTERNATIVES =
            Map.of("required_when", "requiredWhen", "applies_when", "appliesWhen", "forbidden_when", "forbiddenWhen");
    private static final List<String> CASE_LISTS = List.of("ranges", "enumWhen", "defaultWhen", "pattern_rules");
    private static final Map<String, String> UNITS = Map.of("s", "seconds", "ms", "milliseconds", "min", "minutes");

    private Facts() {}

    static void move(Row row, ObjectNode out) {
        SAME.stream().filter(row::has).forEach(key -> out.set(key, row.need(key)));
        RENAMED.forEach((from, to) -> {
            if (row.has(from)) {
                out.set(to, row.need(from));
            }
        });
        rewritten(row, out);
        conditions(row, out);
        cases(row, out);
    }

    private static void rewritten(Row row, ObjectNode out) {
        if (row.has("unit")) {
            String unit = row.text("unit");
            out.put("unit", UNITS.getOrDefault(unit, unit));
        }
        if (row.has("characters")) {
            out.set("allowedChars", Conditions.characters(row.text("characters")));
        }
        if (row.has("list")) {
            list(row, out);
        }
        if (row.has("encoding")) {
            encoding(row, out);
        }
    }

    private static void encoding(Row row, ObjectNode out) {
        String encoding = row.text("encoding");
        if (!encoding.equals("flat")) {
            out.put("encoding", encoding);
        }
    }

    private static void list(Row row, ObjectNode out) {
        String form = row.text("list");
        switch (form) {
            case "repeated", "comma" -> out.put("list", form);
            case "comma or repeated" -> out.put("list", "comma").put("listAlso", "repeated");
            case "repeated, as many of each" -> out.put("list", "repeated").put("listPairs", true);
            default -> throw row.fail("unknown list form " + form);
        }
    }

    private static void conditions(Row row, ObjectNode out) {
        CONDITIONS.forEach((from, to) -> {
            if (row.has(from)) {
                out.set(to, Conditions.list(row.rows(from), false));
            }
        });
        ALTERNATIVES.forEach((from, to) -> {
            if (row.has(from)) {
                out.set(to, Conditions.list(row.rows(from), true));
            }
        });
        if (row.has("required_with")) {
            out.set("requiredWith", Conditions.equalTo(row.row("required_with")));
        }
        Map.of("also_allowed", "alsoAllowed", "forbidden", "forbiddenValues").forEach((from, to) -> {
            if (row.has(from)) {
                ArrayNode values = out.putArray(to);
                row.rows(from).forEach(one -> values.add(Conditions.valueWhen(one)));
            }
        });
    }

    private static void cases(Row row, ObjectNode out) {
        ArrayNode cases = out.arrayNode();
        CASE_LISTS.forEach(key -> row.rows(key).forEach(one -> cases.add(Conditions.caseOf(one))));
        byValue(cases, row, "minimum_for", "type", "min");
        byValue(cases, row, "allowed_by_pool_protocol", "pool.protocol", "enum");
        byValue(cases, row, "allowed_by_type", "type", "enum");
        if (!cases.isEmpty()) {
            out.set("cases", (JsonNode) cases);
        }
    }

    private static void byValue(ArrayNode cases, Row row, String key, String subject, String fact) {
        if (row.has(key)) {
            Conditions.casesByValue(cases, subject, row.row(key), fact);
        }
    }
}
