package io.github.cloudlb.alibaba.rule;

import io.github.cloudlb.core.Caller;

/** Forwarding rules of listeners. Thread-safe. */
public final class Rules extends RuleOperations {
    private Rules(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Rules of(Caller caller) {
        return new Rules(caller);
    }
}
