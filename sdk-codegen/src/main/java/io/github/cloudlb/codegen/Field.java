package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a request, an answer or another field.
 *
 * @param name the key on the wire; empty for {@link #items()} and {@link #values()}
 * @param in {@code path}, {@code query}, {@code body} or {@code form}; top level request fields only
 * @param dialects those that have the field; none for RPC and for items
 * @param items what an array holds
 * @param values what a map holds
 * @param fields what an object holds, unless a {@link Constraint#schema()} tells it
 * @param base what holds in every dialect
 * @param byDialect for dialects that differ: everything that holds there, {@code base} included
 */
@JsonDeserialize(using = Field.Reader.class)
public record Field(
        String name,
        @Nullable String in,
        List<String> dialects,
        @Nullable Field items,
        @Nullable Field values,
        List<Field> fields,
        Constraint base,
        Map<String, Constraint> byDialect) {

    /** What holds in a dialect. */
    public Constraint constraint(String dialect) {
        return byDialect.getOrDefault(dialect, base);
    }

    /** Whether a dialect has the field; RPC fields are in all. */
    public boolean isIn(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }

    /** The field as if no other dialects had it. */
    public Field only(List<String> some) {
        Map<String, Constraint> here = new LinkedHashMap<>(byDialect);
        here.keySet().retainAll(some);
        return new Field(
                name,
                in,
                dialects.stream().filter(some::contains).toList(),
                items == null ? null : items.only(some),
                values == null ? null : values.only(some),
                fields.stream()
                        .filter(field -> some.stream().anyMatch(field::isIn))
                        .map(field -> field.only(some))
                        .toList(),
                base,
                here);
    }

    /** The same field in more dialects: those that only another occurrence of it has. */
    public Field with(Field other) {
        if (dialects.isEmpty() || dialects.containsAll(other.dialects)) {
            return this;
        }
        List<String> all = new ArrayList<>(dialects);
        Map<String, Constraint> both = new LinkedHashMap<>(byDialect);
        for (String dialect : other.dialects) {
            if (!dialects.contains(dialect)) {
                all.add(dialect);
                both.put(dialect, other.constraint(dialect));
            }
        }
        return new Field(name, in, all, items, values, fields, base, both);
    }

    /** Splits a table's flat object into structure and constraints. */
    static final class Reader extends ValueDeserializer<Field> {
        @Override
        public Field deserialize(JsonParser parser, DeserializationContext context) {
            return field((ObjectNode) context.readTree(parser));
        }

        private static Field field(ObjectNode node) {
            String name = node.path("name").asString("");
            String in = text(node, "in");
            List<String> dialects = new ArrayList<>();
            node.path("dialects").forEach(dialect -> dialects.add(dialect.stringValue()));
            JsonNode byDialect = node.path("byDialect");
            Field items = inner(node, "items");
            Field values = inner(node, "values");
            List<Field> fields = new ArrayList<>();
            node.path("fields").forEach(field -> fields.add(field((ObjectNode) field)));
            node.remove(List.of("name", "in", "dialects", "byDialect", "items", "values", "fields"));
            Constraint base = Json.as(Constraint.class, node);
            return new Field(name, in, dialects, items, values, fields, base, overlaid(node, byDialect));
        }

        private static Map<String, Constraint> overlaid(ObjectNode base, JsonNode byDialect) {
            Map<String, Constraint> constraints = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : byDialect.properties()) {
                ObjectNode both = base.deepCopy();
                both.setAll((ObjectNode) entry.getValue());
                constraints.put(entry.getKey(), Json.as(Constraint.class, both));
            }
            return constraints;
        }

        private static @Nullable Field inner(ObjectNode node, String key) {
            return node.get(key) instanceof ObjectNode inner ? field(inner) : null;
        }

        private static @Nullable String text(ObjectNode node, String key) {
            return node.has(key) ? node.path(key).stringValue() : null;
        }
    }
}
