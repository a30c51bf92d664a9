package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** What somebody asks of the control surface, in JSON; complains of fields that are wrong, missing or of no use. */
final class Wish {
    /** Clocks end somewhere behind it. */
    private static final Duration LONGEST = Duration.ofDays(365_250);

    private final JsonNode object;
    private final Set<String> known = new LinkedHashSet<>();

    private Wish(JsonNode object) {
        this.object = object;
    }

    static Wish of(String body) {
        return Json.read(body)
                .filter(JsonNode::isObject)
                .map(Wish::new)
                .orElseThrow(() -> new IllegalArgumentException("The body must be a JSON object"));
    }

    boolean has(String field) {
        known.add(field);
        return object.hasNonNull(field);
    }

    boolean flag(String field) {
        if (has(field) && !object.get(field).isBoolean()) {
            throw wrong(field, "true or false");
        }
        return object.path(field).asBoolean();
    }

    String text(String field) {
        if (!has(field) || !object.get(field).isTextual()) {
            throw wrong(field, "a text");
        }
        return object.get(field).asText();
    }

    String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    int number(String field) {
        boolean whole = has(field)
                && object.get(field).isIntegralNumber()
                && object.get(field).canConvertToInt();
        if (!whole || object.get(field).asInt() < 0) {
            throw wrong(field, "a whole number");
        }
        return object.get(field).asInt();
    }

    /** Of an answer that ends an exchange. */
    int status(String field) {
        int status = number(field);
        if (status < 200 || status > 599) {
            throw wrong(field, "200 to 599");
        }
        return status;
    }

    int number(String field, int otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    /** In seconds, or as ISO 8601 has it: {@code 2.5}, {@code "PT2.5S"}. */
    Duration duration(String field) {
        try {
            Duration duration = has(field) && object.get(field).isNumber()
                    ? Duration.ofMillis(Math.round(object.get(field).asDouble() * 1000))
                    : Duration.parse(text(field));
            if (duration.abs().compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            // Told below.
        }
        throw wrong(field, "a number of seconds or a duration such as PT2.5S, and no more than a thousand years");
    }

    Duration duration(String field, Duration otherwise) {
        return has(field) ? duration(field) : otherwise;
    }

    /** To be called when all has been read that counts. */
    void complete() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no field " + name + " here; there are " + known);
            }
        }
    }

    private IllegalArgumentException wrong(String field, String expected) {
        return new IllegalArgumentException(
                "The field " + field + " must be " + expected + (object.has(field) ? "" : " and is missing"));
    }
}
