package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes away one resource, or each that one of the lists of the call names; what is in use stays.
 *
 * @param list of ids, or of what an id is made of
 */
record Deletion(Kind kind, @Nullable String list, Check check) implements Write {

    @Override
    public Change plan(Call call) {
        Resource group = kind.hasId() ? null : call.steady(kind.parent().orElseThrow());
        List<Resource> targets = group == null ? targets(call) : known(call, kind, group, list);
        List<Resource> before = new ArrayList<>();
        for (Resource target : targets) {
            check.check(call, target, before);
            before.add(target);
        }
        Map<Resource, String> statuses = new LinkedHashMap<>();
        targets.forEach(target -> statuses.put(target, target.status()));
        Resource subject = group == null ? targets.get(0) : group;
        return new Change(
                subject,
                group == null ? "Delete" : "Update",
                List.of(),
                group == null ? List.of() : targets,
                subject.attributes(),
                () -> begin(targets, group),
                () -> remove(call, targets, group),
                () -> {
                    statuses.forEach(Resource::becomes);
                    settle(group);
                });
    }

    private List<Resource> targets(Call call) {
        Set<String> ids = new LinkedHashSet<>(list == null ? List.of(call.text(kind.idField())) : call.texts(list));
        List<Resource> targets = new ArrayList<>();
        for (String id : ids) {
            Resource target = call.steady(call.get(kind, id));
            target.parent().ifPresent(call::steady);
            if (!call.state().users(id).isEmpty()) {
                throw call.error(
                        "The " + target + " is in use by "
                                + call.state().users(id).iterator().next() + ".",
                        "ResourceInUse." + kind.title());
            }
            targets.add(target);
        }
        return targets;
    }

    private static void begin(List<Resource> targets, @Nullable Resource group) {
        targets.forEach(target -> target.becomes(group == null ? "Deleting" : "Removing"));
        if (group != null) {
            group.becomes("Configuring");
        }
    }

    private void remove(Call call, List<Resource> targets, @Nullable Resource group) {
        int before = group == null ? 0 : group.children(kind).size();
        for (Resource target : targets) {
            int servers = target.children(Kind.SERVER).size();
            call.state().remove(target);
            call.account().tell(Kind.SERVER, target, servers);
        }
        settle(group);
        call.account().tell(kind, group, before);
    }

    private static void settle(@Nullable Resource group) {
        if (group != null) {
            group.becomes(group.kind().ready());
        }
    }

    /** Those of a group that a list names, each once. */
    static List<Resource> known(Call call, Kind kind, Resource group, @Nullable String list) {
        Set<Resource> known = new LinkedHashSet<>();
        for (Object said : call.sent().get(String.valueOf(list)) instanceof List<?> all ? all : List.of()) {
            Map<String, Object> attributes =
                    said instanceof Map<?, ?> ? Values.object(said) : Values.object(Map.of(kind.idField(), said));
            if (!known.add(known(call, kind, group, attributes))) {
                throw call.error(
                        "The " + kind.words() + " " + attributes.get(kind.idField()) + " is there twice.",
                        "DuplicatedParam." + kind.title(),
                        "InvalidParameter");
            }
        }
        return List.copyOf(known);
    }

    static Resource known(Call call, Kind kind, Resource group, Map<String, Object> said) {
        Resource known = call.state().find(kind, group.id() + "/" + State.key(kind, said));
        if (known == null) {
            throw call.notFound(kind, String.valueOf(said.get(kind.idField())));
        }
        return known;
    }
}
