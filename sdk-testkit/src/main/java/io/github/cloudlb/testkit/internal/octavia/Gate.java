package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.keystone.Tokens;

import java.util.List;
import java.util.stream.Stream;

/** Lets a call with a good token pass to its operation, if it takes JSON and has a project. */
final class Gate {
    private final Tokens tokens;
    private final Routes routes;

    Gate(Tokens tokens, Routes routes) {
        this.tokens = tokens;
        this.routes = routes;
    }

    Answer answer(List<String> path, RecordedRequest request) {
        String accept = request.header("accept").orElse("");
        boolean acceptable =
                accept.isEmpty() || Stream.of("application/json", "*/*").anyMatch(accept::contains);
        if (!acceptable) {
            return OctaviaErrors.notAcceptable(accept);
        }
        String token = request.header("x-auth-token").orElse("");
        if (!path.isEmpty() && !tokens.hasProject(token)) {
            return withoutProject(path, request);
        }
        return routes.answer(path, tokens.isAdministrators(token), request);
    }

    private static Answer withoutProject(List<String> path, RecordedRequest request) {
        boolean making =
                request.method().equals("POST") && path.get(path.size() - 1).equals("loadbalancers");
        return making
                ? OctaviaErrors.badRequest("Validation failure: Missing project ID in request where one is required. An"
                        + " administrator should check the keystone settings in the Octavia configuration.")
                : OctaviaErrors.forbidden();
    }
}
