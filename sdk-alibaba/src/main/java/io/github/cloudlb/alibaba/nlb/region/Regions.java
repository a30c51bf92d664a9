package io.github.cloudlb.alibaba.nlb.region;

import io.github.cloudlb.core.Caller;

/** Regions that have the service, and their zones. Thread-safe. */
public final class Regions extends RegionOperations {
    private Regions(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Regions of(Caller caller) {
        return new Regions(caller);
    }
}
