package io.github.cloudlb.core.signing;

/** Blanks in header values. */
final class Blanks {

    private Blanks() {}

    /** Runs of blanks become one, those at the ends go. */
    static String collapse(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isBlank(c)) {
                out.append(c);
            } else if (i + 1 < value.length() && !isBlank(value.charAt(i + 1)) && out.length() > 0) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
