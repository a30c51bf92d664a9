package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the pools that are sent along with a load balancer, each with its members and monitor. */
final class NestedPools {
    private final OctaviaState state;
    private final Resource loadBalancer;

    NestedPools(OctaviaState state, Resource loadBalancer) {
        this.state = state;
        this.loadBalancer = loadBalancer;
    }

    /**
     * Makes all pools.
     *
     * @param named what there must be a pool of
     * @return ids by names
     */
    Map<String, String> make(List<Map<String, Object>> pools, Set<String> named) {
        Set<Object> names = new HashSet<>();
        pools.forEach(pool -> names.add(pool.get("name")));
        if (names.size() < pools.size()) {
            throw invalid("Pool names must be unique when creating a fully populated loadbalancer.");
        }
        for (String name : named) {
            if (!names.contains(name)) {
                throw invalid("Pool '" + name + "' was referenced but no full definition was found.");
            }
        }
        state.quotas().check(Kind.POOL, pools.size());
        Map<String, String> ids = new HashMap<>();
        pools.forEach(
                pool -> ids.put(String.valueOf(pool.get("name")), make(pool).id()));
        return ids;
    }

    private Resource make(Map<String, Object> sent) {
        for (String needed : List.of("protocol", "lb_algorithm")) {
            if (!sent.containsKey(needed)) {
                throw invalid("Pool definition for '" + sent.get("name") + "' missing required attribute: " + needed);
            }
        }
        List<Map<String, Object>> members = Parts.takeAll(sent, "members");
        Map<String, Object> monitor = Parts.take(sent, "healthmonitor");
        Map<String, Object> attributes = Shape.of(Kind.POOL).completed(sent);
        PoolChecks.forNew(attributes);
        Resource pool = state.add(Kind.POOL, loadBalancer, attributes);
        state.quotas().check(Kind.MEMBER, members.size());
        for (Map<String, Object> member : members) {
            MemberBatch.refuseReserved(member);
            MemberBatch.refuseDuplicate(member, pool);
            state.add(Kind.MEMBER, pool, Shape.of(Kind.MEMBER).completed(member));
        }
        if (monitor != null) {
            monitor(Shape.of(Kind.HEALTH_MONITOR).completed(monitor), pool);
        }
        return pool;
    }

    private void monitor(Map<String, Object> attributes, Resource pool) {
        state.quotas().check(Kind.HEALTH_MONITOR, 1);
        MonitorChecks.protocol(attributes, pool.text("protocol"));
        MonitorChecks.forNew(attributes, pool);
        state.add(Kind.HEALTH_MONITOR, pool, attributes);
    }

    private static Refusal invalid(String detail) {
        return new Refusal(OctaviaErrors.validation(detail));
    }
}
