package io.github.cloudlb.core;

/** This service has no such operation or option; status 0 if the SDK knew and sent nothing. */
public final class UnsupportedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    UnsupportedException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
