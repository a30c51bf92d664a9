package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/** Listeners, as far as pools and members need them. */
public final class Listeners implements Resources {
    private final OctaviaState state;
    private final Locks locks;
    private final Views views;

    public Listeners(OctaviaState state, Locks locks, Views views) {
        this.state = state;
        this.locks = locks;
        this.views = views;
    }

    @Override
    public Answer list(RecordedRequest request) {
        return new Listing(views, Kind.LISTENER, request).of(state.all(Kind.LISTENER));
    }

    @Override
    public Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.LISTENER);
        Resource loadBalancer = state.loadBalancer(String.valueOf(attributes.get("loadbalancer_id")));
        String protocol = String.valueOf(attributes.get("protocol"));
        checkPool(protocol, attributes.get("default_pool_id"));
        locks.check(loadBalancer);
        for (Resource other : state.all(Kind.LISTENER, loadBalancer)) {
            if (Objects.equals(other.attributes().get("protocol_port"), attributes.get("protocol_port"))
                    && Protocols.collide(other.text("protocol"), protocol)) {
                throw new Refusal(
                        OctaviaErrors.conflict("Another Listener on this Load Balancer is already using protocol "
                                + other.text("protocol") + " and protocol_port " + other.text("protocol_port")));
            }
        }
        Resource listener = state.addForClient(Kind.LISTENER, loadBalancer, attributes);
        locks.begin(loadBalancer);
        return views.answer(201, listener, request);
    }

    @Override
    public Answer get(String id, RecordedRequest request) {
        return views.answer(200, state.get(Kind.LISTENER, id), request);
    }

    @Override
    public Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.LISTENER);
        Resource listener = state.get(Kind.LISTENER, id);
        checkPool(listener.text("protocol"), changes.get("default_pool_id"));
        locks.check(listener.loadBalancer());
        listener.attributes().putAll(changes);
        listener.becomes("PENDING_UPDATE");
        locks.begin(listener.loadBalancer());
        return views.answer(200, listener, request);
    }

    @Override
    public Answer delete(String id, RecordedRequest request) {
        Resource listener = state.get(Kind.LISTENER, id);
        locks.check(listener.loadBalancer());
        listener.becomes("PENDING_DELETE");
        locks.begin(listener.loadBalancer());
        return Answer.of(204);
    }

    private void checkPool(String protocol, @Nullable Object id) {
        if (id != null) {
            Protocols.check(protocol, state.get(Kind.POOL, id.toString()).text("protocol"));
        }
    }
}
