package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;

/** The rule that one change at a time goes on in the tree of a load balancer. */
final class Locks {
    private final Changes changes;

    Locks(Changes changes) {
        this.changes = changes;
    }

    /** Refuses a change of a listener or pool, or of what is to come below the load balancer. */
    void check(Resource loadBalancer) {
        if (!loadBalancer.isActive()) {
            throw new Refusal(OctaviaErrors.immutable(loadBalancer));
        }
    }

    /** Refuses a change of what is in a pool or policy; of it and the load balancer it is looked at first. */
    void checkBelow(Resource owner) {
        if (!owner.isActive()) {
            throw new Refusal(OctaviaErrors.immutable(owner));
        }
        check(owner.loadBalancer());
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
        Views.listenersOf(pool).forEach(listener -> listener.becomes("PENDING_UPDATE"));
        begin(pool.loadBalancer());
    }

    /** Begins a change of a listener, or of what is below it. */
    void beginInListener(Resource listener) {
        listener.becomes("PENDING_UPDATE");
        begin(listener.loadBalancer());
    }

    void begin(Resource loadBalancer) {
        loadBalancer.becomes("PENDING_UPDATE");
        changes.lock(loadBalancer);
    }

    /** Its going keeps the rest as it is. */
    void beginDeletion(Resource loadBalancer) {
        loadBalancer.becomes("PENDING_DELETE");
        changes.lock(loadBalancer);
    }

    /** Begins a change that does not end by itself. */
    void jam(Resource loadBalancer) {
        changes.jam(loadBalancer);
    }
}
