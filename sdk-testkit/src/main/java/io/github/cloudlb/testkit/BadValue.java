package io.github.cloudlb.testkit;

/** What is wrong with a value in a body; the message is Octavia's. */
final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean blamesWholeBody;

    private BadValue(String message, boolean blamesWholeBody) {
        super(message, null, false, false);
        this.blamesWholeBody = blamesWholeBody;
    }

    static BadValue of(String message) {
        return new BadValue(message, false);
    }

    /** A value that Octavia cannot even convert: it then quotes the body, not the value. */
    static BadValue unconvertible(String message) {
        return new BadValue(message, true);
    }

    String message() {
        return String.valueOf(getMessage());
    }

    boolean blamesWholeBody() {
        return blamesWholeBody;
    }
}
