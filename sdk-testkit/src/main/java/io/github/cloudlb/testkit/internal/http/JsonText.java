package io.github.cloudlb.testkit.internal.http;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.core.JsonFactory;
import wiremock.com.fasterxml.jackson.core.JsonGenerator;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** A value as JSON: what a generator writes, and in between what is written already. */
final class JsonText extends Writer {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(Object value, JsonFactory factory) {
        JsonText text = new JsonText();
        try (JsonGenerator json = factory.createGenerator(text)) {
            text.write(value, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof String string) {
            json.writeString(string);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                write(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> items && !(value instanceof JsonNode)) {
            json.writeStartArray();
            for (Object item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else {
            writeSmall(value, json);
        }
    }

    private void writeSmall(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Json.Written written) {
            // Past the generator, which would copy it by characters.
            json.writeRawValue("");
            json.flush();
            text.append(written.json());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof JsonNode node) {
            write(Json.plain(node), json);
        } else {
            throw new IllegalArgumentException("No JSON for " + value.getClass() + ": " + value);
        }
    }

    @Override
    public void write(char[] characters, int from, int length) {
        text.append(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
