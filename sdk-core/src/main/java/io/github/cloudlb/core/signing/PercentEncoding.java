package io.github.cloudlb.core.signing;

import java.util.Arrays;

/**
 * Percent-encoding as every scheme here wants it, and as it is best sent: UTF-8, {@code A-Z a-z 0-9 - _ . ~} stay, all
 * else becomes {@code %XX} in upper case. {@link java.net.URLEncoder} differs in three: blank, {@code *} and {@code ~}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.3">RFC 3986, 2.3 Unreserved Characters</a>
 */
public final class PercentEncoding {

    private static final String HEX = "0123456789ABCDEF";
    private static final boolean[] UNRESERVED = unreserved();

    private PercentEncoding() {}

    /** Returns the text itself if nothing in it needs encoding. Half a surrogate pair becomes {@code ?}, as in the JDK. */
    public static String encode(String text) {
        int first = firstReserved(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + (text.length() >> 1) + 16);
        out.append(text, 0, first);
        append(out, text, first, false);
        return out.toString();
    }

    static void append(StringBuilder out, String text) {
        int first = firstReserved(text);
        out.append(text, 0, first);
        append(out, text, first, false);
    }

    /** Encodes the segments of a path and keeps the slashes between them. */
    static void appendPath(StringBuilder out, String path) {
        append(out, path, 0, true);
    }

    private static int firstReserved(String text) {
        int i = 0;
        while (i < text.length() && isUnreserved(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static void append(StringBuilder out, String text, int from, boolean keepsSlash) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isUnreserved(c) || (keepsSlash && c == '/')) {
                out.append(c);
                i++;
            } else {
                int codePoint = text.codePointAt(i);
                appendUtf8(out, codePoint);
                i += Character.charCount(codePoint);
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return c < UNRESERVED.length && UNRESERVED[c];
    }

    private static boolean[] unreserved() {
        boolean[] unreserved = new boolean[0x80];
        Arrays.fill(unreserved, 'A', 'Z' + 1, true);
        Arrays.fill(unreserved, 'a', 'z' + 1, true);
        Arrays.fill(unreserved, '0', '9' + 1, true);
        unreserved['-'] = true;
        unreserved['.'] = true;
        unreserved['_'] = true;
        unreserved['~'] = true;
        return unreserved;
    }

    private static void appendUtf8(StringBuilder out, int c) {
        if (c < 0x80) {
            appendByte(out, c);
        } else if (c < 0x800) {
            appendByte(out, 0xC0 | (c >> 6));
            appendTail(out, c);
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            appendByte(out, '?');
        } else if (c < 0x10000) {
            appendByte(out, 0xE0 | (c >> 12));
            appendTail(out, c >> 6);
            appendTail(out, c);
        } else {
            appendByte(out, 0xF0 | (c >> 18));
            appendTail(out, c >> 12);
            appendTail(out, c >> 6);
            appendTail(out, c);
        }
    }

    private static void appendTail(StringBuilder out, int bits) {
        appendByte(out, 0x80 | (bits & 0x3F));
    }

    private static void appendByte(StringBuilder out, int b) {
        out.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 0xF));
    }
}
