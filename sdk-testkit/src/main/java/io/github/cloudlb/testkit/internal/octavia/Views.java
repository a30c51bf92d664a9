package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a client gets to see of a resource. */
final class Views {

    private Views() {}

    /** The answer to a request for one resource, cut down to the {@code fields} asked for. */
    static Answer answer(int status, Resource resource, RecordedRequest request) {
        return Answer.json(status, Json.object(resource.kind().wrapper(), cut(view(resource), request)));
    }

    static Map<String, Object> view(Resource resource) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (String name : Shape.of(resource.kind()).answered()) {
            // Absent, not null, of a pool that has no monitor.
            if (!name.equals("healthmonitor_id") || resource.attributes().containsKey(name)) {
                view.put(name, value(resource, name));
            }
        }
        return view;
    }

    /** Several fields are several parameters; a list with commas names none. */
    static Map<String, Object> cut(Map<String, Object> view, RecordedRequest request) {
        return cut(view, request.parameters().get("fields"));
    }

    static Map<String, Object> cut(Map<String, Object> view, @Nullable List<String> fields) {
        if (fields != null) {
            view.keySet().retainAll(fields);
        }
        return view;
    }

    /** With what is below it instead of the ids: so a new load balancer is answered. */
    static Map<String, Object> full(Resource resource) {
        Map<String, Object> full = new LinkedHashMap<>();
        switch (resource.kind()) {
            case LOAD_BALANCER -> {
                full.put("listeners", each(resource.children().of(Kind.LISTENER), Views::full));
                full.put("pools", each(resource.children().of(Kind.POOL), Views::full));
            }
            case LISTENER -> full.put("l7policies", each(Ties.policies(resource), Views::full));
            case L7_POLICY -> full.put("rules", each(resource.children().of(Kind.L7_RULE), Views::full));
            case POOL -> {
                full.put("members", each(resource.children().of(Kind.MEMBER), Views::full));
                // Null even if there is one.
                full.put("healthmonitor", null);
            }
            default -> {}
        }
        view(resource).forEach(full::putIfAbsent);
        if (resource.kind() != Kind.LOAD_BALANCER) {
            full.remove("loadbalancers");
            full.remove("healthmonitor_id");
        }
        return full;
    }

    /** Listeners that have the pool as their default one. */
    static List<Resource> listenersOf(Resource pool) {
        List<Resource> listeners = new ArrayList<>();
        for (Resource listener : pool.loadBalancer().children().of(Kind.LISTENER)) {
            if (pool.id().equals(listener.attributes().get("default_pool_id"))) {
                listeners.add(listener);
            }
        }
        return listeners;
    }

    private static @Nullable Object value(Resource resource, String name) {
        return switch (name) {
            case "listeners" ->
                ids(
                        resource.kind() == Kind.POOL
                                ? listenersOf(resource)
                                : resource.children().of(Kind.LISTENER));
            case "pools" ->
                ids(
                        resource.kind() == Kind.HEALTH_MONITOR
                                ? above(resource)
                                : resource.children().of(Kind.POOL));
            case "members" -> ids(resource.children().of(Kind.MEMBER));
            case "l7policies" -> ids(Ties.policies(resource));
            case "rules" -> ids(resource.children().of(Kind.L7_RULE));
            case "loadbalancers" -> ids(above(resource));
            default -> resource.attributes().get(name);
        };
    }

    private static Collection<Resource> above(Resource resource) {
        Resource owner = resource.owner();
        return owner == null ? List.of() : List.of(owner);
    }

    private static List<Object> ids(Collection<Resource> resources) {
        return each(resources, one -> Map.of("id", one.id()));
    }

    private static List<Object> each(Collection<Resource> resources, Function<Resource, Object> view) {
        List<Object> views = new ArrayList<>(resources.size());
        resources.forEach(one -> views.add(view.apply(one)));
        return views;
    }
}
