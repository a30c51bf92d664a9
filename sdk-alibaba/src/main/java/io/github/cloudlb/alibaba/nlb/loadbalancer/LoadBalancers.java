package io.github.cloudlb.alibaba.nlb.loadbalancer;

import io.github.cloudlb.core.Caller;

/** Load balancers, their addresses, zones, protections and bandwidth. Thread-safe. */
public final class LoadBalancers extends LoadBalancerOperations {
    private LoadBalancers(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static LoadBalancers of(Caller caller) {
        return new LoadBalancers(caller);
    }
}
