package io.github.cloudlb.testkit.internal.octavia;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes all there is down as plain maps and lists; what is as it is without being said is left out. */
final class Export {
    /** Told by where it is written, and by the project. */
    private static final Set<String> TOLD_BY_PLACE =
            Set.of("loadbalancer_id", "listener_id", "pool_id", "position", "project_id", "tenant_id");

    private final OctaviaState state;

    Export(OctaviaState state) {
        this.state = state;
    }

    Map<String, Object> all() {
        Map<String, Object> landscape = new LinkedHashMap<>();
        for (Branch branch : Branch.TOP) {
            put(landscape, branch, state.all(branch.kind()));
        }
        Map<String, Object> quotas = new LinkedHashMap<>();
        for (String project : state.quotas().projects()) {
            Map<String, Object> limits = state.quotas().setIn(project);
            if (!limits.isEmpty()) {
                quotas.put(project, limits);
            }
        }
        if (!quotas.isEmpty()) {
            landscape.put(Landscapes.QUOTAS, quotas);
        }
        return landscape;
    }

    private static void put(Map<String, Object> owner, Branch branch, Collection<Resource> resources) {
        List<Object> written = new ArrayList<>(resources.size());
        resources.forEach(one -> written.add(written(one)));
        if (!written.isEmpty()) {
            owner.put(branch.name(), branch.many() ? written : written.get(0));
        }
    }

    private static Map<String, Object> written(Resource resource) {
        Map<String, Object> written = new LinkedHashMap<>();
        Shape shape = Shape.of(resource.kind());
        if (resource.kind() != Kind.ZONE) {
            written.put("id", resource.id());
        }
        resource.attributes().forEach((name, value) -> {
            boolean said = !Objects.equals(value, shape.initial(name));
            if (said && shape.has(name) && shape.creation().has(name) && !TOLD_BY_PLACE.contains(name)) {
                written.put(name, value);
            }
        });
        if (resource.kind().isInTree()) {
            if (!resource.isActive()) {
                written.put("provisioning_status", resource.status());
            }
            Object working = resource.attributes().get("operating_status");
            if (!Objects.equals(working, shape.initial("operating_status"))) {
                written.put("operating_status", working);
            }
        }
        for (Branch branch : Branch.below(resource.kind())) {
            boolean policies = branch.kind() == Kind.L7_POLICY;
            put(
                    written,
                    branch,
                    policies ? Ties.policies(resource) : resource.children().of(branch.kind()));
        }
        return written;
    }
}
