package io.github.cloudlb.core;

import org.jspecify.annotations.Nullable;

/** An answer came that cannot be read as what was asked for: a proxy's page, a body cut short, a value of the wrong kind. */
public final class MalformedAnswerException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String rawText;

    public MalformedAnswerException(
            Failure failure, String what, int status, String rawText, @Nullable Throwable cause) {
        super(failure, "the answer with status " + status + " cannot be read: " + what, cause);
        this.status = status;
        this.rawText = rawText;
    }

    public int status() {
        return status;
    }

    /** The body as it came, as far as it was read, but for secrets in it. */
    public String rawText() {
        return rawText;
    }
}
