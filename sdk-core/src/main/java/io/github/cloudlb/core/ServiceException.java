package io.github.cloudlb.core;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/** The service answered with an error. Its kinds say what a caller can do; this one itself is never thrown. */
public abstract class ServiceException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;
    private final String requestId;
    private final String rawText;
    private final @Nullable Duration retryAfter;
    private final boolean untouched;

    protected ServiceException(Failure failure, ServiceError error) {
        super(failure, error.summary());
        this.status = error.status();
        this.code = error.code();
        this.text = error.text();
        this.requestId = error.requestId();
        this.rawText = error.rawText();
        this.retryAfter = error.retryAfter().orElse(null);
        this.untouched = error.untouched();
    }

    /** The HTTP status; 0 if the SDK itself refused because the service has no such thing. */
    public int status() {
        return status;
    }

    /** The service's own code, such as {@code ResourceNotFound.ServerGroup}; empty where it gives none (Octavia). */
    public String code() {
        return code;
    }

    /** The service's own words; the beginning of the body if they could not be found in it. */
    public String text() {
        return text;
    }

    /** What the service's support asks for; empty if the answer had none. */
    public String requestId() {
        return requestId;
    }

    /** The body as it came, but for secrets in it. */
    public String rawText() {
        return rawText;
    }

    /** How long the service asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the service surely did nothing, so that even a request that must not be doubled may be sent again. */
    public boolean isUntouched() {
        return untouched;
    }
}
