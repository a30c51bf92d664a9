package io.github.cloudlb.alibaba;

/** Texts that a header can hold. */
final class Printable {
    private Printable() {}

    /** Whether it is printable ASCII without blanks, and not empty. Whoever fails to send another would show it. */
    static boolean is(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
