package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Load balancers: the only ones that may be deleted while they are in error, and that take their children along. */
public final class LoadBalancers implements Resources {
    private final OctaviaState state;
    private final Locks locks;
    private final Views views;

    public LoadBalancers(OctaviaState state, Locks locks, Views views) {
        this.state = state;
        this.locks = locks;
        this.views = views;
    }

    @Override
    public Answer list(RecordedRequest request) {
        return new Listing(views, Kind.LOAD_BALANCER, request).of(state.all(Kind.LOAD_BALANCER));
    }

    @Override
    public Answer create(RecordedRequest request) {
        Map<String, Object> attributes = Body.forNew(request, Kind.LOAD_BALANCER);
        boolean hasVip = Stream.of("vip_port_id", "vip_network_id", "vip_subnet_id")
                .anyMatch(name -> attributes.get(name) != null);
        if (!hasVip) {
            throw new Refusal(OctaviaErrors.badRequest(
                    "Validation failure: VIP must contain one of: vip_port_id," + " vip_network_id, vip_subnet_id."));
        }
        for (String made : List.of("vip_port_id", "vip_network_id", "vip_subnet_id")) {
            attributes.computeIfAbsent(made, name -> state.newId(0xf0));
        }
        Resource loadBalancer = state.addForClient(Kind.LOAD_BALANCER, null, attributes);
        state.lock(loadBalancer);
        return views.answer(201, loadBalancer, request);
    }

    @Override
    public Answer get(String id, RecordedRequest request) {
        return views.answer(200, state.get(Kind.LOAD_BALANCER, id), request);
    }

    @Override
    public Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.LOAD_BALANCER);
        Resource loadBalancer = state.get(Kind.LOAD_BALANCER, id);
        locks.checkItself(loadBalancer, List.of("ACTIVE"));
        loadBalancer.attributes().putAll(changes);
        locks.begin(loadBalancer);
        return views.answer(200, loadBalancer, request);
    }

    @Override
    public Answer delete(String id, RecordedRequest request) {
        Resource loadBalancer = state.get(Kind.LOAD_BALANCER, id);
        boolean childless = state.all(Kind.LISTENER, loadBalancer).isEmpty()
                && state.all(Kind.POOL, loadBalancer).isEmpty();
        if (!childless && !Routes.isTrue(request, "cascade")) {
            throw new Refusal(OctaviaErrors.badRequest(
                    "Validation failure: Cannot delete Load Balancer " + loadBalancer.id() + " - it has children"));
        }
        locks.checkItself(loadBalancer, List.of("ACTIVE", "ERROR"));
        loadBalancer.becomes("PENDING_DELETE");
        state.lock(loadBalancer);
        return Answer.of(204);
    }
}
