package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The states of a load balancer and of what hangs from its listeners: a pool that none uses is not in it. */
final class StatusTree {

    private StatusTree() {}

    static Answer of(Resource loadBalancer) {
        Map<String, Object> tree = some(loadBalancer, "id", "name", "operating_status", "provisioning_status");
        tree.put("listeners", each(loadBalancer.children().of(Kind.LISTENER), StatusTree::listener));
        return Answer.json(200, Json.object("statuses", Json.object("loadbalancer", tree)));
    }

    private static Map<String, Object> listener(Resource listener) {
        Map<String, Object> tree = some(listener, "id", "name", "operating_status", "provisioning_status");
        tree.put("pools", each(pools(listener), StatusTree::pool));
        return tree;
    }

    /** The default one, and those that policies lead to. */
    private static Set<Resource> pools(Resource listener) {
        Set<Object> ids = new LinkedHashSet<>();
        ids.add(listener.attributes().get("default_pool_id"));
        Ties.policies(listener).forEach(policy -> ids.add(policy.attributes().get("redirect_pool_id")));
        Set<Resource> pools = new LinkedHashSet<>();
        for (Resource pool : listener.loadBalancer().children().of(Kind.POOL)) {
            if (ids.contains(pool.id())) {
                pools.add(pool);
            }
        }
        return pools;
    }

    private static Map<String, Object> pool(Resource pool) {
        Map<String, Object> tree = some(pool, "id", "name", "provisioning_status", "operating_status");
        for (Resource monitor : pool.children().of(Kind.HEALTH_MONITOR)) {
            tree.put("health_monitor", some(monitor, "id", "name", "type", "provisioning_status", "operating_status"));
        }
        tree.put(
                "members",
                each(
                        pool.children().of(Kind.MEMBER),
                        member -> some(
                                member,
                                "id",
                                "name",
                                "operating_status",
                                "provisioning_status",
                                "address",
                                "protocol_port")));
        return tree;
    }

    private static Map<String, Object> some(Resource resource, String... names) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names) {
            some.put(name, resource.attributes().get(name));
        }
        return some;
    }

    private static List<Object> each(Collection<Resource> resources, Function<Resource, Object> tree) {
        List<Object> trees = new ArrayList<>(resources.size());
        resources.forEach(one -> trees.add(tree.apply(one)));
        return trees;
    }
}
