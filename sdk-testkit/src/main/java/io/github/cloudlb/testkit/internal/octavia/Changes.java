package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.Journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Until when each load balancer is locked, and what becomes of its tree then. */
public final class Changes {
    private static final Set<Kind> MEASURED = Set.of(Kind.HEALTH_MONITOR, Kind.L7_POLICY, Kind.L7_RULE);

    private final InstantSource clock;
    private final Journal journal;
    private final Consumer<Resource> removal;
    private final Map<Resource, Lock> locks = new LinkedHashMap<>();
    private final Set<Resource> stuck = new HashSet<>();
    private Duration lockAfterWrite = Duration.ZERO;

    Changes(InstantSource clock, Journal journal, Consumer<Resource> removal) {
        this.clock = clock;
        this.journal = journal;
        this.removal = removal;
    }

    private record Lock(Instant since, Instant until) {
        boolean isSeen() {
            return until.isAfter(since);
        }
    }

    public void lockAfterWrite(Duration duration) {
        lockAfterWrite = duration;
    }

    /** Locks a load balancer for as long as a write takes. */
    public void lock(Resource loadBalancer) {
        lock(loadBalancer, lockAfterWrite);
    }

    /** A stranger comes too late if it is being deleted. */
    public void lockByStranger(Resource loadBalancer, Duration duration) {
        if (loadBalancer.kind() != Kind.LOAD_BALANCER) {
            throw new IllegalArgumentException(loadBalancer.id() + " is no load balancer");
        }
        if (!loadBalancer.status().equals("PENDING_DELETE")) {
            loadBalancer.becomes("PENDING_UPDATE");
            lock(loadBalancer, duration);
        }
    }

    private void lock(Resource loadBalancer, Duration duration) {
        Instant now = clock.instant();
        locks.put(loadBalancer, new Lock(now, now.plus(duration)));
    }

    /** For good: nothing but a status set from outside ends it. */
    public void jam(Resource loadBalancer) {
        locks.remove(loadBalancer);
    }

    /** The next change of the member does not end, until its status is set. */
    public void stick(Resource member) {
        stuck.add(member);
    }

    /** From outside; what hung on a stuck member goes on. */
    public void setStatus(Resource resource, String status) {
        resource.becomes(status);
        if (stuck.remove(resource)) {
            lock(resource.loadBalancer(), Duration.ZERO);
        }
    }

    /** Carries out what is due: what was pending becomes active or disappears. */
    public void settle() {
        if (locks.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (Map.Entry<Resource, Lock> entry : List.copyOf(locks.entrySet())) {
            if (!now.isBefore(entry.getValue().until())) {
                locks.remove(entry.getKey());
                settle(entry.getKey(), entry.getValue());
            }
        }
    }

    private void settle(Resource loadBalancer, Lock lock) {
        Set<Resource> waiting = waitingForStuck(loadBalancer);
        Map<Resource, Integer> before = new LinkedHashMap<>();
        String then = Resource.time(lock.until());
        for (Resource resource : List.copyOf(loadBalancer.pending())) {
            if (waiting.contains(resource)) {
                continue;
            }
            if (resource.status().equals("PENDING_DELETE")) {
                count(resource, before);
                removal.accept(resource);
            } else if (resource.isPending()) {
                resource.becomes("ACTIVE");
                resource.attributes().put("updated_at", then);
                if (MEASURED.contains(resource.kind())) {
                    resource.attributes().put("operating_status", "ONLINE");
                }
            }
        }
        before.forEach((pool, members) -> journal.holds(
                pool.id(), members, pool.children().of(Kind.MEMBER).size()));
        if (lock.isSeen() && !loadBalancer.isPending()) {
            journal.note(
                    loadBalancer.kind().title() + " " + loadBalancer.text("name") + " is " + loadBalancer.status());
        }
    }

    /** How many members there were in the pools that lose some. */
    private static void count(Resource going, Map<Resource, Integer> before) {
        Resource owner = going.owner();
        if (going.kind() == Kind.MEMBER && owner != null) {
            before.putIfAbsent(owner, owner.children().of(Kind.MEMBER).size());
        } else if (going.kind() == Kind.POOL) {
            before.putIfAbsent(going, going.children().of(Kind.MEMBER).size());
        } else {
            going.children().of(Kind.POOL).forEach(pool -> count(pool, before));
        }
    }

    /** Members that are stuck in a change, and what is above them. */
    private Set<Resource> waitingForStuck(Resource loadBalancer) {
        if (stuck.isEmpty()) {
            return Set.of();
        }
        Set<Resource> waiting = new LinkedHashSet<>();
        for (Resource resource : loadBalancer.pending()) {
            if (stuck.contains(resource)) {
                waiting.add(resource);
                Resource pool = resource.owner();
                if (pool != null) {
                    waiting.add(pool);
                }
                waiting.add(loadBalancer);
            }
        }
        return waiting;
    }
}
