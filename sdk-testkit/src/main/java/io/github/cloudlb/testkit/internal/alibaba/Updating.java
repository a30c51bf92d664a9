package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes what is sent, of one resource or of each that one of the lists of the call names; the rest stays. */
record Updating(Kind kind, @Nullable String list, Check check) implements Write {
    private static final Set<String> OF_THE_CALL = Set.of("ClientToken", "DryRun", "RegionId");

    @Override
    public Change plan(Call call) {
        Resource group = kind.hasId() ? null : call.steady(kind.parent().orElseThrow());
        Map<Resource, Map<String, Object>> changes = new LinkedHashMap<>();
        List<Resource> before = new ArrayList<>();
        for (Map<String, Object> said : list == null ? List.of(call.sent()) : call.objects(list)) {
            Resource target = target(call, group, said);
            Map<String, Object> change = changes(said);
            Resource future = future(target, change);
            check.check(call, future, before);
            before.add(future);
            changes.put(target, change);
        }
        Map<Resource, String> statuses = new LinkedHashMap<>();
        changes.keySet().forEach(target -> statuses.put(target, target.status()));
        Runnable undone = () -> {
            statuses.forEach(Resource::becomes);
            if (group != null) {
                group.becomes(group.kind().ready());
            }
        };
        Resource subject = group == null ? first(call, changes.keySet()) : group;
        return new Change(
                subject,
                "Update",
                List.of(),
                group == null ? List.of() : List.copyOf(changes.keySet()),
                subject.attributes(),
                () -> {
                    changes.keySet().forEach(target -> target.becomes("Configuring"));
                    if (group != null) {
                        group.becomes("Configuring");
                    }
                },
                () -> {
                    // Not all of its future: something else may have changed meanwhile.
                    changes.forEach((target, change) -> {
                        Values.merge(target.attributes(), change);
                        call.state().refer(target);
                    });
                    undone.run();
                },
                undone);
    }

    private static Resource first(Call call, Set<Resource> targets) {
        return targets.stream().findFirst().orElseThrow(() -> call.operation().missing("", "Id"));
    }

    private Resource target(Call call, @Nullable Resource group, Map<String, Object> said) {
        if (group != null) {
            return Deletion.known(call, kind, group, said);
        }
        Resource target = call.steady(call.get(kind, String.valueOf(said.get(kind.idField()))));
        for (Resource above = target.parent().orElse(null);
                above != null;
                above = above.parent().orElse(null)) {
            call.steady(above);
        }
        return target;
    }

    private static Map<String, Object> changes(Map<String, Object> said) {
        Map<String, Object> changes = Values.object(Values.copy(said));
        changes.keySet().removeAll(OF_THE_CALL);
        return changes;
    }

    private static Resource future(Resource target, Map<String, Object> changes) {
        Map<String, Object> merged = Values.object(Values.copy(target.attributes()));
        Values.merge(merged, changes);
        return new Resource(
                target.kind(), target.id(), target.order(), target.parent().orElse(null), merged);
    }
}
