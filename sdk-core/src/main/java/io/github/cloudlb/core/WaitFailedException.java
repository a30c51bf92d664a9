package io.github.cloudlb.core;

/** What was waited for cannot come any more: a job failed, a resource went into an error state. */
public final class WaitFailedException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final String lastSeen;

    public WaitFailedException(Failure failure, String what, String lastSeen) {
        super(failure, what + "; last seen: " + lastSeen);
        this.lastSeen = lastSeen;
    }

    /** The state at the last look. */
    public String lastSeen() {
        return lastSeen;
    }
}
