package io.github.cloudlb.core;

/** The service does not accept who we say we are: wrong password, unknown key, expired token that could not be renewed. */
public final class UnauthenticatedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    UnauthenticatedException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
