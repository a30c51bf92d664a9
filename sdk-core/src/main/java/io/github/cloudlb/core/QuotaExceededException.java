package io.github.cloudlb.core;

/** A quota is used up: free something, or have it raised. */
public final class QuotaExceededException extends ServiceException {
    private static final long serialVersionUID = 1L;

    QuotaExceededException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
