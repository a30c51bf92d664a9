package io.github.cloudlb.core;

/** Segments of paths. One can hold no other path: with {@code ..} for a member's id, its DELETE would reach the pool. */
final class Segments {
    private Segments() {}

    static String checked(String segment) {
        InvalidInputException.require(
                isOne(segment),
                "path segment",
                segment,
                "an id: printable ASCII, not empty, without / \\ % ? # or blanks, not . or ..");
        return segment;
    }

    static boolean isOne(String text) {
        boolean plain = !text.isEmpty() && !text.equals(".") && !text.equals("..");
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c > ' ' && c < 0x7f && c != '/' && c != '\\' && c != '%' && c != '?' && c != '#';
        }
        return plain;
    }
}
