package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;

/** The rule that one change at a time goes on in the tree of a load balancer. */
public final class Locks {
    private final OctaviaState state;

    public Locks(OctaviaState state) {
        this.state = state;
    }

    /** Refuses a change of a listener or pool, or of what is to come below the load balancer. */
    public void check(Resource loadBalancer) {
        if (!loadBalancer.isActive()) {
            throw new Refusal(OctaviaErrors.immutable(loadBalancer));
        }
    }

    /** Refuses a change of a pool's members; of pool and load balancer the pool is looked at first. */
    public void checkPool(Resource pool) {
        if (!pool.isActive()) {
            throw new Refusal(OctaviaErrors.immutable(pool));
        }
        check(pool.loadBalancer());
    }

    /** Refuses a change of a load balancer itself. */
    public void checkItself(Resource loadBalancer, List<String> allowed) {
        if (!allowed.contains(loadBalancer.status())) {
            throw new Refusal(OctaviaErrors.conflict(
                    "Invalid state " + loadBalancer.status() + " of loadbalancer resource " + loadBalancer.id()));
        }
    }

    /** Begins a change: the load balancer is pending, and with it the pool and the listeners that use it. */
    public void beginInPool(Resource pool) {
        pool.becomes("PENDING_UPDATE");
        for (Resource listener : state.all(Kind.LISTENER, pool.loadBalancer())) {
            if (listener.text("default_pool_id").equals(pool.id())) {
                listener.becomes("PENDING_UPDATE");
            }
        }
        begin(pool.loadBalancer());
    }

    public void begin(Resource loadBalancer) {
        loadBalancer.becomes("PENDING_UPDATE");
        state.lock(loadBalancer);
    }
}
