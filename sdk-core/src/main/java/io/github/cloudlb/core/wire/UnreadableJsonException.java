package io.github.cloudlb.core.wire;

/** A JSON text that is not what was expected. */
public final class UnreadableJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableJsonException(String what) {
        super(what);
    }

    /** A field that is always there is not. */
    public static UnreadableJsonException missing(String type, String field) {
        return new UnreadableJsonException("a " + type + " has no \"" + field + "\"");
    }
}
