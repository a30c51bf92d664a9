package io.github.cloudlb.codegen;

/** A reference, table or overlay that cannot be used; the message names the file, the row and the field. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableException(String message) {
        super(message);
    }

    TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
