package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;

/** Refusals that are known better than the service tells them. */
public final class Refusals {
    private Refusals() {}

    /** A lock that does not end by itself, and why. */
    public static LockedException lasting(LockedException locked, String why) {
        ServiceError error = new ServiceError(
                Meaning.LOCKED,
                locked.status(),
                locked.code(),
                locked.text() + " " + why,
                locked.requestId(),
                locked.rawText(),
                locked.retryAfter(),
                false);
        Failure failure = new Failure(locked.request(), locked.attempts(), locked.applied());
        return (LockedException) Meaning.LOCKED.exception(failure, error);
    }
}
