package io.github.cloudlb.alibaba.nlb.tag;

import io.github.cloudlb.core.Caller;

/** Tags, and the resources that have them. Thread-safe. */
public final class Tags extends TagOperations {
    private Tags(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Tags of(Caller caller) {
        return new Tags(caller);
    }
}
