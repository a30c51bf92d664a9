package io.github.cloudlb.openstack.flavor;

import io.github.cloudlb.core.Caller;

/** Flavors and their profiles. Thread-safe. */
public final class Flavors extends FlavorOperations {
    private Flavors(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Flavors of(Caller caller) {
        return new Flavors(caller);
    }
}
