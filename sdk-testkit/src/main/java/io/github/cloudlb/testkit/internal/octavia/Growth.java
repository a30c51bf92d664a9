package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a load balancer with all that was sent along with it, or nothing. */
final class Growth {
    private static final List<String> VIP = List.of("vip_port_id", "vip_network_id", "vip_subnet_id");
    private static final int PREFIX_OF_NETWORKS = 0xf0;
    /** What a pool has that is only named. */
    private static final Set<String> OF_A_NAME = Set.of("name", "admin_state_up", "tls_enabled");

    private final OctaviaState state;
    private final ListenerChecks checks;
    private final List<Map<String, Object>> poolsToMake = new ArrayList<>();
    private final Set<String> poolsNamed = new LinkedHashSet<>();

    Growth(OctaviaState state) {
        this.state = state;
        this.checks = new ListenerChecks(state);
    }

    Resource loadBalancer(Map<String, Object> attributes) {
        List<Map<String, Object>> listeners = Parts.takeAll(attributes, "listeners");
        poolsToMake.addAll(Parts.takeAll(attributes, "pools"));
        complete(state, attributes);
        Resource loadBalancer = state.add(Kind.LOAD_BALANCER, null, attributes);
        Amphorae.allot(state, loadBalancer);
        try {
            if (!listeners.isEmpty() || !poolsToMake.isEmpty()) {
                listeners.forEach(this::takePools);
                Map<String, String> pools = new NestedPools(state, loadBalancer).make(poolsToMake, poolsNamed);
                state.quotas().check(Kind.LISTENER, listeners.size());
                listeners.forEach(listener -> listener(listener, loadBalancer, pools));
            }
            return loadBalancer;
        } catch (Refusal refused) {
            state.remove(loadBalancer);
            throw refused;
        }
    }

    /** The port and networks that are not given are made. */
    static void complete(OctaviaState state, Map<String, Object> attributes) {
        VIP.forEach(name -> attributes.computeIfAbsent(name, made -> state.newId(PREFIX_OF_NETWORKS)));
    }

    static boolean hasNoVip(Map<String, Object> sent) {
        return VIP.stream().allMatch(name -> sent.get(name) == null);
    }

    /** Pools that listeners and policies bring along are made before all listeners; of each, its name stays. */
    private void takePools(Map<String, Object> listener) {
        takePool(listener, "default_pool");
        List<Map<String, Object>> policies = Parts.takeAll(listener, "l7policies");
        policies.forEach(policy -> takePool(policy, "redirect_pool"));
        listener.put("l7policies", policies);
    }

    private void takePool(Map<String, Object> owner, String name) {
        Map<String, Object> pool = Parts.take(owner, name);
        if (pool == null) {
            return;
        }
        if (pool.get("name") == null) {
            throw invalid("Pools must be named when creating a fully populated loadbalancer.");
        }
        String called = String.valueOf(pool.get("name"));
        if (OF_A_NAME.containsAll(pool.keySet())) {
            poolsNamed.add(called);
        } else {
            poolsToMake.add(pool);
        }
        owner.put(name, called);
    }

    private void listener(Map<String, Object> sent, Resource loadBalancer, Map<String, String> pools) {
        List<Map<String, Object>> policies = Parts.takeAll(sent, "l7policies");
        Object pool = sent.remove("default_pool");
        if (pool != null) {
            sent.put("default_pool_id", pools.get(pool));
        }
        Map<String, Object> attributes = Shape.of(Kind.LISTENER).completed(sent);
        checks.pool(String.valueOf(attributes.get("protocol")), attributes);
        checks.forNew(attributes, loadBalancer);
        Resource listener = state.add(Kind.LISTENER, loadBalancer, attributes);
        if (pool != null) {
            // It gets its pool when it is there already.
            listener.attributes().put("updated_at", Resource.time(state.instant()));
        }
        policies.forEach(policy -> policy(policy, listener, pools));
    }

    private void policy(Map<String, Object> sent, Resource listener, Map<String, String> pools) {
        List<Map<String, Object>> rules = Parts.takeAll(sent, "rules");
        Object pool = sent.remove("redirect_pool");
        if (pool != null) {
            sent.put("redirect_pool_id", pools.get(pool));
        }
        Map<String, Object> attributes = Shape.of(Kind.L7_POLICY).completed(sent);
        Redirects.forNew(attributes);
        Resource policy = state.add(Kind.L7_POLICY, listener, attributes);
        for (Map<String, Object> rule : rules) {
            RuleChecks.check(rule);
            state.add(Kind.L7_RULE, policy, Shape.of(Kind.L7_RULE).completed(rule));
        }
    }

    private static Refusal invalid(String detail) {
        return new Refusal(OctaviaErrors.validation(detail));
    }
}
