package io.github.cloudlb.core;

/** The calling thread was interrupted, or the future cancelled, or the client closed, before there was an answer. */
public final class CallInterruptedException extends SdkException {
    private static final long serialVersionUID = 1L;

    public CallInterruptedException(Failure failure, String what) {
        super(failure, what);
    }
}
