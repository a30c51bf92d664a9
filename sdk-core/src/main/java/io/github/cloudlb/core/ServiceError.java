package io.github.cloudlb.core;

import java.time.Duration;
import java.util.Optional;

/**
 * What an error answer says, read off its body and headers.
 *
 * @param code empty if there is none
 * @param text the service's words
 * @param requestId empty if there is none
 * @param rawText the body as it came
 * @param untouched whether the service surely did nothing, so that even a request that must not be doubled may be sent again
 */
public record ServiceError(
        Meaning meaning,
        int status,
        String code,
        String text,
        String requestId,
        String rawText,
        Optional<Duration> retryAfter,
        boolean untouched) {

    private static final int SHOWN = 300;

    /** Of an answer that no table explains: what its status and its body say. */
    public static ServiceError unexplained(Answer answer) {
        String text = answer.text();
        return new ServiceError(
                Meaning.ofStatus(answer.status()), answer.status(), "", text, "", text, Optional.empty(), false);
    }

    String summary() {
        StringBuilder summary = new StringBuilder();
        if (status > 0) {
            summary.append(status).append(' ');
        }
        if (!code.isEmpty()) {
            summary.append(code).append(' ');
        }
        String words = text.strip();
        summary.append(words, 0, Math.min(words.length(), SHOWN)).append(words.length() > SHOWN ? "…" : "");
        if (!requestId.isEmpty()) {
            summary.append(" (request ").append(requestId).append(')');
        }
        return summary.toString();
    }

    /** What an error means to the caller, whatever its code. */
    public enum Meaning {
        NOT_FOUND,
        ALREADY_EXISTS,
        IN_USE,
        LOCKED,
        THROTTLED,
        QUOTA_EXCEEDED,
        UNAUTHENTICATED,
        ACCESS_DENIED,
        INVALID_REQUEST,
        UNSUPPORTED,
        SERVICE_FAILURE;

        /** The exception of this meaning. */
        public ServiceException exception(SdkException.Failure failure, ServiceError error) {
            return switch (this) {
                case NOT_FOUND -> new NotFoundException(failure, error);
                case ALREADY_EXISTS -> new AlreadyExistsException(failure, error);
                case IN_USE -> new InUseException(failure, error);
                case LOCKED -> new LockedException(failure, error);
                case THROTTLED -> new ThrottledException(failure, error);
                case QUOTA_EXCEEDED -> new QuotaExceededException(failure, error);
                case UNAUTHENTICATED -> new UnauthenticatedException(failure, error);
                case ACCESS_DENIED -> new AccessDeniedException(failure, error);
                case INVALID_REQUEST -> new InvalidRequestException(failure, error);
                case UNSUPPORTED -> new UnsupportedException(failure, error);
                case SERVICE_FAILURE -> new ServiceFailureException(failure, error);
            };
        }

        /** What a status alone says, when the code says nothing. */
        public static Meaning ofStatus(int status) {
            return switch (status) {
                case 401 -> UNAUTHENTICATED;
                case 403 -> ACCESS_DENIED;
                case 404, 410 -> NOT_FOUND;
                case 409 -> IN_USE;
                case 429 -> THROTTLED;
                case 501, 405 -> UNSUPPORTED;
                default -> status >= 500 || status == 408 ? SERVICE_FAILURE : INVALID_REQUEST;
            };
        }
    }
}
