package io.github.cloudlb.alibaba.ascript;

import io.github.cloudlb.core.Caller;

/** Scripts of listeners. Thread-safe. */
public final class AScripts extends AScriptOperations {
    private AScripts(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static AScripts of(Caller caller) {
        return new AScripts(caller);
    }
}
