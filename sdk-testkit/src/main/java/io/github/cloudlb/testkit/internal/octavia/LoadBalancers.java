package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Load balancers: the only ones that may be deleted while they are in error, and that take their children along. */
final class LoadBalancers extends Resources {

    LoadBalancers(OctaviaState state) {
        super(Kind.LOAD_BALANCER, state);
    }

    @Override
    Answer create(RecordedRequest request) {
        Map<String, Object> sent = Body.sentForNew(request, Kind.LOAD_BALANCER);
        Map<String, Object> attributes = Shape.of(Kind.LOAD_BALANCER).completed(sent);
        if (Growth.hasNoVip(attributes)) {
            throw new Refusal(
                    OctaviaErrors.validation("VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id."));
        }
        new Placement(state()).check(sent);
        state().quotas().check(Kind.LOAD_BALANCER, 1);
        Map<String, Object> likeness = OctaviaState.likeness(null, attributes);
        Resource loadBalancer = new Growth(state()).loadBalancer(attributes);
        state().created(loadBalancer, likeness);
        state().changes().lock(loadBalancer);
        Map<String, Object> view = Views.cut(Views.full(loadBalancer), request);
        return Answer.json(201, Json.object(Kind.LOAD_BALANCER.wrapper(), view));
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        Map<String, Object> changes = Body.forChange(request, Kind.LOAD_BALANCER);
        Resource loadBalancer = one(id);
        locks().checkItself(loadBalancer, List.of("ACTIVE"));
        loadBalancer.attributes().putAll(changes);
        locks().begin(loadBalancer);
        return Views.answer(200, loadBalancer, request);
    }

    @Override
    Answer delete(String id, RecordedRequest request) {
        Resource loadBalancer = one(id);
        boolean childless = Stream.of(Kind.LISTENER, Kind.POOL)
                .allMatch(kind -> state().all(kind, loadBalancer).isEmpty());
        if (!childless && !Routes.isTrue(request, "cascade")) {
            throw new Refusal(OctaviaErrors.validation(
                    "Cannot delete Load Balancer " + loadBalancer.id() + " - it has children"));
        }
        locks().checkItself(loadBalancer, List.of("ACTIVE", "ERROR"));
        locks().beginDeletion(loadBalancer);
        return Answer.of(204);
    }

    @Override
    String operationBelow(String method, List<String> rest) {
        String call = method + " " + rest.get(0);
        return switch (call) {
            case "GET status", "GET statuses" -> "status";
            case "GET stats" -> "stats";
            case "PUT failover" -> "failover";
            default -> "";
        };
    }

    @Override
    Answer below(String id, List<String> rest, RecordedRequest request) {
        return switch (operationBelow(request.method(), rest)) {
            case "status" -> StatusTree.of(one(id));
            case "stats" -> {
                one(id);
                yield Statistics.all();
            }
            case "failover" -> failover(one(id));
            default -> super.below(id, rest, request);
        };
    }

    private Answer failover(Resource loadBalancer) {
        locks().checkItself(loadBalancer, List.of("ACTIVE", "ERROR"));
        locks().begin(loadBalancer);
        return Answer.of(202);
    }
}
