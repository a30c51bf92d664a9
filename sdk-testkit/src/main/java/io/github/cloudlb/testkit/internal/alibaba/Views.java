package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resources as they are answered: what is kept of them, and what follows from others. */
final class Views {

    private Views() {}

    static Map<String, Object> of(Call call, Resource resource) {
        if (!resource.kind().hasId()) {
            // Servers and entries come by the hundred: what is kept of them is all there is to tell.
            return resource.attributes();
        }
        Map<String, Object> view = Values.object(Map.of());
        view.putAll(resource.attributes());
        view.put("RegionId", Completion.REGION_ID);
        view.put("Tags", tags(resource));
        if (resource.kind() == Kind.SERVER_GROUP) {
            view.put("ServerCount", resource.children(Kind.SERVER).size());
            view.put("RelatedLoadBalancerIds", List.copyOf(loadBalancers(call, resource)));
        }
        if (resource.kind() == Kind.SECURITY_POLICY) {
            view.put("RelatedListeners", listeners(call, resource.id()));
        }
        return view;
    }

    /** For both ways in which answers name the two. */
    static List<Map<String, Object>> tags(Resource resource) {
        List<Map<String, Object>> tags = new ArrayList<>();
        resource.tags()
                .forEach((key, value) ->
                        tags.add(Json.object("Key", key, "Value", value, "TagKey", key, "TagValue", value)));
        return tags;
    }

    static Set<String> loadBalancers(Call call, Resource used) {
        Set<String> ids = new LinkedHashSet<>();
        for (Resource user : call.state().users(used.id())) {
            ids.add(user.upTo(Kind.LOAD_BALANCER).id());
        }
        return ids;
    }

    /** The listeners that use something, as the relations of it tell them. */
    static List<Map<String, Object>> listeners(Call call, String used) {
        List<Map<String, Object>> listeners = new ArrayList<>();
        for (Resource user : call.state().users(used)) {
            listeners.add(Json.object(
                    "ListenerId", user.id(),
                    "ListenerPort", user.attributes().get("ListenerPort"),
                    "ListenerProtocol", user.text("ListenerProtocol"),
                    "LoadBalancerId", user.text("LoadBalancerId")));
        }
        return listeners;
    }
}
