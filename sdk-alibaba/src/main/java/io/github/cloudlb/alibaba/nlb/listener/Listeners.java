package io.github.cloudlb.alibaba.nlb.listener;

import io.github.cloudlb.core.Caller;

/** Listeners, and the health of the servers behind them. Thread-safe. */
public final class Listeners extends ListenerOperations {
    private Listeners(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Listeners of(Caller caller) {
        return new Listeners(caller);
    }
}
