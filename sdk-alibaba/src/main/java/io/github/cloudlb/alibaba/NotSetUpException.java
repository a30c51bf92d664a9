package io.github.cloudlb.alibaba;

/** Why there is nothing to get credentials from. Says it without any secret, and gets no further than this package. */
final class NotSetUpException extends Exception {
    private static final long serialVersionUID = 1L;

    NotSetUpException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
