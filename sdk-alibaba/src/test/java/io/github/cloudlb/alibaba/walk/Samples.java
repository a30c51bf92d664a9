package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.core.OpenEnum;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Objects that have every field, each with a value of its own that the table allows. What cannot be told apart by one
 * value, such as flags, differs from any other in one of so many {@code round}s.
 */
final class Samples {
    /** As many as it takes for each of 2^9 fields to have a flag that no other has in all rounds. */
    static final int ROUNDS = 9;

    private static final int ITEMS = 2;
    private static final long SOME_TIME = 1_772_600_000L;
    private static final int WIDE = 100_000;

    private final Offered offered;
    private final int round;
    private int count;

    Samples(Offered offered, int round) {
        this.offered = offered;
        this.round = round;
    }

    ObjectNode object(Class<?> type, List<TableField> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        // What depends on another field is chosen when that one is.
        for (boolean dependent : new boolean[] {false, true}) {
            for (TableField field : fields) {
                Optional<Method> accessor = offered.accessor(type, field.name());
                if (accessor.isPresent() && dependent == field.says("cases")) {
                    object.set(field.name(), value(field, JavaShape.of(accessor.get()), object));
                }
            }
        }
        return object;
    }

    /** A page of objects of that type, in the field of that name. */
    ObjectNode page(Class<?> type, List<TableField> fields, String list) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (TableField field : fields) {
            boolean items = field.name().equals(list);
            page.set(field.name(), value(field, new JavaShape(items ? type : String.class, items), page));
        }
        return page;
    }

    private JsonNode value(TableField field, JavaShape shape, ObjectNode around) {
        if (field.isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            long most = field.most("maxItems").orElse(ITEMS);
            for (long i = 0;
                    i < Math.min(Math.max(ITEMS, field.least("minItems").orElse(0)), most);
                    i++) {
                list.add(item(field, shape));
            }
            return list;
        }
        if (shape.isList()) {
            // A list that is one text, with commas between its entries.
            return Scalars.toJson(
                    scalar(field, shape, around).asString("") + ","
                            + scalar(field, shape, around).asString(""),
                    field);
        }
        return field.isObject() ? object(shape.type(), field.inside()) : scalar(field, shape, around);
    }

    private JsonNode item(TableField list, JavaShape shape) {
        return list.isListOfObjects() ? anyObject(shape, list.inside()) : scalar(list.items(), shape, null);
    }

    /** Where Java has the one field of an object for the object itself, that field. */
    private ObjectNode anyObject(JavaShape shape, List<TableField> fields) {
        if (shape.type() != String.class) {
            return object(shape.type(), fields);
        }
        TableField only = fields.get(0);
        return JsonNodeFactory.instance.objectNode().set(only.name(), scalar(only, shape, null));
    }

    private JsonNode scalar(TableField field, JavaShape shape, ObjectNode around) {
        int number = count++;
        return Scalars.toJson(text(field, shape, around, number), field);
    }

    private String text(TableField field, JavaShape shape, ObjectNode around, int number) {
        List<String> allowed = allowed(field, shape, around);
        if (!allowed.isEmpty() && !shape.isBoolean()) {
            return allowed.get((number + round) % allowed.size());
        } else if (shape.isBoolean() || field.type().equals("boolean")) {
            boolean on = (number >> round & 1) == 1;
            return field.isOnOff() ? on ? "on" : "off" : String.valueOf(on);
        } else if (shape.type() == Instant.class) {
            return time(field, number);
        } else if (field.says("valuePatterns")) {
            return field.texts("valuePatterns")
                            .get(number % field.texts("valuePatterns").size())
                            .charAt(0)
                    + String.valueOf(10 + number % 90);
        } else if (shape.isWhole() || !field.type().equals("string")) {
            return String.valueOf(whole(field, number));
        }
        return words(field, number);
    }

    /** Values of an enum that the table has elsewhere, if it has none here. */
    private static List<String> allowed(TableField field, JavaShape shape, ObjectNode around) {
        List<String> here = Conditional.values(field, around);
        if (shape.isWhole() && field.type().equals("string") && field.says("enum")) {
            // Words such as HTTP_2xx stand for numbers.
            return here.stream().filter(value -> value.matches("\\d+")).toList();
        }
        return here.isEmpty() && OpenEnum.class.isAssignableFrom(shape.type()) ? Scalars.known(shape.type()) : here;
    }

    private static String time(TableField field, int number) {
        long seconds = SOME_TIME + number;
        return field.type().equals("long")
                ? String.valueOf(seconds * 1000)
                : Instant.ofEpochSecond(seconds).toString();
    }

    private static long whole(TableField field, int number) {
        long least = field.most("min").orElse(field.most("numericMin").orElse(1));
        long most = field.least("max").orElse(field.least("numericMax").orElse(least + WIDE));
        return least + number % (most - least + 1);
    }

    private static String words(TableField field, int number) {
        String start = field.text("startsWith").equals("/") ? "/v" : "v";
        String text = start + number;
        int missing = (int) field.most("minLength").orElse(0) - text.length();
        return missing > 0 ? text + "x".repeat(missing) : text;
    }
}
