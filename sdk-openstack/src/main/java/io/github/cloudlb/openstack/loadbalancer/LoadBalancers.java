package io.github.cloudlb.openstack.loadbalancer;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.openstack.state.StatusWait;

import java.time.Duration;

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
                .loadBalancerId(loadBalancerId)
                .cascade(true)
                .build());
    }

    /**
     * Waits until a load balancer is {@code ACTIVE}: made, or with no change under way in its tree. On Open Telekom Cloud,
     * where it always is, this only reads it.
     *
     * @param limit for the whole wait
     * @throws io.github.cloudlb.core.NotFoundException if there is no such load balancer
     * @throws io.github.cloudlb.core.WaitFailedException if it is in {@code ERROR}, which does not end by itself: fail it
     *     over or delete it
     * @throws io.github.cloudlb.core.WaitTimeoutException with what was seen last; the change may still be under way
     */
    public LoadBalancer awaitActive(String loadBalancerId, Duration limit) {
        return watching(loadBalancerId, limit).untilActive();
    }

    /**
     * Waits until a load balancer that is being deleted cannot be read any more.
     *
     * @param limit for the whole wait
     * @throws io.github.cloudlb.core.WaitFailedException if it is in {@code ERROR}: delete it once more
     * @throws io.github.cloudlb.core.WaitTimeoutException with what was seen last; it may still go
     */
    public void awaitDeleted(String loadBalancerId, Duration limit) {
        watching(loadBalancerId, limit).untilGone();
    }

    private StatusWait<LoadBalancer> watching(String loadBalancerId, Duration limit) {
        return new StatusWait<>(caller, ShowLoadBalancer.of(loadBalancerId), LoadBalancer::provisioningStatus, limit);
    }
}
