package io.github.cloudlb.core;

/** What was waited for did not come in time. It may still come: waiting again is safe. */
public final class WaitTimeoutException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final String lastSeen;

    public WaitTimeoutException(Failure failure, String what, String lastSeen) {
        super(failure, what + "; last seen: " + lastSeen);
        this.lastSeen = lastSeen;
    }

    /** The state at the last look. */
    public String lastSeen() {
        return lastSeen;
    }
}
