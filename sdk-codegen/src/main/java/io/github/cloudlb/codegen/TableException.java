package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;

/** A reference, table or overlay that cannot be used; the message names the file, the row and the field. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The value, which a sound table and overlay have. */
    public static <T> T need(@Nullable T value, String what) {
        if (value == null) {
            throw new TableException(what);
        }
        return value;
    }
}
