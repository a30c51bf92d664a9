package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.Journal;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All resources: by kind, by parent, and by what they use. */
final class State {
    /** Fields of listeners and rules that name what they use. */
    private static final Set<String> USES = Set.of("ServerGroupId", "SecurityPolicyId", "AclId", "QuicListenerId");

    private final Product product;
    private final Journal journal;
    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> made = new EnumMap<>(Kind.class);
    private final Map<String, Set<Resource>> users = new HashMap<>();
    private long order;

    State(Product product, Journal journal) {
        this.product = product;
        this.journal = journal;
        for (Kind kind : Kind.values()) {
            shelves.put(kind, new Shelf());
        }
    }

    Shelf all(Kind kind) {
        return Objects.requireNonNull(shelves.get(kind));
    }

    @Nullable
    Resource find(Kind kind, String id) {
        return all(kind).get(id);
    }

    /** Listeners and rules that use what has this id. */
    Set<Resource> users(String id) {
        return users.getOrDefault(id, Set.of());
    }

    /** A new one, which is not there before it is placed. */
    Resource make(Kind kind, @Nullable Resource parent, Map<String, Object> attributes) {
        Resource resource = new Resource(kind, id(kind, parent, attributes), ++order, parent, attributes);
        attributes.put(kind.idField(), kind.hasId() ? resource.id() : attributes.get(kind.idField()));
        for (Resource above = parent; above != null; above = above.parent().orElse(null)) {
            attributes.put(above.kind().idField(), above.id());
        }
        return resource;
    }

    void place(Resource resource) {
        all(resource.kind()).put(resource.id(), resource);
        resource.parent().ifPresent(parent -> parent.shelf(resource.kind()).put(resource.id(), resource));
        refer(resource);
    }

    /** With all that is below. */
    void remove(Resource resource) {
        drop(resource);
        if (resource.kind().hasId()) {
            journal.gone(resource.kind().title(), resource.id());
        }
    }

    private void drop(Resource resource) {
        for (Kind below : resource.kind().children()) {
            List.copyOf(resource.children(below).all()).forEach(this::drop);
        }
        all(resource.kind()).remove(resource.id());
        resource.parent().ifPresent(parent -> parent.shelf(resource.kind()).remove(resource.id()));
        unrefer(resource);
    }

    /** Looks again what a listener or rule uses, after a change of it; one that is gone uses nothing. */
    void refer(Resource resource) {
        boolean mayUse = resource.kind() == Kind.LISTENER || resource.kind() == Kind.RULE;
        if (!mayUse || find(resource.kind(), resource.id()) != resource) {
            return;
        }
        unrefer(resource);
        Set<String> used = new LinkedHashSet<>();
        collect(resource.attributes(), used);
        used.remove(resource.id());
        resource.uses(used);
        used.forEach(
                id -> users.computeIfAbsent(id, unseen -> new LinkedHashSet<>()).add(resource));
    }

    private void unrefer(Resource resource) {
        for (String id : resource.used()) {
            Set<Resource> left = users.get(id);
            if (left != null && left.remove(resource) && left.isEmpty()) {
                users.remove(id);
            }
        }
        resource.uses(Set.of());
    }

    private static void collect(Object value, Set<String> used) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> {
                if (inner instanceof String id && USES.contains(String.valueOf(name))) {
                    used.add(id);
                } else {
                    collect(inner, used);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, used));
        }
    }

    private String id(Kind kind, @Nullable Resource parent, Map<String, Object> attributes) {
        if (!kind.hasId()) {
            return (parent == null ? "" : parent.id()) + "/" + key(kind, attributes);
        }
        Object given = attributes.get(kind.idField());
        if (given != null) {
            return String.valueOf(given);
        }
        String id;
        do {
            id = String.format("%stestkit%08d", kind.prefix(product), made.merge(kind, 1, Integer::sum));
        } while (find(kind, id) != null);
        return id;
    }

    /** What tells one from the others with the same parent: a server may be in a group with several ports. */
    static String key(Kind kind, Map<String, Object> attributes) {
        return attributes.get(kind.idField())
                + (kind == Kind.SERVER ? ":" + Objects.requireNonNullElse(attributes.get("Port"), 0) : "");
    }
}
