package io.github.cloudlb.alibaba.acl;

import io.github.cloudlb.core.Caller;

/** Access control lists and their entries. Thread-safe. */
public final class Acls extends AclOperations {
    private Acls(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Acls of(Caller caller) {
        return new Acls(caller);
    }
}
