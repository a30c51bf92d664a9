package io.github.cloudlb.core;

import org.jspecify.annotations.Nullable;

/** Why a call has no answer. Says what was asked, how often it was sent, and whether anything was changed. */
public class SdkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String request;
    private final int attempts;
    private final Applied applied;

    protected SdkException(Failure failure, String what) {
        this(failure, what, null);
    }

    protected SdkException(Failure failure, String what, @Nullable Throwable cause) {
        super(failure.request() + ": " + what);
        if (cause != null) {
            initCause(cause);
        }
        this.request = failure.request();
        this.attempts = failure.attempts();
        this.applied = failure.applied();
    }

    /** What was asked, with its parameters; secrets are left out. */
    public String request() {
        return request;
    }

    /** How many times it was sent; 0 if it never was. */
    public int attempts() {
        return attempts;
    }

    /** Whether the change asked for was made, all attempts taken together. */
    public Applied applied() {
        return applied;
    }

    /**
     * The part of a failure that all kinds share.
     *
     * @param request what was asked
     * @param attempts how many times it was sent
     * @param applied what became of it
     */
    public record Failure(String request, int attempts, Applied applied) {
        /** Of a request that was not sent. */
        public static Failure unsent(String request) {
            return new Failure(request, 0, Applied.NO);
        }
    }
}
