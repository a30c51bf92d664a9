package io.github.cloudlb.core;

import java.time.Duration;
import java.util.Optional;

/** The service answered with an error. Its kinds say what a caller can do; this one itself is never thrown. */
public abstract class ServiceException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final transient ServiceError error;

    protected ServiceException(Failure failure, ServiceError error) {
        super(failure, error.summary());
        this.error = error;
    }

    /** The HTTP status; 0 if the SDK itself refused because the service has no such thing. */
    public int status() {
        return error.status();
    }

    /** The service's own code, such as {@code ResourceNotFound.ServerGroup}; empty where it gives none (Octavia). */
    public String code() {
        return error.code();
    }

    /** The service's own words; the beginning of the body if they could not be found in it. */
    public String text() {
        return error.text();
    }

    /** What the service's support asks for; empty if the answer had none. */
    public String requestId() {
        return error.requestId();
    }

    /** The body as it came. */
    public String rawText() {
        return error.rawText();
    }

    /** How long the service asked to wait. */
    public Optional<Duration> retryAfter() {
        return error.retryAfter();
    }

    /** Whether the service surely did nothing, so that even a request that must not be doubled may be sent again. */
    public boolean isUntouched() {
        return error.untouched();
    }
}
