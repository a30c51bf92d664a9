package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Map;

/** Members of one pool. */
public final class Members implements Resources {
    private final OctaviaState state;
    private final Locks locks;
    private final Views views;
    private final Resource pool;

    public Members(OctaviaState state, Locks locks, Views views, Resource pool) {
        this.state = state;
        this.locks = locks;
        this.views = views;
        this.pool = pool;
    }

    @Override
    public Answer list(RecordedRequest request) {
        return new Listing(views, Kind.MEMBER, request).of(state.all(Kind.MEMBER, pool));
    }

    @Override
    public Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.MEMBER);
        MemberBatch.refuseReserved(attributes);
        locks.checkPool(pool);
        refuseDuplicate(attributes);
        Resource member = state.addForClient(Kind.MEMBER, pool, attributes);
        locks.beginInPool(pool);
        return views.answer(201, member, request);
    }

    @Override
    public Answer get(String id, RecordedRequest request) {
        return views.answer(200, member(id), request);
    }

    @Override
    public Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.MEMBER);
        Resource member = member(id);
        locks.checkPool(pool);
        member.attributes().putAll(changes);
        member.becomes("PENDING_UPDATE");
        locks.beginInPool(pool);
        return views.answer(200, member, request);
    }

    @Override
    public Answer delete(String id, RecordedRequest request) {
        Resource member = member(id);
        locks.checkPool(pool);
        member.becomes("PENDING_DELETE");
        locks.beginInPool(pool);
        return Answer.of(204);
    }

    @Override
    public Answer replace(RecordedRequest request) {
        return new MemberBatch(state, locks, pool)
                .apply(Body.forBatch(request, Kind.MEMBER), Routes.isTrue(request, "additive_only"));
    }

    /** By way of another pool a member is not found. */
    private Resource member(String id) {
        return state.find(Kind.MEMBER, id)
                .filter(member -> member.owner() == pool)
                .orElseThrow(() -> new Refusal(OctaviaErrors.notFound(Kind.MEMBER, id)));
    }

    private void refuseDuplicate(Map<String, Object> attributes) {
        String endpoint = MemberBatch.endpoint(attributes);
        if (state.all(Kind.MEMBER, pool).stream().anyMatch(one -> one.endpoint().equals(endpoint))) {
            throw new Refusal(MemberBatch.duplicate(attributes));
        }
    }
}
