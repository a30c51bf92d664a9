package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that Octavia keeps. Used by one thread at a time. */
public final class OctaviaState {
    private final InstantSource clock;
    private final Journal journal;
    private final Map<String, Resource> byId = new HashMap<>();
    private final Shelves all = new Shelves();
    private final Map<String, Resource> deletedLoadBalancers = new HashMap<>();
    private final Quotas quotas = new Quotas(this);
    private final Changes changes;
    private long made;
    private long second = Long.MIN_VALUE;
    private String asText = "";

    public OctaviaState(InstantSource clock, Journal journal) {
        this.journal = journal;
        this.clock = clock;
        this.changes = new Changes(clock, journal, this::remove);
    }

    /** What goes on in the trees of load balancers. */
    public Changes changes() {
        return changes;
    }

    public Quotas quotas() {
        return quotas;
    }

    /** All of a kind, in the order in which they were made. */
    public Collection<Resource> all(Kind kind) {
        return all.of(kind);
    }

    /** Those of a kind that are right below the owner, in the order in which they were made. */
    public Collection<Resource> all(Kind kind, Resource owner) {
        return owner.children().of(kind);
    }

    public Optional<Resource> find(String id) {
        return Optional.ofNullable(byId.get(Text.lower(id)));
    }

    public Optional<Resource> find(Kind kind, String id) {
        return find(id).filter(one -> one.kind() == kind);
    }

    public Resource get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> new Refusal(OctaviaErrors.notFound(kind, id)));
    }

    /** To put something below it: one that was deleted is told from one that never was. */
    public Resource loadBalancer(Object id) {
        if (deletedLoadBalancers.containsKey(Text.lower(id.toString()))) {
            throw new Refusal(OctaviaErrors.immutable(Kind.LOAD_BALANCER, id.toString()));
        }
        return get(Kind.LOAD_BALANCER, id.toString());
    }

    /** One that is gone leaves a row behind, which no list shows but which still marks a place in one. */
    public Optional<Resource> deletedLoadBalancer(String id) {
        return Optional.ofNullable(deletedLoadBalancers.get(Text.lower(id)));
    }

    /** Adds a resource with an id of its own. */
    public Resource add(Kind kind, @Nullable Resource owner, Map<String, Object> attributes) {
        return add(kind, owner, newId(kind.idPrefix()), attributes);
    }

    /** Adds a resource with this id, and ties it to what it belongs to. */
    public Resource add(Kind kind, @Nullable Resource owner, String id, Map<String, Object> attributes) {
        String now = now();
        if (attributes.get("created_at") == null) {
            attributes.put("created_at", now);
        }
        Resource resource = new Resource(kind, id, owner, attributes);
        byId.put(resource.id(), resource);
        all.put(resource);
        if (owner != null) {
            owner.children().put(resource);
            Ties.tie(resource, owner, now);
        }
        if (kind == Kind.MEMBER && owner != null) {
            int members = all(Kind.MEMBER, owner).size();
            journal.holds(owner.id(), members - 1, members);
        }
        return resource;
    }

    /** The same for a client, who may have meant to make it once only. */
    public Resource addForClient(Kind kind, @Nullable Resource owner, Map<String, Object> attributes) {
        Map<String, Object> likeness = likeness(owner, attributes);
        Resource resource = add(kind, owner, attributes);
        created(resource, likeness);
        return resource;
    }

    /** What a new resource is told from others by, besides its id. */
    public static Map<String, Object> likeness(@Nullable Resource owner, Map<String, Object> attributes) {
        Map<String, Object> likeness = new LinkedHashMap<>(attributes);
        likeness.keySet().removeAll(List.of("vip_port_id", "vip_network_id"));
        likeness.put("below", owner == null ? "" : owner.id());
        return likeness;
    }

    /** Tells the journal that a client made it. */
    public void created(Resource resource, Map<String, Object> likeness) {
        journal.created(resource.kind().title(), resource.id(), likeness);
    }

    /** Ids count up, so that lists, which are ordered by time and id, keep the order of creation. */
    public String newId(int prefix) {
        String id;
        do {
            id = hex(prefix, 8) + "-0000-4000-8000-" + hex(++made, 12);
        } while (byId.containsKey(id));
        return id;
    }

    private static String hex(long number, int digits) {
        return HexFormat.of().toHexDigits(number, digits);
    }

    public Instant instant() {
        return clock.instant();
    }

    /** As Octavia writes times. */
    public String now() {
        Instant now = clock.instant();
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            asText = Resource.time(now);
        }
        return asText;
    }

    /** With all that is below it. */
    public void remove(Resource gone) {
        drop(gone);
        journal.gone(gone.kind().title(), gone.id());
    }

    private void drop(Resource gone) {
        gone.children().all().forEach(this::drop);
        gone.becomes("DELETED");
        byId.remove(gone.id());
        all.remove(gone);
        Resource owner = gone.owner();
        if (owner != null) {
            owner.children().remove(gone);
            Ties.untie(gone, owner, now());
        }
        if (gone.kind() == Kind.LOAD_BALANCER) {
            deletedLoadBalancers.put(gone.id(), gone);
        }
    }
}
