package io.github.cloudlb.core;

/** The service failed, or something between it and us. */
public final class ServiceFailureException extends ServiceException {
    private static final long serialVersionUID = 1L;

    ServiceFailureException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
