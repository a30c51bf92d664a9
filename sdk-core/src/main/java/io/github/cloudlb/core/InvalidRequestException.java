package io.github.cloudlb.core;

/** The service refuses the request as it stands; its text says what is wrong. */
public final class InvalidRequestException extends ServiceException {
    private static final long serialVersionUID = 1L;

    InvalidRequestException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
