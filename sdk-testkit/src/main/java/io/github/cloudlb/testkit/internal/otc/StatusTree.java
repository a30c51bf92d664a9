package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that belongs to a load balancer with its states; pools are told below their listeners and once more at the top. The
 * monitor of a pool that has none is an empty object, as in neutron-lbaas.
 */
final class StatusTree {

    private StatusTree() {}

    static Object of(Thing loadBalancer) {
        List<Field> fields = Table.find("loadbalancer.status").orElseThrow().answered();
        Field root = fields.get(0);
        return Json.object("statuses", Json.object(root.name(), node(loadBalancer, root.fields())));
    }

    private static Map<String, @Nullable Object> node(Thing thing, List<Field> fields) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.name().equals("healthmonitor")) {
                node.put(
                        field.name(),
                        thing.all(OtcKind.HEALTH_MONITOR).stream()
                                .findFirst()
                                .map(monitor -> node(monitor, field.fields()))
                                .orElse(Map.of()));
            } else if (field.fields().isEmpty()) {
                node.put(field.name(), Views.value(thing, field.name()));
            } else {
                node.put(
                        field.name(),
                        below(thing, field.name()).stream()
                                .map(one -> node(one, field.fields()))
                                .toList());
            }
        }
        return node;
    }

    /** The table has a listener's pools inside of it. */
    private static Collection<Thing> below(Thing thing, String list) {
        return switch (list) {
            case "listeners" -> thing.all(OtcKind.LISTENER);
            case "l7policies" -> thing.all(OtcKind.L7_POLICY);
            case "rules" -> thing.all(OtcKind.L7_RULE);
            case "members" -> thing.all(OtcKind.MEMBER);
            default ->
                thing.kind() == OtcKind.LISTENER
                        ? thing.loadBalancer().all(OtcKind.POOL).stream()
                                .filter(pool -> pool.id().equals(thing.text("default_pool_id")))
                                .toList()
                        : thing.all(OtcKind.POOL);
        };
    }
}
