package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.InvalidInputException;

/** What may stand as a segment of a path: it must not reach any other path. */
public final class Segments {
    private Segments() {}

    /** For ids that go into a path: none is empty, none can be mistaken for a path. */
    public static void id(String field, String value) {
        InvalidInputException.require(
                isId(value),
                field,
                value,
                "an id is: printable ASCII, not empty, without / \\ % ? # or blanks, not . or ..");
    }

    /** For names that go into a path: any text, but none that could be mistaken for another path. */
    public static void name(String field, String value) {
        InvalidInputException.require(
                isName(value), field, value, "a text that is not empty, without . or .. between its slashes is");
    }

    /** Whether a text stays what it is as a segment of a path, however it is decoded on the way. */
    public static boolean isId(String text) {
        boolean plain = !text.isEmpty() && !text.equals(".") && !text.equals("..");
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c > ' ' && c < 0x7f && c != '/' && c != '\\' && c != '%' && c != '?' && c != '#';
        }
        return plain;
    }

    /** Whether a text that is encoded cannot reach another path, even if something on the way decodes it. */
    public static boolean isName(String text) {
        boolean plain = !text.isEmpty();
        for (String part : text.split("[/\\\\]", -1)) {
            plain &= !part.equals(".") && !part.equals("..");
        }
        return plain;
    }
}
