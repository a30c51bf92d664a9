package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Map;

/** Pools: below a load balancer, and the default pool of a listener or of none. */
public final class Pools implements Resources {
    private final OctaviaState state;
    private final Locks locks;
    private final Views views;

    public Pools(OctaviaState state, Locks locks, Views views) {
        this.state = state;
        this.locks = locks;
        this.views = views;
    }

    @Override
    public Answer list(RecordedRequest request) {
        return new Listing(views, Kind.POOL, request).of(state.all(Kind.POOL));
    }

    @Override
    public Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.POOL);
        Object listenerId = attributes.get("listener_id");
        if (listenerId != null) {
            Resource listener = state.find(Kind.LISTENER, listenerId.toString())
                    .orElseThrow(() -> new Refusal(
                            OctaviaErrors.server(500, "'NoneType' object has no attribute 'load_balancer_id'")));
            return createFor(listener, attributes, request);
        }
        Object loadBalancerId = attributes.get("loadbalancer_id");
        if (loadBalancerId == null) {
            throw new Refusal(OctaviaErrors.badRequest(
                    "Validation failure: Must provide at least one of: loadbalancer_id, listener_id"));
        }
        Resource loadBalancer = state.loadBalancer(loadBalancerId);
        Persistence.check(String.valueOf(attributes.get("protocol")), attributes.get("session_persistence"), true);
        locks.check(loadBalancer);
        Resource pool = state.addForClient(Kind.POOL, loadBalancer, attributes);
        locks.begin(loadBalancer);
        return views.answer(201, pool, request);
    }

    private Answer createFor(Resource listener, Map<String, Object> attributes, RecordedRequest request) {
        String protocol = String.valueOf(attributes.get("protocol"));
        Protocols.check(listener.text("protocol"), protocol);
        Persistence.check(protocol, attributes.get("session_persistence"), true);
        if (listener.attributes().get("default_pool_id") != null) {
            throw new Refusal(OctaviaErrors.conflict("This listener already has a default pool"));
        }
        locks.check(listener.loadBalancer());
        Resource pool = state.addForClient(Kind.POOL, listener.loadBalancer(), attributes);
        listener.attributes().put("default_pool_id", pool.id());
        listener.becomes("PENDING_UPDATE");
        locks.begin(listener.loadBalancer());
        return views.answer(201, pool, request);
    }

    @Override
    public Answer get(String id, RecordedRequest request) {
        return views.answer(200, state.get(Kind.POOL, id), request);
    }

    @Override
    public Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.POOL);
        Resource pool = state.get(Kind.POOL, id);
        Persistence.check(pool.text("protocol"), changes.get("session_persistence"), false);
        locks.check(pool.loadBalancer());
        pool.attributes().putAll(changes);
        locks.beginInPool(pool);
        return views.answer(200, pool, request);
    }

    @Override
    public Answer delete(String id, RecordedRequest request) {
        Resource pool = state.get(Kind.POOL, id);
        locks.check(pool.loadBalancer());
        locks.beginInPool(pool);
        pool.becomes("PENDING_DELETE");
        return Answer.of(204);
    }
}
