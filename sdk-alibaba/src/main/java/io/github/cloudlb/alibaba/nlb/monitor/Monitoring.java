package io.github.cloudlb.alibaba.nlb.monitor;

import io.github.cloudlb.core.Caller;

/** Where what is measured by the second goes. Thread-safe. */
public final class Monitoring extends MonitoringOperations {
    private Monitoring(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Monitoring of(Caller caller) {
        return new Monitoring(caller);
    }
}
