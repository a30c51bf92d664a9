package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.signing.AccessKey;

/** Gives an access key when asked. Thread-safe; what it shows of itself holds no secret. */
interface KeySource {
    /**
     * One that is valid now.
     *
     * @param call the one that needs it: getting a key ends and stops with it
     */
    AccessKey key(CallState call, Origin origin);

    /** Whether there is another key now than the one that was refused. */
    default boolean replace(String refusedId, CallState call, Origin origin) {
        return false;
    }

    /** Who this is, and how far it has come. */
    String explain();
}
