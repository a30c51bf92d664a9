package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.UnauthenticatedException;

/** What a cloud adds to the path of a call. Thread-safe. */
public interface Service {
    /** Which variant of its API it speaks. */
    Dialect dialect(CallState call);

    /** The same with all its capabilities; may ask the cloud for them. */
    default Dialect dialectInFull(CallState call) {
        return dialect(call);
    }

    /** Where requests go; may have to log in to know. */
    Endpoint endpoint(CallState call);

    /** Whether requests go past any proxy: to what is only within reach of this machine. */
    default boolean isDirect() {
        return false;
    }

    /** Adds who we are to one attempt: date, nonce and signature, or a token, are made anew each time. */
    void identify(Outgoing outgoing, CallState call);

    /** Asked when identity was refused; true if there is a new one now, so that another attempt makes sense. */
    default boolean renew(UnauthenticatedException refused, CallState call) {
        return false;
    }

    /** Reads an error answer by the cloud's table. */
    ServiceError explain(Answer answer);

    /**
     * Asked after a lock was met, before the pause that precedes the next attempt.
     *
     * @return whether the lock seems to be free
     * @throws LockedException if it does not end by itself
     */
    default boolean isUnlocked(LockedException locked, Message message, CallState call) {
        return true;
    }
}
