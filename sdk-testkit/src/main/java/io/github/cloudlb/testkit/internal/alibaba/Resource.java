package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Remembered;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of whatever kind: its attributes are kept under the names that the API has for them. */
final class Resource {
    private static final Shelf NOTHING = new Shelf();

    private final Kind kind;
    private final String id;
    private final long order;
    private final @Nullable Resource parent;
    private final Map<String, Object> attributes;
    private final Map<Kind, Shelf> children = new EnumMap<>(Kind.class);
    private Map<String, String> tags = Map.of();
    private Set<String> used = Set.of();

    Resource(Kind kind, String id, long order, @Nullable Resource parent, Map<String, Object> attributes) {
        this.kind = kind;
        this.id = id;
        this.order = order;
        this.parent = parent;
        // Those without an id come by the hundred.
        this.attributes = kind.hasId() ? attributes : new Remembered(attributes);
    }

    Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    /** It came after all that have a smaller one. */
    long order() {
        return order;
    }

    Optional<Resource> parent() {
        return Optional.ofNullable(parent);
    }

    /** This one, or the one of this kind that it is in. */
    Resource upTo(Kind wanted) {
        Resource at = this;
        while (at.kind != wanted) {
            if (at.parent == null) {
                throw new IllegalStateException(kind + " is in no " + wanted);
            }
            at = at.parent;
        }
        return at;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    /** Empty if it has none. */
    String text(String name) {
        Object value = attributes.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(attributes.get(name));
    }

    String status() {
        return text(kind.statusField());
    }

    void becomes(String status) {
        attributes.put(kind.statusField(), status);
    }

    boolean isSteady() {
        return kind.isSteady(status());
    }

    Map<String, String> tags() {
        return tags;
    }

    void tag(String key, String value) {
        if (tags.isEmpty()) {
            tags = new LinkedHashMap<>();
        }
        tags.put(key, value);
    }

    void untag(String key) {
        if (!tags.isEmpty()) {
            tags.remove(key);
        }
    }

    /** Those directly below; not to be changed. */
    Shelf children(Kind childKind) {
        return children.getOrDefault(childKind, NOTHING);
    }

    Shelf shelf(Kind childKind) {
        return children.computeIfAbsent(childKind, unseen -> new Shelf());
    }

    /** Ids of what this one uses. */
    Set<String> used() {
        return used;
    }

    void uses(Set<String> ids) {
        used = new LinkedHashSet<>(ids);
    }

    @Override
    public String toString() {
        return kind.words() + " " + id;
    }
}
