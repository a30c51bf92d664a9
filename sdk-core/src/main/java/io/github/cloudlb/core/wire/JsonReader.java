package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks through a JSON text field by field. Lenient about how a value is written (a number as a string, a boolean as
 * text), strict about what it is: a value that cannot be what was asked for throws {@link UnreadableJsonException}.
 */
public final class JsonReader implements AutoCloseable {
    static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final Dialect dialect;
    private String field = "";

    private JsonReader(JsonParser parser, Dialect dialect) {
        this.parser = parser;
        this.dialect = dialect;
    }

    /** Reads one value out of a value. */
    @FunctionalInterface
    public interface Element<T> {
        T read(JsonReader in);
    }

    /** Reads a whole text, which must be an object. */
    public static <T> T read(Answer answer, Dialect dialect, Element<T> element) {
        try (JsonReader in = new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), answer.body()), dialect)) {
            in.parser.nextToken();
            in.expect(JsonToken.START_OBJECT, "an object");
            return element.read(in);
        }
    }

    /** Reads the object that is the only interesting field of a text, such as {@code {"member": {…}}}. */
    public static <T> T readField(Answer answer, Dialect dialect, String name, Element<T> element) {
        return read(answer, dialect, in -> {
            T found = null;
            for (String next = in.nextField(); next != null; next = in.nextField()) {
                if (next.equals(name) && !in.isNull()) {
                    found = in.object(element);
                } else {
                    in.skip();
                }
            }
            if (found == null) {
                throw new UnreadableJsonException("there is no \"" + name + "\" in it");
            }
            return found;
        });
    }

    /** Goes on to the next field of the object and its value; null at the object's end. */
    public @Nullable String nextField() {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        field = parser.currentName();
        parser.nextToken();
        return field;
    }

    /** Whose answer this is: units may differ. */
    public boolean isIn(String dialectName) {
        return dialect.name().equals(dialectName);
    }

    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The value as text, whatever kind of scalar it is; null for a JSON null. */
    public @Nullable String text() {
        return isNull() ? null : scalar("text");
    }

    public @Nullable Integer integer() {
        Long number = longInteger();
        if (number != null && (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE)) {
            throw wrong("a 32-bit integer");
        }
        return number == null ? null : number.intValue();
    }

    public @Nullable Long longInteger() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        Double number = number();
        if (number != null && number != Math.rint(number)) {
            throw wrong("an integer");
        }
        return number == null ? null : number.longValue();
    }

    public @Nullable Double number() {
        if (isNull()) {
            return null;
        }
        try {
            return Double.valueOf(scalar("a number"));
        } catch (NumberFormatException notOne) {
            throw wrong("a number");
        }
    }

    public @Nullable Boolean bool() {
        if (isNull()) {
            return null;
        }
        String text = scalar("a boolean");
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("on")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equalsIgnoreCase("off")) {
            return false;
        }
        throw wrong("a boolean");
    }

    /** The value as an object, which must not be null. */
    public <T> T object(Element<T> element) {
        expect(JsonToken.START_OBJECT, "an object");
        return element.read(this);
    }

    /** The value as a list; a JSON null is an empty one, and nulls in it are left out. */
    public <T> List<T> list(Element<T> element) {
        List<T> items = new ArrayList<>();
        if (isNull()) {
            return items;
        }
        expect(JsonToken.START_ARRAY, "a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!isNull()) {
                items.add(element.read(this));
            }
        }
        return items;
    }

    /** The value as a list of texts. */
    public List<String> texts() {
        return list(in -> in.scalar("text"));
    }

    /** The value as an object whose fields are data, not names; fields that are null are left out. */
    public Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        if (isNull()) {
            return map;
        }
        expect(JsonToken.START_OBJECT, "an object");
        for (String name = nextField(); name != null; name = nextField()) {
            String value = raw();
            if (value != null) {
                map.put(name, value);
            }
        }
        return map;
    }

    /** The value as it is written in JSON, but a string without its quotes; null for a JSON null. */
    public @Nullable String raw() {
        if (isNull()) {
            return null;
        }
        if (parser.currentToken().isScalarValue()) {
            return parser.getString();
        }
        StringWriter copy = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), copy)) {
            generator.copyCurrentStructure(parser);
        }
        return copy.toString();
    }

    public void skip() {
        parser.skipChildren();
    }

    private String scalar(String kind) {
        if (!parser.currentToken().isScalarValue()) {
            throw wrong(kind);
        }
        return parser.getString();
    }

    private void expect(JsonToken token, String kind) {
        if (parser.currentToken() != token) {
            throw wrong(kind);
        }
    }

    private UnreadableJsonException wrong(String kind) {
        String where = field.isEmpty() ? "it" : "\"" + field + "\"";
        return new UnreadableJsonException(where + " is not " + kind + ", but " + parser.currentToken());
    }

    @Override
    public void close() {
        parser.close();
    }
}
