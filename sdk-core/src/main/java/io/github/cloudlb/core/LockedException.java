package io.github.cloudlb.core;

/** What was to be changed is busy with another change. It was waited for as long as the call's limit allowed, unless its lock does not end by itself. */
public final class LockedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    LockedException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
