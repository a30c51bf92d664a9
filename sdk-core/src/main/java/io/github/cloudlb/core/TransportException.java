package io.github.cloudlb.core;

/** No answer came: the service could not be reached, the connection broke, or a limit ran out. The cause says which. */
public final class TransportException extends SdkException {
    private static final long serialVersionUID = 1L;

    public TransportException(Failure failure, String what, Throwable cause) {
        super(failure, what, cause);
    }
}
