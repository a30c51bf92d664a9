package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Amphorae: what load balancers run on, one each, with the topology SINGLE. They come and go with them. */
final class Amphorae extends Resources {
    private static final Duration LIFE_OF_CERTIFICATES = Duration.ofDays(30);

    Amphorae(OctaviaState state) {
        super(Kind.AMPHORA, state);
    }

    static void allot(OctaviaState state, Resource loadBalancer) {
        String vip = loadBalancer.text("vip_address");
        Map<String, Object> attributes = Json.object(
                "loadbalancer_id",
                loadBalancer.id(),
                "compute_id",
                state.newId(0xf1),
                "lb_network_ip",
                "192.0.2.1",
                "vrrp_ip",
                vip,
                "ha_ip",
                vip,
                "vrrp_port_id",
                state.newId(0xf2),
                "ha_port_id",
                loadBalancer.attributes().get("vip_port_id"),
                "cert_expiration",
                Resource.time(state.instant().plus(LIFE_OF_CERTIFICATES)),
                "updated_at",
                Resource.time(state.instant()),
                "cert_busy",
                false,
                "role",
                "STANDALONE",
                "status",
                "ALLOCATED",
                "vrrp_id",
                1);
        state.add(Kind.AMPHORA, loadBalancer, Shape.of(Kind.AMPHORA).completed(attributes));
    }

    @Override
    Answer create(RecordedRequest request) {
        throw new Refusal(OctaviaErrors.notAllowed(request));
    }

    @Override
    Answer update(String id, RecordedRequest request) {
        throw new Refusal(OctaviaErrors.notAllowed(request));
    }

    /** Only one that no load balancer runs on could be deleted. */
    @Override
    Answer delete(String id, RecordedRequest request) {
        throw new Refusal(OctaviaErrors.conflict("amphora " + one(id).id() + " is immutable and cannot be updated."));
    }

    @Override
    String operationBelow(String method, List<String> rest) {
        return switch (method + " " + rest.get(0)) {
            case "GET stats" -> "stats";
            case "PUT config" -> "configure";
            case "PUT failover" -> "failover";
            default -> "";
        };
    }

    @Override
    Answer below(String id, List<String> rest, RecordedRequest request) {
        return switch (operationBelow(request.method(), rest)) {
            case "stats" ->
                state().find(Kind.AMPHORA, id)
                        .map(Statistics::ofAmphora)
                        .orElseThrow(() ->
                                new Refusal(OctaviaErrors.client(404, "Amphora stats for " + id + " not found.")));
            case "configure" -> {
                one(id);
                yield Answer.of(202);
            }
            case "failover" -> failover(one(id).loadBalancer());
            default -> super.below(id, rest, request);
        };
    }

    private Answer failover(Resource loadBalancer) {
        locks().check(loadBalancer);
        locks().begin(loadBalancer);
        return Answer.of(202);
    }
}
