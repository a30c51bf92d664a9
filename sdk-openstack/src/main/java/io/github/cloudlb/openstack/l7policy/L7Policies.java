package io.github.cloudlb.openstack.l7policy;

import io.github.cloudlb.core.Caller;

/** L7 policies and their rules. Thread-safe. */
public final class L7Policies extends L7PolicyOperations {
    private L7Policies(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static L7Policies of(Caller caller) {
        return new L7Policies(caller);
    }
}
