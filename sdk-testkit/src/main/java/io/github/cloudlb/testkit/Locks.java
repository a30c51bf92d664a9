package io.github.cloudlb.testkit;

import java.util.List;

/** The rule that one change at a time goes on in the tree of a load balancer. */
final class Locks {
    private final OctaviaState state;

    Locks(OctaviaState state) {
        this.state = state;
    }

    /** Refuses a change of a listener or pool, or of what is to come below the load balancer. */
    void check(Resource loadBalancer) {
        if (!loadBalancer.isActive()) {
            throw new Refusal(OctaviaErrors.immutable(loadBalancer));
        }
    }

    /** Refuses a change of a pool's members; of pool and load balancer the pool is looked at first. */
    void checkPool(Resource pool) {
        if (!pool.isActive()) {
            throw new Refusal(OctaviaErrors.immutable(pool));
        }
        check(pool.loadBalancer());
    }

    /** Refuses a change of a load balancer itself. */
    void checkItself(Resource loadBalancer, List<String> allowed) {
        if (!allowed.contains(loadBalancer.status())) {
            throw new Refusal(OctaviaErrors.conflict(
                    "Invalid state " + loadBalancer.status() + " of loadbalancer resource " + loadBalancer.id()));
        }
    }

    /** Begins a change: the load balancer is pending, and with it the pool and the listeners that use it. */
    void beginInPool(Resource pool) {
        pool.becomes("PENDING_UPDATE");
        for (Resource listener : state.all(Kind.LISTENER, pool.loadBalancer())) {
            if (listener.text("default_pool_id").equals(pool.id())) {
                listener.becomes("PENDING_UPDATE");
            }
        }
        begin(pool.loadBalancer());
    }

    void begin(Resource loadBalancer) {
        loadBalancer.becomes("PENDING_UPDATE");
        state.lock(loadBalancer);
    }
}
