package io.github.cloudlb.testkit.internal.otc;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A resource, with those that belong to it. */
final class Thing {
    private final OtcKind kind;
    private final String id;
    private final @Nullable Thing owner;
    private final Map<String, @Nullable Object> attributes;
    // Most things, above all members, have none of these.
    private Map<OtcKind, NavigableMap<String, Thing>> below = Map.of();
    private Map<String, Thing> byEndpoint = Map.of();
    private Set<Thing> users = Set.of();
    private Map<String, String> tags = Map.of();

    /**
     * With the attributes as they are answered.
     *
     * @param owner the load balancer of a listener or pool, the pool of a member or monitor, the listener of a policy or
     *     whitelist, the policy of a rule
     */
    Thing(OtcKind kind, String id, @Nullable Thing owner, Map<String, @Nullable Object> attributes) {
        this.kind = kind;
        this.id = id;
        this.owner = owner;
        this.attributes = attributes;
        attributes.put("id", id);
    }

    OtcKind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    @Nullable
    Thing owner() {
        return owner;
    }

    /** Itself if it is one, or if it belongs to none. */
    Thing loadBalancer() {
        return owner == null ? this : owner.loadBalancer();
    }

    Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /** Null as such: {@code "null"}. */
    String text(String name) {
        return String.valueOf(attributes.get(name));
    }

    void keep(Thing thing) {
        if (below.isEmpty()) {
            below = new EnumMap<>(OtcKind.class);
        }
        below.computeIfAbsent(thing.kind, unseen -> new TreeMap<>()).put(thing.id, thing);
        if (thing.kind == OtcKind.MEMBER) {
            if (byEndpoint.isEmpty()) {
                byEndpoint = new HashMap<>();
            }
            byEndpoint.put(endpoint(thing.attributes), thing);
        }
    }

    void lose(Thing thing) {
        below(thing.kind).remove(thing.id, thing);
        if (thing.kind == OtcKind.MEMBER) {
            byEndpoint.remove(endpoint(thing.attributes));
        }
    }

    /** The member of this pool that has this address and port. */
    Optional<Thing> memberAt(String endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint));
    }

    static String endpoint(Map<String, ?> member) {
        return member.get("address") + " " + member.get("protocol_port");
    }

    /** By id, in the order of the ids. */
    NavigableMap<String, Thing> below(OtcKind which) {
        return below.getOrDefault(which, Collections.emptyNavigableMap());
    }

    Collection<Thing> all(OtcKind which) {
        return below(which).values();
    }

    /** Those that name it in an attribute: listeners and policies a pool, listeners a certificate. */
    Set<Thing> users() {
        return users;
    }

    List<Thing> users(OtcKind which) {
        return users.stream().filter(user -> user.kind == which).toList();
    }

    void usedBy(Thing user) {
        if (users.isEmpty()) {
            users = new LinkedHashSet<>();
        }
        users.add(user);
    }

    void notUsedBy(Thing user) {
        if (!users.isEmpty()) {
            users.remove(user);
        }
    }

    Map<String, String> tags() {
        return tags;
    }

    void tag(Map<String, String> more) {
        if (tags.isEmpty()) {
            tags = new LinkedHashMap<>();
        }
        tags.putAll(more);
    }

    /** Whether there was one of this key. */
    boolean untag(String key) {
        return !tags.isEmpty() && tags.remove(key) != null;
    }
}
