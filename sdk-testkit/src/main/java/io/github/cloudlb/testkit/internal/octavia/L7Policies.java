package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Map;

/** L7 policies of listeners, applied in the order of their positions. */
final class L7Policies extends Resources {

    L7Policies(OctaviaState state) {
        super(Kind.L7_POLICY, state);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.L7_POLICY);
        Resource listener = state().get(Kind.LISTENER, String.valueOf(attributes.get("listener_id")));
        if (listener.text("protocol").equals("PROMETHEUS")) {
            throw new Refusal(OctaviaErrors.badRequest("Protocol PROMETHEUS listeners cannot have child objects."));
        }
        checkPool(attributes, listener);
        state().quotas().check(Kind.L7_POLICY, 1);
        Redirects.forNew(attributes);
        locks().check(listener.loadBalancer());
        Answer answer = added(listener, attributes, request);
        locks().beginInListener(listener);
        return answer;
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.L7_POLICY);
        Resource policy = one(id);
        Resource listener = policy.above();
        Redirects.forChange(changes);
        checkPool(changes, listener);
        locks().check(listener.loadBalancer());
        Object position = changes.remove("position");
        policy.attributes().putAll(changes);
        if (position instanceof Integer number) {
            Ties.moveTo(policy, listener, number, state().now());
        }
        policy.becomes("PENDING_UPDATE");
        locks().beginInListener(listener);
        return Views.answer(200, policy, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource policy = one(id);
        Resource listener = policy.above();
        locks().check(listener.loadBalancer());
        policy.becomes("PENDING_DELETE");
        locks().beginInListener(listener);
        return Answer.of(204);
    }

    private void checkPool(Map<String, Object> sent, Resource listener) {
        if (sent.get("redirect_pool_id") instanceof String id) {
            Protocols.check(
                    listener.text("protocol"), state().get(Kind.POOL, id).text("protocol"));
        }
    }
}
