package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Map;

/** Pools: below a load balancer, and the default pool of a listener or of none. */
final class Pools extends Resources {

    Pools(OctaviaState state) {
        super(Kind.POOL, state);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.POOL);
        Object listenerId = attributes.get("listener_id");
        if (attributes.get("loadbalancer_id") == null && listenerId == null) {
            throw new Refusal(OctaviaErrors.validation("Must provide at least one of: loadbalancer_id, listener_id"));
        }
        if (listenerId != null) {
            Resource listener = state().find(Kind.LISTENER, listenerId.toString())
                    .orElseThrow(() -> new Refusal(
                            OctaviaErrors.server(500, "'NoneType' object has no attribute 'load_balancer_id'")));
            return createFor(listener, attributes, request);
        }
        Resource loadBalancer = state().loadBalancer(String.valueOf(attributes.get("loadbalancer_id")));
        PoolChecks.forNew(attributes);
        state().quotas().check(Kind.POOL, 1);
        locks().check(loadBalancer);
        Answer answer = added(loadBalancer, attributes, request);
        locks().begin(loadBalancer);
        return answer;
    }

    private Answer createFor(Resource listener, Map<String, Object> attributes, RecordedRequest request) {
        Protocols.check(listener.text("protocol"), String.valueOf(attributes.get("protocol")));
        PoolChecks.forNew(attributes);
        state().quotas().check(Kind.POOL, 1);
        if (listener.attributes().get("default_pool_id") != null) {
            throw new Refusal(OctaviaErrors.conflict("This listener already has a default pool"));
        }
        locks().check(listener.loadBalancer());
        Resource pool = state().addForClient(Kind.POOL, listener.loadBalancer(), attributes);
        listener.attributes().put("default_pool_id", pool.id());
        locks().beginInListener(listener);
        return Views.answer(201, pool, request);
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.POOL);
        Resource pool = one(id);
        PoolChecks.forChange(changes, pool);
        locks().check(pool.loadBalancer());
        pool.attributes().putAll(changes);
        locks().beginInPool(pool);
        return Views.answer(200, pool, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource pool = one(id);
        for (Resource listener : pool.loadBalancer().children().of(Kind.LISTENER)) {
            for (Resource policy : listener.children().of(Kind.L7_POLICY)) {
                if (pool.id().equals(policy.attributes().get("redirect_pool_id"))) {
                    throw new Refusal(
                            OctaviaErrors.conflict("Pool " + pool.id() + " is in use by L7 policy " + policy.id()));
                }
            }
        }
        locks().check(pool.loadBalancer());
        locks().beginInPool(pool);
        pool.becomes("PENDING_DELETE");
        return Answer.of(204);
    }
}
