package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds who answers a path of Octavia, and asks for what the method means. */
public final class Routes {
    private static final Set<String> VERSIONS = Set.of("v2", "v2.0");

    private final OctaviaState state;
    private final Locks locks;
    private final Views views;

    public Routes(OctaviaState state) {
        this.state = state;
        this.locks = new Locks(state);
        this.views = new Views(state);
    }

    /** Octavia's notion of a true parameter: all else is false. */
    public static boolean isTrue(RecordedRequest request, String parameter) {
        List<String> values = request.parameters().getOrDefault(parameter, List.of(""));
        return Set.of("true", "1", "yes", "on", "t", "y").contains(Text.lower(values.get(0)));
    }

    /**
     * Answers what is asked of Octavia.
     *
     * @param path segments below the endpoint
     */
    public Answer answer(List<String> path, RecordedRequest request) {
        if (path.isEmpty()) {
            return Versions.answer(request);
        }
        boolean known = VERSIONS.contains(path.get(0))
                && (path.size() == 1 || path.get(1).equals("lbaas"));
        if (!known) {
            throw new Refusal(OctaviaErrors.routing(request, 404, "Not Found", ""));
        }
        if (path.contains("")) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
        return path.size() <= 2 ? Answer.json(200, "v2") : resource(path.subList(2, path.size()), request);
    }

    private Answer resource(List<String> named, RecordedRequest request) {
        List<String> path = withoutExtension(named);
        refuseStrangeParameters(path, request);
        Body.refuseUnreadable(request);
        if (path.get(0).equals("pools") && path.size() > 2 && path.get(2).equals("members")) {
            Resource pool = state.find(Kind.POOL, path.get(1))
                    .orElseThrow(() -> new Refusal(
                            OctaviaErrors.routing(request, 404, "Bad Request", "Pool " + path.get(1) + " not found.")));
            return dispatch(Kind.MEMBER, new Members(state, locks, views, pool), path.subList(3, path.size()), request);
        }
        List<String> below = path.subList(1, path.size());
        return switch (path.get(0)) {
            case "loadbalancers" ->
                dispatch(Kind.LOAD_BALANCER, new LoadBalancers(state, locks, views), below, request);
            case "listeners" -> dispatch(Kind.LISTENER, new Listeners(state, locks, views), below, request);
            case "pools" -> dispatch(Kind.POOL, new Pools(state, locks, views), below, request);
            default -> throw new Refusal(OctaviaErrors.routing(request, 404, "Not Found", ""));
        };
    }

    /** Of {@code pools.json} the ending only says what is answered. */
    private static List<String> withoutExtension(List<String> path) {
        List<String> bare = new ArrayList<>(path);
        bare.set(path.size() - 1, path.get(path.size() - 1).replaceFirst("\\.json$", ""));
        return bare;
    }

    private static Answer dispatch(Kind kind, Resources resources, List<String> below, RecordedRequest request) {
        boolean one = !below.isEmpty();
        String id = one ? below.get(0) : "";
        return switch (request.method()) {
            case "GET" -> {
                if (below.size() > 1) {
                    resources.get(id, request);
                    // The rest of the path is taken for a field that there is not.
                    yield Answer.json(200, Json.object(kind.wrapper(), Json.object()));
                }
                yield one ? resources.get(id, request) : resources.list(request);
            }
            case "POST" -> one ? notAllowed(request) : resources.create(request);
            case "PUT" -> one ? resources.update(id, request) : resources.replace(request);
            case "DELETE" -> {
                if (!one) {
                    throw new Refusal(OctaviaErrors.badRequest("Missing argument: \"id\""));
                }
                yield resources.delete(id, request);
            }
            default -> notAllowed(request);
        };
    }

    private static Answer notAllowed(RecordedRequest request) {
        return OctaviaErrors.routing(request, 405, "Method Not Allowed", "").with("Allow", "DELETE, GET, POST, PUT");
    }

    /** With a write, a parameter that it does not have; with a GET unknown filters are the list's affair. */
    private static void refuseStrangeParameters(List<String> path, RecordedRequest request) {
        String known = switch (request.method() + " " + path.get(0) + " " + path.size()) {
            case "DELETE loadbalancers 2" -> "cascade";
            case "PUT pools 3" -> "additive_only";
            default -> "fields";
        };
        if (!request.method().equals("GET")) {
            for (String name : request.parameters().keySet()) {
                if (!name.equals(known)) {
                    throw new Refusal(OctaviaErrors.badRequest("Unknown argument: \"" + name + "\""));
                }
            }
        }
    }
}
