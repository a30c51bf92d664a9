package io.github.cloudlb.core;

/** Too many requests. The service did nothing; it was sent again as often as the retry policy allowed. */
public final class ThrottledException extends ServiceException {
    private static final long serialVersionUID = 1L;

    ThrottledException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
