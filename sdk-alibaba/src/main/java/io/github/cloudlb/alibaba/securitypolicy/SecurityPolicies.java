package io.github.cloudlb.alibaba.securitypolicy;

import io.github.cloudlb.core.Caller;

/** Security policies, the account's own and the service's. Thread-safe. */
public final class SecurityPolicies extends SecurityPolicyOperations {
    private SecurityPolicies(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static SecurityPolicies of(Caller caller) {
        return new SecurityPolicies(caller);
    }
}
