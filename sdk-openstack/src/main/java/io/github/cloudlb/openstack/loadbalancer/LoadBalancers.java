package io.github.cloudlb.openstack.loadbalancer;

import io.github.cloudlb.core.Caller;

/** Load balancers. Thread-safe. */
public final class LoadBalancers extends LoadBalancerOperations {
    private LoadBalancers(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static LoadBalancers of(Caller caller) {
        return new LoadBalancers(caller);
    }

    /**
     * Deletes a load balancer and all below it: listeners, L7 policies, pools, members, health monitors. The service has
     * accepted it when this returns; the load balancer is {@code PENDING_DELETE} until it is not found any more. One in
     * {@code ERROR} can be deleted so, too.
     *
     * @throws io.github.cloudlb.core.UnsupportedException on Open Telekom Cloud: delete its listeners and pools first
     * @throws io.github.cloudlb.core.LockedException if a change was under way for longer than the call may last
     * @see <a href="https://docs.openstack.org/api-ref/load-balancer/v2/#remove-a-load-balancer">Remove a Load Balancer</a>
     */
    public void deleteLoadBalancerWithChildren(String loadBalancerId) {
        caller.send(RemoveLoadBalancer.builder()
                .loadbalancerId(loadBalancerId)
                .cascade(true)
                .build());
    }
}
