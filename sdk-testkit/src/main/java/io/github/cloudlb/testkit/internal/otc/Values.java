package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what was sent for an object, and refuses what its fields in the table do not allow. */
final class Values {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    private final List<Field> fields;
    private final String place;
    private final UnaryOperator<String> known;
    private final Function<String, Refusal> bad;

    /**
     * Reader of an object.
     *
     * @param place what messages begin with: {@code RequestBody member}
     * @param known values of fields that are not sent: those of the resource that is changed, or of its owner; the text
     *     null if there is none
     * @param bad what is thrown for a bad value
     */
    Values(List<Field> fields, String place, UnaryOperator<String> known, Function<String, Refusal> bad) {
        this.fields = fields;
        this.place = place;
        this.known = known;
        this.bad = bad;
    }

    /** What was sent and counts, as plain values. */
    Map<String, @Nullable Object> read(JsonNode sent) {
        UnaryOperator<String> values = name -> value(sent, name);
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode value = sent.path(field.name());
            boolean missing = value.isMissingNode() || value.isNull();
            if (missing && field.isRequired(values)) {
                throw bad.apply(at(field) + " is null, this is a required parameter.");
            }
            if (value.isNull() && field.is("nullable")) {
                read.put(field.name(), null);
            }
            if (!missing) {
                refuse(field, value, values);
                if (!field.rules().has("appliesWhen") || field.applies("appliesWhen", values)) {
                    read.put(field.name(), Json.plain(value));
                }
            }
        }
        return read;
    }

    /** Values also count for conditions that are not sent yet because they have a default. */
    private String value(JsonNode sent, String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (!name.startsWith("pool.") && sent.hasNonNull(last)) {
            return sent.path(last).asText();
        }
        String before = known.apply(name);
        return before.equals("null")
                ? fields.stream()
                        .filter(field -> field.name().equals(last) && !name.startsWith("pool."))
                        .map(field -> String.valueOf(field.initial()))
                        .findFirst()
                        .orElse(before)
                : before;
    }

    private void refuse(Field field, JsonNode value, UnaryOperator<String> values) {
        if (field.applies("forbiddenWhen", values)) {
            throw bad.apply(at(field) + " must not be given here.");
        }
        if (field.rules().has("mustEqual") && !value.asText().equals(OctaviaServer.PROJECT_ID)) {
            throw OtcErrors.refusal(400, "ELB.9808", "Tenant_id in token mismatches with tenant_id in body.");
        }
        switch (field.text("type")) {
            case "integer" -> refuseNumber(field, value, values);
            case "boolean" -> require(value.isBoolean(), field, value, "is not a boolean.");
            case "array" -> refuseArray(field, value);
            case "object" -> {
                require(value.isObject(), field, value, "is not an object.");
                new Values(field.fields(), at(field), known, bad).read(value);
            }
            default -> refuseText(field, value, values);
        }
    }

    private void refuseNumber(Field field, JsonNode value, UnaryOperator<String> values) {
        require(value.canConvertToInt() && value.isIntegralNumber(), field, value, "is not an integer.");
        int number = value.intValue();
        JsonNode min = field.rule("min", values);
        JsonNode max = field.rule("max", values);
        boolean inside =
                (min.isMissingNode() || number >= min.intValue()) && (max.isMissingNode() || number <= max.intValue());
        require(
                (inside || isListed(field, "alsoAllowed", number, values))
                        && !isListed(field, "forbiddenValues", number, values),
                field,
                value,
                "is not in " + min.asText() + " ~ " + max.asText() + ".");
    }

    private static boolean isListed(Field field, String rule, int number, UnaryOperator<String> values) {
        return StreamSupport.stream(field.rules().path(rule).spliterator(), false)
                .anyMatch(one -> one.path("value").intValue() == number && Field.isCase(one.path("when"), values));
    }

    private void refuseArray(Field field, JsonNode value) {
        require(value.isArray(), field, value, "is not a list.");
        JsonNode most = field.rules().path("maxItems");
        if (most.isNumber() && value.size() > most.intValue()) {
            throw bad.apply(at(field) + "'s size is " + value.size() + ", greater than " + most + ".");
        }
        for (JsonNode item : value) {
            if (field.fields().isEmpty()) {
                require(item.isTextual(), field, item, "is not a string.");
            } else {
                require(item.isObject(), field, item, "is not an object.");
            }
        }
    }

    private void refuseText(Field field, JsonNode value, UnaryOperator<String> values) {
        require(value.isTextual(), field, value, "is not a string.");
        String text = value.textValue();
        JsonNode most = field.rule("maxLength", values);
        if (most.isNumber() && text.length() > most.intValue()) {
            throw bad.apply(at(field) + "'s length is " + text.length() + ", greater than " + most + ".");
        }
        JsonNode allowed = field.rule("enum", values);
        if (allowed.isArray()) {
            String all = StreamSupport.stream(allowed.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", ", "[", "]"));
            require(Field.contains(allowed, text), field, value, "is not in " + all + ".");
        }
        // An address of a member has no format in its row, but there are none of version 6 here.
        boolean address = field.name().equals("address") || field.name().equals("vip_address");
        require(!address || IPV4.matcher(text).matches(), field, value, "is not a valid IPv4 address.");
        require(!field.is("noSpaces") || !text.contains(" "), field, value, "contains a space.");
        require(
                !field.text("startsWith").equals("/") || text.startsWith("/"),
                field,
                value,
                "does not start with a /.");
    }

    private void require(boolean right, Field field, JsonNode value, String otherwise) {
        if (!right) {
            throw bad.apply(at(field) + "'s value " + value + " " + otherwise);
        }
    }

    private String at(Field field) {
        return place + "[" + field.name() + "]";
    }
}
