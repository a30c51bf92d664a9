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
        Map<Resource, Resource> futures = new LinkedHashMap<>();
        List<Resource> before = new ArrayList<>();
        for (Map<String, Object> said : list == null ? List.of(call.sent()) : call.objects(list)) {
            Resource target = target(call, group, said);
            Resource future = future(target, said);
            check.check(call, future, before);
            before.add(future);
            futures.put(target, future);
        }
        Map<Resource, String> statuses = new LinkedHashMap<>();
        futures.keySet().forEach(target -> statuses.put(target, target.status()));
        Runnable undone = () -> {
            statuses.forEach(Resource::becomes);
            if (group != null) {
                group.becomes(group.kind().ready());
            }
        };
        Resource subject = group == null ? first(call, futures) : group;
        return new Change(
                subject,
                "Update",
                List.of(),
                group == null ? List.of() : List.copyOf(futures.keySet()),
                subject.attributes(),
                () -> {
                    futures.keySet().forEach(target -> target.becomes("Configuring"));
                    if (group != null) {
                        group.becomes("Configuring");
                    }
                },
                () -> {
                    futures.forEach((target, future) -> {
                        target.attributes().putAll(future.attributes());
                        call.state().refer(target);
                    });
                    undone.run();
                },
                undone);
    }

    private static Resource first(Call call, Map<Resource, Resource> futures) {
        return futures.keySet().stream()
                .findFirst()
                .orElseThrow(() -> call.operation().missing("", "Id"));
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

    private static Resource future(Resource target, Map<String, Object> said) {
        Map<String, Object> merged = Values.object(Values.copy(target.attributes()));
        Map<String, Object> changes = Values.object(Values.copy(said));
        changes.keySet().removeAll(OF_THE_CALL);
        Values.merge(merged, changes);
        return new Resource(
                target.kind(), target.id(), target.order(), target.parent().orElse(null), merged);
    }
}
