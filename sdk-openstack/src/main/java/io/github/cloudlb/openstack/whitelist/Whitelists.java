package io.github.cloudlb.openstack.whitelist;

import io.github.cloudlb.core.Caller;

/** Whitelists of listeners in Open Telekom Cloud. Thread-safe. */
public final class Whitelists extends WhitelistOperations {
    private Whitelists(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Whitelists of(Caller caller) {
        return new Whitelists(caller);
    }
}
