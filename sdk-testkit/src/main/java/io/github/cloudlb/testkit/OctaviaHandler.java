package io.github.cloudlb.testkit;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole cloud: identity below {@code /identity}, load balancing below {@code /load-balancer}. */
final class OctaviaHandler implements Handler {
    static final String ENDPOINT = "/load-balancer";
    static final String IDENTITY = "/identity";

    private final OctaviaState state;
    private final Tokens tokens;
    private final Keystone keystone;
    private final Routes routes;

    OctaviaHandler(OctaviaState state, Tokens tokens) {
        this.state = state;
        this.tokens = tokens;
        this.keystone = new Keystone(tokens);
        this.routes = new Routes(state);
    }

    /** The endpoint under the name by which the client called it. */
    static String base(RecordedRequest request) {
        return origin(request) + ENDPOINT;
    }

    static String origin(RecordedRequest request) {
        return "http://" + request.header("host").orElse("127.0.0.1");
    }

    /** Calls to Octavia are named by the path below the endpoint, as its documentation names them. */
    static RecordedRequest named(RecordedRequest request) {
        String path = request.path();
        return path.startsWith(ENDPOINT + "/")
                ? request.named(request.method() + " " + path.substring(ENDPOINT.length()))
                : request;
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        List<String> path = Text.segments(request.path());
        String service = path.isEmpty() ? "" : "/" + path.get(0);
        List<String> below = path.isEmpty() ? path : path.subList(1, path.size());
        if (service.equals(IDENTITY)) {
            return answered(() -> keystone.answer(below, request)).with("x-openstack-request-id", requestId());
        }
        if (!service.equals(ENDPOINT)) {
            return Answer.of(
                    404, "text/plain; charset=UTF-8", "Nothing is here; see uri() and authUri() of OctaviaServer.");
        }
        return octavia(below, request);
    }

    private Answer octavia(List<String> path, RecordedRequest request) {
        if (request.method().equals("OPTIONS") || path.equals(List.of("healthcheck"))) {
            return Answer.of(200);
        }
        if (!path.isEmpty() && !tokens.isValid(request.header("x-auth-token").orElse(""))) {
            return OctaviaErrors.unauthenticated(origin(request) + IDENTITY);
        }
        state.settle();
        return answered(() -> checkedAccept(path, request)).with("x-openstack-request-id", requestId());
    }

    private Answer checkedAccept(List<String> path, RecordedRequest request) {
        String accept = request.header("accept").orElse("");
        boolean acceptable = accept.isEmpty()
                || Stream.of("application/json", "*/*", "application/*").anyMatch(accept::contains);
        if (!acceptable) {
            return OctaviaErrors.notAcceptable(accept);
        }
        if (!tokens.hasProject(request.header("x-auth-token").orElse(""))) {
            return path.isEmpty() ? routes.answer(path, request) : OctaviaErrors.forbidden();
        }
        return routes.answer(path, request);
    }

    private static Answer answered(Supplier<Answer> service) {
        try {
            return service.get();
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static String requestId() {
        return "req-" + UUID.randomUUID();
    }
}
