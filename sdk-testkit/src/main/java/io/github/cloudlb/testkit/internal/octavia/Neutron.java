package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.keystone.Keystone;
import io.github.cloudlb.testkit.internal.keystone.Tokens;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * As much of the network service as Octavia's command line asks before it creates: is there a subnet, network or port of
 * this id or name? Every id that is a UUID exists, as it does for Octavia's own {@code network_noop_driver}; of those
 * without a question there is one each. Nothing can be changed.
 */
public final class Neutron {
    public static final String ENDPOINT = "/network";
    private static final Set<String> COLLECTIONS = Set.of("subnets", "networks", "ports", "policies");
    private static final String NAME = "testkit";

    private final Tokens tokens;

    Neutron(Tokens tokens) {
        this.tokens = tokens;
    }

    Answer answer(List<String> path, RecordedRequest request) {
        if (path.isEmpty()) {
            return versions(request);
        }
        if (!tokens.isValid(request.header("x-auth-token").orElse(""))) {
            throw Keystone.unauthorized(request);
        }
        String collection = path.get(path.size() - 1);
        if (!request.method().equals("GET") || !path.get(0).equals("v2.0") || !COLLECTIONS.contains(collection)) {
            throw Keystone.refusal(404, "Not Found", "The resource could not be found.");
        }
        Map<String, List<String>> asked = request.parameters();
        List<Object> found = asked.getOrDefault("id", List.of(OctaviaServer.VIP_SUBNET_ID)).stream()
                .filter(id -> asked.getOrDefault("name", List.of(NAME)).contains(NAME))
                .flatMap(Neutron::known)
                .toList();
        return Answer.json(200, Json.object(collection, found));
    }

    private static Stream<Object> known(String id) {
        return Formats.isUuid(id)
                ? Stream.of(Json.object("id", id, "name", NAME, "project_id", OctaviaServer.PROJECT_ID))
                : Stream.empty();
    }

    private static Answer versions(RecordedRequest request) {
        Object self = Json.object("rel", "self", "href", OctaviaHandler.origin(request) + ENDPOINT + "/v2.0/");
        return Answer.json(
                200,
                Json.object(
                        "versions", List.of(Json.object("id", "v2.0", "status", "CURRENT", "links", List.of(self)))));
    }
}
