package io.github.cloudlb.core;

/** Something else needs what was to be changed or deleted, and will go on needing it: waiting does not help. */
public final class InUseException extends ServiceException {
    private static final long serialVersionUID = 1L;

    InUseException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
