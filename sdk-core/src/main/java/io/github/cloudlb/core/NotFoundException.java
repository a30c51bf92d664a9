package io.github.cloudlb.core;

/** What the request names does not exist: check the id the message names. */
public final class NotFoundException extends ServiceException {
    private static final long serialVersionUID = 1L;

    NotFoundException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
