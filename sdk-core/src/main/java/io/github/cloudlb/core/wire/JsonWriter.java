package io.github.cloudlb.core.wire;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a JSON object field by field. */
public final class JsonWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final JsonGenerator generator = Cursor.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    public JsonWriter beginObject() {
        generator.writeStartObject();
        return this;
    }

    public JsonWriter endObject() {
        generator.writeEndObject();
        return this;
    }

    /** Names the value that is written next. */
    public JsonWriter name(String name) {
        generator.writeName(name);
        return this;
    }

    public JsonWriter beginList() {
        generator.writeStartArray();
        return this;
    }

    public JsonWriter endList() {
        generator.writeEndArray();
        return this;
    }

    public JsonWriter field(String name, String value) {
        generator.writeStringProperty(name, value);
        return this;
    }

    public JsonWriter field(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    public JsonWriter field(String name, double value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    public JsonWriter field(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    public JsonWriter field(String name, List<String> values) {
        generator.writeName(name);
        generator.writeStartArray();
        for (String value : values) {
            generator.writeString(value);
        }
        generator.writeEndArray();
        return this;
    }

    public JsonWriter field(String name, Map<String, String> values) {
        generator.writeName(name);
        generator.writeStartObject();
        for (Map.Entry<String, String> value : values.entrySet()) {
            generator.writeStringProperty(value.getKey(), value.getValue());
        }
        generator.writeEndObject();
        return this;
    }

    public JsonWriter nullField(String name) {
        generator.writeNullProperty(name);
        return this;
    }

    /** What was written. */
    public String text() {
        return new String(done(), StandardCharsets.UTF_8);
    }

    /** What was written, in UTF-8. */
    public byte[] done() {
        generator.close();
        return bytes.toByteArray();
    }
}
