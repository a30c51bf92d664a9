package io.github.cloudlb.openstack.healthmonitor;

import io.github.cloudlb.core.Caller;

/** Health monitors. Thread-safe. */
public final class HealthMonitors extends HealthMonitorOperations {
    private HealthMonitors(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static HealthMonitors of(Caller caller) {
        return new HealthMonitors(caller);
    }
}
