package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks through a JSON text field by field. Lenient about how a value is written (a number as a string, a boolean as
 * text), strict about what it is: a value that cannot be what was asked for throws {@link UnreadableJsonException}.
 */
public final class JsonReader implements AutoCloseable {
    private final Cursor cursor;
    private final Dialect dialect;

    private JsonReader(Cursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.dialect = dialect;
    }

    /** Reads one value out of a value. */
    @FunctionalInterface
    public interface Element<T> {
        T read(JsonReader in);
    }

    /** Reads a whole text, which must be an object. */
    public static <T> T read(Answer answer, Dialect dialect, Element<T> element) {
        try (JsonReader in = new JsonReader(new Cursor(answer.body()), dialect)) {
            in.cursor.advances(JsonToken.START_OBJECT);
            return in.object(element);
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
        return cursor.nextField();
    }

    /** Whose answer this is: units may differ. */
    public boolean isIn(String dialectName) {
        return dialect.name().equals(dialectName);
    }

    public boolean isObject() {
        return cursor.isObject();
    }

    public boolean isNull() {
        return cursor.isNull();
    }

    /** The value as text, whatever kind of scalar it is; null for a JSON null. */
    public @Nullable String text() {
        return isNull() ? null : cursor.scalar("text");
    }

    /** As {@link #text}, but null for an empty text too: where that is no value, such as a time. */
    public @Nullable String filled() {
        String text = text();
        return text == null || text.isEmpty() ? null : text;
    }

    /** As {@link #text}, but this for a JSON null. */
    public String textOr(String otherwise) {
        return isNull() ? otherwise : cursor.scalar("text");
    }

    /** An empty text is no number, and no boolean either: as if it were null. */
    public @Nullable Integer integer() {
        return cursor.parsed("a 32-bit integer", Scalars::integer);
    }

    /** The value as an integer; null for a text that is none, which another one takes. */
    public @Nullable Integer integerOr(Consumer<String> other) {
        return isNull() ? null : Scalars.integerOr(cursor.scalar("text"), other);
    }

    public @Nullable Long longInteger() {
        return cursor.parsed("a 64-bit integer", Scalars::longInteger);
    }

    public @Nullable Double number() {
        return cursor.parsed("a number", Scalars::number);
    }

    public @Nullable Boolean bool() {
        return cursor.parsed("a boolean", Scalars::bool);
    }

    /** The value as an object, which must not be null. */
    public <T> T object(Element<T> element) {
        cursor.expect(JsonToken.START_OBJECT, "an object");
        return element.read(this);
    }

    /** The value as a list; a JSON null is an empty one, and nulls in it are left out. */
    public <T> List<T> list(Element<T> element) {
        List<T> items = new ArrayList<>();
        if (isNull()) {
            return items;
        }
        cursor.expect(JsonToken.START_ARRAY, "a list");
        while (cursor.advances(JsonToken.END_ARRAY)) {
            if (!isNull()) {
                items.add(element.read(this));
            }
        }
        return items;
    }

    /** The value as a list of texts. */
    public List<String> texts() {
        return list(in -> in.cursor.scalar("text"));
    }

    /** The value as the parts of one text between its commas; without blanks around them. */
    public List<String> commas() {
        return Commas.parts(textOr(""));
    }

    /** The value as a list of objects of which only the id counts: {@code [{"id": "…"}]}. */
    public List<String> ids() {
        return ids("id");
    }

    /** As {@link #ids()}, where an id's field has another name. */
    public List<String> ids(String name) {
        return list(in -> Optional.ofNullable(in.map().get(name))
                .orElseThrow(() -> UnreadableJsonException.missing("listed object", name)));
    }

    /** Whether there is a next page, by a list of links: {@code [{"rel": "next", "href": "…"}]}. */
    public boolean hasNextLink() {
        return list(JsonReader::map).stream().anyMatch(link -> "next".equals(link.get("rel")));
    }

    /** The value as an object whose fields are data, not names; fields that are null are left out. */
    public Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        if (isNull()) {
            return map;
        }
        cursor.expect(JsonToken.START_OBJECT, "an object");
        while (nextField() != null) {
            into(map);
        }
        return map;
    }

    /** Puts the value under its field's name, as {@link #raw} gives it; leaves out a JSON null. */
    public void into(Map<String, String> values) {
        String name = cursor.name();
        if (!isNull()) {
            values.put(name, cursor.raw());
        }
    }

    /** The value as it is written in JSON, but a string without its quotes; null for a JSON null. */
    public @Nullable String raw() {
        return isNull() ? null : cursor.raw();
    }

    public void skip() {
        cursor.skip();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
