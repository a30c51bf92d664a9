package io.github.cloudlb.alibaba.nlb.securitypolicy;

import io.github.cloudlb.core.Caller;

/** Choices of versions and ciphers of TLS. Thread-safe. */
public final class SecurityPolicies extends SecurityPolicyOperations {
    private SecurityPolicies(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static SecurityPolicies of(Caller caller) {
        return new SecurityPolicies(caller);
    }
}
