package io.github.cloudlb.testkit.internal.octavia;

/** What is wrong with a value in a body; the message is Octavia's. */
public final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean blamesWholeBody;

    private BadValue(String message, boolean blamesWholeBody) {
        super(message, null, false, false);
        this.blamesWholeBody = blamesWholeBody;
    }

    public static BadValue of(String message) {
        return new BadValue(message, false);
    }

    /** A value that Octavia cannot even convert: it then quotes the body, not the value. */
    public static BadValue unconvertible(String message) {
        return new BadValue(message, true);
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public boolean blamesWholeBody() {
        return blamesWholeBody;
    }
}
