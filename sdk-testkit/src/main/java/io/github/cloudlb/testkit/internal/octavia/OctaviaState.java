package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that Octavia keeps, and until when each load balancer is locked. Used by one thread at a time. */
public final class OctaviaState {
    private final InstantSource clock;
    private final Journal journal;
    private final Map<String, Resource> byId = new HashMap<>();
    private final Shelves all = new Shelves();
    private final Map<Resource, Instant> lockedUntil = new LinkedHashMap<>();
    private final Map<String, Resource> deletedLoadBalancers = new HashMap<>();
    private Duration lockAfterWrite = Duration.ZERO;
    private long made;

    public OctaviaState(InstantSource clock, Journal journal) {
        this.journal = journal;
        this.clock = clock;
    }

    public void lockAfterWrite(Duration duration) {
        lockAfterWrite = duration;
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

    /** Ids count up, so that lists, which are ordered by time and id, keep the order of creation. */
    public Resource add(Kind kind, @Nullable Resource owner, Map<String, Object> attributes) {
        attributes.put("created_at", Resource.time(clock.instant()));
        Resource resource = new Resource(kind, newId(kind.idPrefix()), owner, attributes);
        byId.put(resource.id(), resource);
        all.put(resource);
        if (owner != null) {
            owner.children().put(resource);
        }
        tellMembers(resource, -1);
        return resource;
    }

    /** The same for a client, who may have meant to make it once only. */
    public Resource addForClient(Kind kind, @Nullable Resource owner, Map<String, Object> attributes) {
        Map<String, Object> likeness = new LinkedHashMap<>(attributes);
        likeness.keySet().removeAll(List.of("vip_port_id", "vip_network_id"));
        likeness.put("below", owner == null ? "" : owner.id());
        Resource resource = add(kind, owner, attributes);
        journal.created(kind.title(), resource.id(), likeness);
        return resource;
    }

    /** An id that nothing else has. */
    public String newId(int prefix) {
        return String.format("%08x-0000-4000-8000-%012x", prefix, ++made);
    }

    /** Locks a load balancer for as long as a write takes. */
    public void lock(Resource loadBalancer) {
        lock(loadBalancer, lockAfterWrite);
    }

    public void lock(Resource loadBalancer, Duration duration) {
        lockedUntil.put(loadBalancer, clock.instant().plus(duration));
    }

    /** For good: nothing but a status set from outside ends it. */
    public void jam(Resource loadBalancer) {
        lockedUntil.remove(loadBalancer);
    }

    /** Carries out what is due: what was pending becomes active or disappears. */
    public void settle() {
        Instant now = clock.instant();
        for (Resource loadBalancer : List.copyOf(lockedUntil.keySet())) {
            Instant until = lockedUntil.getOrDefault(loadBalancer, Instant.MAX);
            if (!now.isBefore(until)) {
                lockedUntil.remove(loadBalancer);
                settle(loadBalancer, until);
            }
        }
    }

    private void settle(Resource resource, Instant when) {
        resource.children().all().forEach(child -> settle(child, when));
        if (resource.status().equals("PENDING_DELETE")) {
            remove(resource);
        } else if (resource.isPending()) {
            resource.becomes("ACTIVE");
            resource.attributes().put("updated_at", Resource.time(when));
        }
    }

    /** With all that is below it. */
    private void remove(Resource gone) {
        gone.children().all().forEach(this::remove);
        byId.remove(gone.id());
        all.remove(gone);
        Resource owner = gone.owner();
        if (owner != null) {
            owner.children().remove(gone);
        }
        if (gone.kind() == Kind.LOAD_BALANCER) {
            deletedLoadBalancers.put(gone.id(), gone);
        }
        tellMembers(gone, 1);
        if (gone.kind() == Kind.POOL) {
            all(Kind.LISTENER, gone.loadBalancer())
                    .forEach(listener -> listener.attributes().replace("default_pool_id", gone.id(), null));
        }
    }

    private void tellMembers(Resource changed, int before) {
        Resource pool = changed.owner();
        if (changed.kind() == Kind.MEMBER && pool != null) {
            int now = all(Kind.MEMBER, pool).size();
            journal.holds(pool.id(), now + before, now);
        }
    }
}
