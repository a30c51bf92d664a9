package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;

import java.util.List;
import java.util.Map;

/** Listeners: no two of a load balancer at one port of one transport. */
final class Listeners extends Resources {
    private final ListenerChecks checks;

    Listeners(OctaviaState state) {
        super(Kind.LISTENER, state);
        this.checks = new ListenerChecks(state);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.LISTENER);
        Resource loadBalancer = state().loadBalancer(String.valueOf(attributes.get("loadbalancer_id")));
        state().quotas().check(Kind.LISTENER, 1);
        checks.pool(String.valueOf(attributes.get("protocol")), attributes);
        locks().check(loadBalancer);
        checks.forNew(attributes, loadBalancer);
        Answer answer = added(loadBalancer, attributes, request);
        locks().begin(loadBalancer);
        return answer;
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.LISTENER);
        Resource listener = one(id);
        checks.forChange(changes, listener);
        checks.pool(listener.text("protocol"), changes);
        locks().check(listener.loadBalancer());
        listener.attributes().putAll(changes);
        locks().beginInListener(listener);
        return Views.answer(200, listener, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource listener = one(id);
        locks().check(listener.loadBalancer());
        listener.becomes("PENDING_DELETE");
        locks().begin(listener.loadBalancer());
        return Answer.of(204);
    }

    @Override
    String operationBelow(String method, List<String> rest) {
        return (method + " " + rest.get(0)).equals("GET stats") ? "stats" : "";
    }

    @Override
    Answer below(String id, List<String> rest, RecordedRequest request) {
        if (operationBelow(request.method(), rest).isEmpty()) {
            return super.below(id, rest, request);
        }
        one(id);
        return Statistics.all();
    }
}
