package io.github.cloudlb.openstack.amphora;

import io.github.cloudlb.core.Caller;

/** Amphorae: the machines that the provider of that name balances with. Thread-safe. */
public final class Amphorae extends AmphoraOperations {
    private Amphorae(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Amphorae of(Caller caller) {
        return new Amphorae(caller);
    }
}
