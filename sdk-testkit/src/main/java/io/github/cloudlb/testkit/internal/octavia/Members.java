package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Collection;
import java.util.Map;

/** Members of one pool. */
final class Members extends Resources {
    private final Resource pool;

    Members(OctaviaState state, Resource pool) {
        super(Kind.MEMBER, state);
        this.pool = pool;
    }

    @Override
    Collection<Resource> listed() {
        return state().all(Kind.MEMBER, pool);
    }

    /** By way of another pool a member is not found. */
    @Override
    Resource one(String id) {
        Resource member = super.one(id);
        if (member.owner() != pool) {
            throw new Refusal(OctaviaErrors.notFound(Kind.MEMBER, id));
        }
        return member;
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.MEMBER);
        MemberBatch.refuseReserved(attributes);
        state().quotas().check(Kind.MEMBER, 1);
        locks().checkBelow(pool);
        MemberBatch.refuseDuplicate(attributes, pool);
        Answer answer = added(pool, attributes, request);
        locks().beginInPool(pool);
        return answer;
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.MEMBER);
        Resource member = one(id);
        locks().checkBelow(pool);
        member.attributes().putAll(changes);
        member.becomes("PENDING_UPDATE");
        locks().beginInPool(pool);
        return Views.answer(200, member, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource member = one(id);
        locks().checkBelow(pool);
        member.becomes("PENDING_DELETE");
        locks().beginInPool(pool);
        return Answer.of(204);
    }

    @Override
    Answer replace(RecordedRequest request) {
        return new MemberBatch(state(), locks(), pool)
                .apply(Body.forBatch(request), Routes.isTrue(request, "additive_only"));
    }
}
