package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;

/**
 * What nobody else may know, and what names it.
 *
 * @param name of an application credential, or the access key to a secret key; empty for none
 * @param securityToken of a temporary access key; empty for none
 */
record Secret(String name, String text, String securityToken) {
    static Secret of(String text) {
        return new Secret("", text, "");
    }

    static Secret named(String name, String text) {
        return new Secret(name, text, "");
    }

    /** What goes out in a header has to fit there, and what refuses it there would show it. */
    static String sendable(String what, String text) {
        InvalidInputException.require(
                !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f),
                what,
                "a text of " + text.length() + " characters",
                "printable ASCII without blanks or line ends is, and not nothing");
        return text;
    }

    /** Only its name. */
    @Override
    public String toString() {
        return name;
    }
}
