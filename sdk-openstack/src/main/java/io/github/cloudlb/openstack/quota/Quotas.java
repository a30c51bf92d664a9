package io.github.cloudlb.openstack.quota;

import io.github.cloudlb.core.Caller;

/** Quotas. Thread-safe. */
public final class Quotas extends QuotaOperations {
    private Quotas(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Quotas of(Caller caller) {
        return new Quotas(caller);
    }
}
