package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a client gets to see of a resource. */
public final class Views {
    private final OctaviaState state;

    public Views(OctaviaState state) {
        this.state = state;
    }

    /** The answer to a request for one resource, cut down to the {@code fields} asked for. */
    public Answer answer(int status, Resource resource, RecordedRequest request) {
        return Answer.json(status, Json.object(resource.kind().wrapper(), cut(view(resource), request)));
    }

    /** One that can no longer be seen, but still marks a place in a list. */
    Optional<Resource> deletedLoadBalancer(String id) {
        return state.deletedLoadBalancer(id);
    }

    public Map<String, Object> view(Resource resource) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (Attribute attribute : resource.kind().attributes()) {
            if (attribute.answered()) {
                view.put(attribute.name(), resource.attributes().get(attribute.name()));
            }
        }
        switch (resource.kind()) {
            case LOAD_BALANCER -> {
                view.put("listeners", ids(state.all(Kind.LISTENER, resource)));
                view.put("pools", ids(state.all(Kind.POOL, resource)));
            }
            case LISTENER -> view.put("loadbalancers", ids(List.of(resource.loadBalancer())));
            case POOL -> {
                view.put("loadbalancers", ids(List.of(resource.loadBalancer())));
                view.put("listeners", ids(listenersOf(resource)));
                view.put("members", ids(state.all(Kind.MEMBER, resource)));
            }
            case MEMBER -> {}
        }
        return view;
    }

    /** Several fields are several parameters; a list with commas names none. */
    public static Map<String, Object> cut(Map<String, Object> view, RecordedRequest request) {
        List<String> fields = request.parameters().get("fields");
        if (fields != null) {
            view.keySet().retainAll(fields);
        }
        return view;
    }

    private List<Resource> listenersOf(Resource pool) {
        return state.all(Kind.LISTENER, pool.loadBalancer()).stream()
                .filter(listener -> Objects.equals(listener.attributes().get("default_pool_id"), pool.id()))
                .toList();
    }

    private static List<Map<String, Object>> ids(Collection<Resource> resources) {
        return resources.stream().map(one -> Json.object("id", one.id())).toList();
    }
}
