package io.github.cloudlb.alibaba.securitypolicy;

import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;

/** Security policies, the account's own and the service's. Thread-safe. */
public final class SecurityPolicies extends SecurityPolicyOperations {
    private SecurityPolicies(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static SecurityPolicies of(Caller caller) {
        return new SecurityPolicies(caller);
    }

    /**
     * Waits until one of the account's own security policies takes changes.
     *
     * @throws WaitFailedException if it is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public SecurityPolicy awaitAvailable(String securityPolicyId, Duration limit) {
        ListSecurityPolicies look = ListSecurityPolicies.builder()
                .addSecurityPolicyIds(securityPolicyId)
                .build();
        return StateWait.of(
                        caller,
                        "security policy " + securityPolicyId,
                        on -> on.stream(look).findFirst(),
                        SecurityPolicy::securityPolicyStatus)
                .until(SecurityPolicyStatus.AVAILABLE, limit);
    }
}
