package io.github.cloudlb.core;

/** There is such a thing already, or one with the same natural key, such as a member with this address and port. */
public final class AlreadyExistsException extends ServiceException {
    private static final long serialVersionUID = 1L;

    AlreadyExistsException(Failure failure, ServiceError error) {
        super(failure, error);
    }
}
