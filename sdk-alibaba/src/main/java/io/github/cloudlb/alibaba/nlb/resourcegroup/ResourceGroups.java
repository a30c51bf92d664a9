package io.github.cloudlb.alibaba.nlb.resourcegroup;

import io.github.cloudlb.core.Caller;

/** Which resource group something belongs to. Thread-safe. */
public final class ResourceGroups extends ResourceGroupOperations {
    private ResourceGroups(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static ResourceGroups of(Caller caller) {
        return new ResourceGroups(caller);
    }
}
