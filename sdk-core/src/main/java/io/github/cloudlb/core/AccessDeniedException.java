package io.github.cloudlb.core;

/** We are known, but may not do this. */
public final class AccessDeniedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    AccessDeniedException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
