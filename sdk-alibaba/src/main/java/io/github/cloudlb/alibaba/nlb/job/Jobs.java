package io.github.cloudlb.alibaba.nlb.job;

import io.github.cloudlb.core.Caller;

/** The service's asynchronous tasks. Thread-safe. */
public final class Jobs extends JobOperations {
    private Jobs(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Jobs of(Caller caller) {
        return new Jobs(caller);
    }
}
