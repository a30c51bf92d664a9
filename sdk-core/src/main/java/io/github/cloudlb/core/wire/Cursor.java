package io.github.cloudlb.core.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.function.Function;

/** Where a reader is in its text. Tells the place of what it cannot read: {@code /members/0/weight}. */
final class Cursor implements AutoCloseable {
    static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    Cursor(byte[] text) {
        parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** Goes on; true if this is not the end of what {@code end} ends. */
    boolean advances(JsonToken end) {
        return parser.nextToken() != end;
    }

    /** Goes on to the next field's value; null at the object's end. */
    @Nullable
    String nextField() {
        if (!advances(JsonToken.END_OBJECT)) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    /** The name of the field whose value this is. */
    String name() {
        return parser.currentName();
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    void skip() {
        parser.skipChildren();
    }

    void expect(JsonToken token, String kind) {
        if (parser.currentToken() != token) {
            throw wrong(kind);
        }
    }

    <T> @Nullable T parsed(String kind, Function<String, T> parse) {
        if (isNull()) {
            return null;
        }
        try {
            String text = scalar(kind);
            return text.isEmpty() ? null : parse.apply(text);
        } catch (ArithmeticException | NumberFormatException notOne) {
            throw wrong(kind);
        }
    }

    String scalar(String kind) {
        if (!parser.currentToken().isScalarValue()) {
            throw wrong(kind);
        }
        return parser.getString();
    }

    /** As it is written, but a string without its quotes. */
    String raw() {
        if (parser.currentToken().isScalarValue()) {
            return parser.getString();
        }
        StringWriter copy = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), copy)) {
            generator.copyCurrentStructure(parser);
        }
        return copy.toString();
    }

    private UnreadableJsonException wrong(String kind) {
        String place = parser.streamReadContext().pathAsPointer().toString();
        return new UnreadableJsonException(
                (place.isEmpty() ? "it" : place) + " is not " + kind + ", but " + parser.currentToken());
    }

    @Override
    public void close() {
        parser.close();
    }
}
