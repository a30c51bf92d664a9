package io.github.cloudlb.openstack.listener;

import io.github.cloudlb.core.Caller;

/** Listeners. Thread-safe. */
public final class Listeners extends ListenerOperations {
    private Listeners(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Listeners of(Caller caller) {
        return new Listeners(caller);
    }
}
