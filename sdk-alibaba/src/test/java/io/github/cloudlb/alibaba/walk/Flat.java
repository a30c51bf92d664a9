package io.github.cloudlb.alibaba.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parameters as the vendor describes them: objects nest with dots, lists count from 1. */
final class Flat {
    private Flat() {}

    /** Those that belong into the form, or those that belong into the query. */
    static Map<String, String> parameters(JsonNode request, List<TableField> fields, boolean inForm) {
        Map<String, String> flat = new TreeMap<>();
        for (TableField field : fields) {
            if (field.isInForm() == inForm && request.has(field.name())) {
                add(flat, field.name(), request.path(field.name()), field);
            }
        }
        return flat;
    }

    private static void add(Map<String, String> flat, String name, JsonNode value, TableField field) {
        if (field.isOneJsonText()) {
            flat.put(name, value.toString());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(flat, name + "." + (i + 1), value.path(i), field.items());
            }
        } else if (value.isObject()) {
            TableField.in(field.row()).stream()
                    .filter(inner -> value.has(inner.name()))
                    .forEach(inner -> add(flat, name + "." + inner.name(), value.path(inner.name()), inner));
        } else {
            flat.put(name, value.asString());
        }
    }

    /** The fields that occur in some object, at every depth: {@code Servers} and {@code Servers.Port}. */
    static Set<String> paths(JsonNode object) {
        Set<String> paths = new TreeSet<>();
        collect(object, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String at, Set<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                paths.add(at + field.getKey());
                collect(field.getValue(), at + field.getKey() + ".", paths);
            });
        } else {
            node.valueStream().forEach(item -> collect(item, at, paths));
        }
    }

    /** The same from parameters: what has JSON for its value has the fields of that. */
    static Set<String> paths(Map<String, String> parameters, List<TableField> fields) {
        Set<String> paths = new TreeSet<>();
        parameters.forEach((name, value) -> {
            String at = "";
            for (String part : name.replaceAll("\\.\\d+", "").split("\\.", -1)) {
                paths.add(at + part);
                at += part + ".";
            }
            if (fields.stream().anyMatch(field -> field.name().equals(name) && field.isOneJsonText())) {
                collect(JsonMapper.shared().readTree(value), at, paths);
            }
        });
        return paths;
    }
}
