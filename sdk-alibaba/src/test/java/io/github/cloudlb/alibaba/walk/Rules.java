package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.alibaba.walk.Rule.Kind;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** All that the table says of the fields of a request and that a client can know before it sends it. */
final class Rules {
    /** Required, but known to the client: the place of an action in its list. */
    private static final Set<String> NUMBERED = Set.of("Order");

    /** What a server is known by is asked for everywhere, though the newest source does not ask for it where one is replaced. */
    private static final Set<String> KNOWN_BY = Set.of("ServerId", "ServerType");

    private final Api.Row operation;
    private final JsonNode sample;
    private final List<Rule> rules = new ArrayList<>();

    private Rules(Api.Row operation) {
        this.operation = operation;
        this.sample = operation.sample(0);
    }

    static List<Rule> of(Api.Row operation) {
        Rules all = new Rules(operation);
        all.walk(operation.type(), operation.request(), "");
        return all.rules;
    }

    private void walk(Class<?> type, List<TableField> fields, String at) {
        for (TableField field : fields) {
            operation.api().offered().accessor(type, field.name()).ifPresent(accessor -> {
                JavaShape shape = JavaShape.of(accessor);
                add(new Place(sample, at, field, accessor.getName(), shape, fields, operation.request()));
                String inside = at + "/" + field.name() + (field.isList() ? "/0" : "");
                if (!field.inside().isEmpty() && shape.type() != String.class) {
                    walk(shape.type(), field.inside(), inside);
                }
            });
        }
    }

    private void add(Place place) {
        presence(place);
        if (place.field().isList()) {
            items(place);
        } else if (!place.field().isObject()) {
            Choices.of(place).forEach(rules::add);
            range(place, "min", "max");
            range(place, "numericMin", "numericMax");
            if (place.shape().type() == String.class) {
                Texts.of(place).forEach(rules::add);
            }
        }
    }

    private void presence(Place place) {
        TableField field = place.field();
        JsonNode conditions = field.row().path("requiredWhen");
        if (field.isRequired() && NUMBERED.contains(field.name())) {
            rules.add(new Rule(Kind.REQUIRED, place, "", Optional.empty(), List.of(place.without())));
        } else if (field.isRequired()) {
            rules.add(Rule.of(Kind.REQUIRED, place, "", place.without()));
        } else if (!conditions.isEmpty() && place.knows(conditions)) {
            JsonNode missing = place.where(conditions).without();
            rules.add(Rule.of(
                    Kind.REQUIRED_WHEN,
                    place,
                    "",
                    missing,
                    place.whereNot(conditions).without()));
        } else if (field.uncertain("required").findAny().isPresent() && !KNOWN_BY.contains(field.name())) {
            rules.add(new Rule(Kind.PERHAPS_REQUIRED, place, "", Optional.empty(), List.of(place.without())));
        }
    }

    private void range(Place place, String min, String max) {
        Consumer<Rule> add = rules::add;
        place.field()
                .least(min)
                .ifPresent(least ->
                        add.accept(Rule.of(Kind.RANGE, place, least, place.with(least - 1), place.with(least))));
        place.field()
                .most(max)
                .ifPresent(
                        most -> add.accept(Rule.of(Kind.RANGE, place, most, place.with(most + 1), place.with(most))));
    }

    /** A list that may be left out is left out if it is empty, so that one entry is the least there can be. */
    private void items(Place place) {
        place.field().least("minItems").ifPresent(least -> {
            if (place.field().isRequired() || least > 1) {
                rules.add(Rule.of(Kind.ITEMS, place, least, place.withItems(least - 1), place.withItems(least)));
            }
        });
        place.field()
                .most("maxItems")
                .ifPresent(most ->
                        rules.add(Rule.of(Kind.ITEMS, place, most, place.withItems(most + 1), place.withItems(most))));
    }
}
