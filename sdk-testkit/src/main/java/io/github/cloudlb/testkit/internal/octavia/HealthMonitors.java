package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;

import java.util.Map;

/** Health monitors: one of a pool. */
final class HealthMonitors extends Resources {

    HealthMonitors(OctaviaState state) {
        super(Kind.HEALTH_MONITOR, state);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.HEALTH_MONITOR);
        Resource pool = state().get(Kind.POOL, String.valueOf(attributes.get("pool_id")));
        MonitorChecks.protocol(attributes, pool.text("protocol"));
        state().quotas().check(Kind.HEALTH_MONITOR, 1);
        locks().checkBelow(pool);
        MonitorChecks.forNew(attributes, pool);
        Answer answer = added(pool, attributes, request);
        locks().beginInPool(pool);
        return answer;
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.HEALTH_MONITOR);
        Resource monitor = one(id);
        Resource pool = monitor.above();
        MonitorChecks.forChange(changes, monitor);
        locks().checkBelow(pool);
        monitor.attributes().putAll(changes);
        monitor.becomes("PENDING_UPDATE");
        locks().beginInPool(pool);
        return Views.answer(200, monitor, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource monitor = one(id);
        Resource pool = monitor.above();
        locks().checkBelow(pool);
        monitor.becomes("PENDING_DELETE");
        locks().beginInPool(pool);
        return Answer.of(204);
    }
}
