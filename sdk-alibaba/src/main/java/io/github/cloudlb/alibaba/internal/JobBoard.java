package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.wire.Parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where all who wait for jobs of one client look. Whoever finds nothing newer than what it saw before asks the service
 * for the jobs of all, ten in a call; the others read what it wrote down. One that fails at it, is interrupted or has no
 * time left leaves asking to the next.
 */
final class JobBoard {
    /** The service takes no more ids in one call. */
    static final int PER_CALL = 10;

    private final Function<List<String>, Request<Page<Job>>> listing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Integer> waitedFor = new LinkedHashMap<>();
    private final Map<String, Sighting> sightings = new HashMap<>();
    private long looks;
    private boolean looking;

    JobBoard(Function<List<String>, Request<Page<Job>>> listing) {
        this.listing = listing;
    }

    /** Begins to wait for a job. */
    void enter(String id) {
        locked(() -> waitedFor.merge(id, 1, Integer::sum));
    }

    /** Has to come once for each {@link #enter}. */
    void leave(String id) {
        locked(() -> {
            if (waitedFor.computeIfPresent(id, (key, waiters) -> waiters == 1 ? null : waiters - 1) == null) {
                sightings.remove(id);
            }
        });
    }

    /**
     * What is known of jobs, newer than a look; older if another thread's look takes longer than there is time.
     *
     * @param than number of that look; 0 if it is the first
     */
    Map<String, Sighting> newer(Collection<String> ids, long than, Caller caller, Duration left) {
        if (begins(ids, than, left)) {
            try {
                look(new LinkedHashSet<>(ids), than > 0, caller.together(left));
            } finally {
                locked(() -> {
                    looking = false;
                    changed.signalAll();
                });
            }
        }
        lock.lock();
        try {
            return known(ids);
        } finally {
            lock.unlock();
        }
    }

    /** Waits while another thread looks; true if it did not look at all of these. */
    private boolean begins(Collection<String> ids, long than, Duration left) {
        lock.lock();
        try {
            long nanos = left.toNanos();
            while (!isNewer(ids, than)) {
                if (!looking) {
                    looking = true;
                    return true;
                }
                if (nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(new Failure("jobs " + ids, 0, Applied.NO), "the thread was interrupted");
        } finally {
            lock.unlock();
        }
    }

    private boolean isNewer(Collection<String> ids, long than) {
        Map<String, Sighting> known = known(ids);
        return ids.stream()
                .allMatch(id -> known.containsKey(id) && known.get(id).look() > than);
    }

    private Map<String, Sighting> known(Collection<String> ids) {
        Map<String, Sighting> known = new LinkedHashMap<>(sightings);
        known.keySet().retainAll(ids);
        return known;
    }

    /** Who has just come asks for its own, and for what fits into the same calls; later, for all. */
    private void look(LinkedHashSet<String> own, boolean forAll, Caller caller) {
        List<String> ids = new ArrayList<>(own);
        locked(() -> {
            looks++;
            List<String> others = waitedFor.keySet().stream()
                    .filter(id -> !own.contains(id))
                    .sorted(Comparator.comparing(this::lastSeen))
                    .toList();
            int room = (PER_CALL - own.size() % PER_CALL) % PER_CALL;
            ids.addAll(forAll ? others : others.subList(0, Math.min(room, others.size())));
        });
        for (List<String> some : Parts.of(ids, PER_CALL)) {
            try {
                note(some, ask(caller, some));
            } catch (SdkException failure) {
                // It may be the fault of others' ids.
                List<String> mine = some.stream().filter(own::contains).toList();
                if (mine.size() == some.size()) {
                    throw failure;
                } else if (!mine.isEmpty()) {
                    note(mine, ask(caller, mine));
                }
            }
        }
    }

    private long lastSeen(String id) {
        Sighting sighting = sightings.get(id);
        return sighting == null ? 0 : sighting.look();
    }

    private void note(List<String> asked, List<Job> jobs) {
        Map<String, Job> byId = jobs.stream().collect(Collectors.toMap(Job::id, job -> job, (one, same) -> one));
        locked(() -> {
            for (String id : asked) {
                if (waitedFor.containsKey(id)) {
                    sightings.put(id, new Sighting(looks, Optional.ofNullable(byId.get(id))));
                }
            }
            changed.signalAll();
        });
    }

    /** Asks the service, as many ids at a time as it takes. */
    List<Job> ask(Caller caller, List<String> ids) {
        return Parts.of(ids, PER_CALL).stream()
                .flatMap(some -> caller.stream(listing.apply(some)))
                .toList();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was seen of a job.
     *
     * @param look number of the look
     * @param job empty if the service did not list it
     */
    record Sighting(long look, Optional<Job> job) {}
}
