package io.github.cloudlb.alibaba.nlb.servergroup;

import io.github.cloudlb.core.Caller;

/** Server groups and their servers: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class ServerGroups extends ServerGroupOperations {
    private ServerGroups(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static ServerGroups of(Caller caller) {
        return new ServerGroups(caller);
    }
}
