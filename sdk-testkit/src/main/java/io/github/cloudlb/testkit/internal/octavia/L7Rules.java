package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rules of one L7 policy: it applies if all of them match. */
final class L7Rules extends Resources {
    private static final int MOST_OF_A_POLICY = 50;

    private final Resource policy;

    L7Rules(OctaviaState state, Resource policy) {
        super(Kind.L7_RULE, state);
        this.policy = policy;
    }

    @Override
    Collection<Resource> listed() {
        return state().all(Kind.L7_RULE, policy);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.L7_RULE);
        RuleChecks.check(attributes);
        if (listed().size() >= MOST_OF_A_POLICY) {
            throw new Refusal(OctaviaErrors.conflict("Too many rules on L7 policy " + policy.id()));
        }
        state().quotas().check(Kind.L7_RULE, 1);
        checkPolicy();
        Answer answer = added(policy, attributes, request);
        begin();
        return answer;
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.L7_RULE);
        Resource rule = one(id);
        Map<String, Object> changed = new LinkedHashMap<>(rule.attributes());
        changed.putAll(changes);
        RuleChecks.check(changed);
        checkPolicy();
        rule.attributes().putAll(changes);
        rule.becomes("PENDING_UPDATE");
        begin();
        return Views.answer(200, rule, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource rule = one(id);
        checkPolicy();
        rule.becomes("PENDING_DELETE");
        begin();
        return Answer.of(204);
    }

    private void checkPolicy() {
        if (!policy.isActive()) {
            throw new Refusal(
                    OctaviaErrors.conflict("L7Policy " + policy.id() + " is immutable and cannot be updated."));
        }
        locks().check(policy.loadBalancer());
    }

    private void begin() {
        policy.becomes("PENDING_UPDATE");
        locks().beginInListener(policy.above());
    }
}
