package io.github.cloudlb.testkit.internal.octavia;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What one resource says of another one that comes or goes. */
final class Ties {
    private static final Comparator<Resource> BY_POSITION = Comparator.comparingInt(Ties::position);

    private Ties() {}

    static void tie(Resource resource, Resource owner, String now) {
        resource.attributes().put(owner.kind().group() + "_id", owner.id());
        switch (resource.kind()) {
            case MEMBER -> {
                // Nobody measures here: those that were there before the monitor stay as they are.
                if (!owner.children().of(Kind.HEALTH_MONITOR).isEmpty()) {
                    resource.attributes().replace("operating_status", "NO_MONITOR", "OFFLINE");
                }
            }
            case HEALTH_MONITOR -> owner.attributes().put("healthmonitor_id", resource.id());
            case L7_POLICY -> moveTo(resource, owner, position(resource), now);
            default -> {}
        }
    }

    static void untie(Resource gone, Resource owner, String now) {
        switch (gone.kind()) {
            case HEALTH_MONITOR -> owner.attributes().remove("healthmonitor_id");
            case L7_POLICY -> number(policies(owner), now);
            case POOL ->
                owner.children()
                        .of(Kind.LISTENER)
                        .forEach(listener -> listener.attributes().replace("default_pool_id", gone.id(), null));
            default -> {}
        }
    }

    /** Policies in the order in which they are applied. */
    static List<Resource> policies(Resource listener) {
        List<Resource> policies = new ArrayList<>(listener.children().of(Kind.L7_POLICY));
        policies.sort(BY_POSITION);
        return policies;
    }

    /** Puts a policy to a position, or to the end; the others make room. */
    static void moveTo(Resource policy, Resource listener, int position, String now) {
        List<Resource> others = policies(listener);
        others.remove(policy);
        others.add(Math.min(position - 1, others.size()), policy);
        number(others, now);
    }

    private static int position(Resource policy) {
        return policy.attributes().get("position") instanceof Integer position ? position : Integer.MAX_VALUE;
    }

    private static void number(List<Resource> policies, String now) {
        int position = 0;
        for (Resource policy : policies) {
            Map<String, Object> attributes = policy.attributes();
            Object before = attributes.put("position", ++position);
            boolean moved = before != null && !before.equals(position);
            if (moved && !policy.status().equals("PENDING_CREATE")) {
                attributes.put("updated_at", now);
            }
        }
    }
}
