package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds who answers a path of Octavia. */
public final class Routes {
    private static final Set<String> VERSIONS = Set.of("v2", "v2.0");

    private final OctaviaState state;
    private final QuotaCalls quotas;
    private final Map<String, Resources> collections;

    public Routes(OctaviaState state) {
        this.state = state;
        this.quotas = new QuotaCalls(state.quotas());
        this.collections = Map.of(
                "loadbalancers", new LoadBalancers(state),
                "listeners", new Listeners(state),
                "pools", new Pools(state),
                "healthmonitors", new HealthMonitors(state),
                "l7policies", new L7Policies(state),
                "flavors", new Settings(Kind.FLAVOR, state),
                "flavorprofiles", new Settings(Kind.FLAVOR_PROFILE, state),
                "availabilityzones", new Settings(Kind.ZONE, state),
                "availabilityzoneprofiles", new Settings(Kind.ZONE_PROFILE, state));
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
    public Answer answer(List<String> path, boolean administrator, RecordedRequest request) {
        if (path.isEmpty()) {
            return Versions.answer(request);
        }
        if (!VERSIONS.contains(path.get(0))) {
            throw nothingThere(request);
        }
        if (path.contains("")) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
        List<String> below = withoutExtension(path).subList(1, path.size());
        if (below.isEmpty() || below.equals(List.of("lbaas")) || below.equals(List.of("octavia"))) {
            return Answer.json(200, "v2");
        }
        Call call = new Call(administrator, request);
        return switch (below.get(0)) {
            case "lbaas" -> answer(below.subList(1, below.size()), call);
            case "octavia" -> amphorae(below.subList(1, below.size()), call);
            default -> answer(below, call);
        };
    }

    private Answer answer(List<String> path, Call call) {
        call.refuseStrangeParameters(path);
        Body.refuseUnreadable(call.request());
        String name = path.get(0);
        List<String> below = path.subList(1, path.size());
        Resources resources = collections.get(name);
        if (resources != null) {
            return isBelow("pools", "members", path) || isBelow("l7policies", "rules", path)
                    ? call.answer(below(path, call), path.subList(3, path.size()))
                    : call.answer(resources, below);
        }
        return switch (name) {
            case "quotas" -> quotas.answer(below, call.administrator(), call.request());
            case "providers" -> providers(below, call);
            default -> throw nothingThere(call.request());
        };
    }

    private static boolean isBelow(String collection, String part, List<String> path) {
        return path.size() > 2 && path.get(0).equals(collection) && path.get(2).equals(part);
    }

    /** Members of a pool, or rules of a policy, found by the routing: it says in its own way that there is none. */
    private Resources below(List<String> path, Call call) {
        boolean pool = path.get(0).equals("pools");
        Resource owner = state.find(pool ? Kind.POOL : Kind.L7_POLICY, path.get(1))
                .orElseThrow(() -> new Refusal(OctaviaErrors.routing(
                        call.request(),
                        404,
                        "Bad Request",
                        (pool ? "Pool " : "L7Policy ") + path.get(1) + " not found.")));
        return pool ? new Members(state, owner) : new L7Rules(state, owner);
    }

    private Answer amphorae(List<String> path, Call call) {
        if (!path.get(0).equals("amphorae")) {
            throw nothingThere(call.request());
        }
        call.refuseStrangeParameters(path);
        return call.answer(new Amphorae(state), path.subList(1, path.size()));
    }

    private static Answer providers(List<String> path, Call call) {
        if (!call.request().method().equals("GET")) {
            throw new Refusal(OctaviaErrors.notAllowed(call.request()));
        }
        if (path.isEmpty()) {
            return Providers.list(call.request());
        }
        String what = path.size() > 1 ? path.get(1) : "";
        if (!Set.of("flavor_capabilities", "availability_zone_capabilities").contains(what)) {
            throw nothingThere(call.request());
        }
        call.checkPermission("provider." + what);
        return Providers.capabilities(path.get(0), what, call.request());
    }

    /** Of {@code pools.json} the ending only says what is answered. */
    private static List<String> withoutExtension(List<String> path) {
        String last = path.get(path.size() - 1);
        if (!last.endsWith(".json")) {
            return path;
        }
        List<String> bare = new ArrayList<>(path);
        bare.set(path.size() - 1, last.substring(0, last.length() - ".json".length()));
        return bare;
    }

    private static Refusal nothingThere(RecordedRequest request) {
        return new Refusal(OctaviaErrors.routing(request, 404, "Not Found", ""));
    }
}
