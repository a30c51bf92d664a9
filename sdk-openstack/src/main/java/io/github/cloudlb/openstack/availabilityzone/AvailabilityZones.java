package io.github.cloudlb.openstack.availabilityzone;

import io.github.cloudlb.core.Caller;

/** Availability zones and their profiles. Thread-safe. */
public final class AvailabilityZones extends AvailabilityZoneOperations {
    private AvailabilityZones(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static AvailabilityZones of(Caller caller) {
        return new AvailabilityZones(caller);
    }
}
