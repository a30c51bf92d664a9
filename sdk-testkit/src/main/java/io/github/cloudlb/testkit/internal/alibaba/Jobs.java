package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.Journal;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Writes that have been accepted, and how they end. */
public final class Jobs {
    private static final int KEPT = 20_000;
    /** What lasts longer ends behind all times that can be told. */
    private static final Duration LONGEST = Duration.ofDays(365_250);

    private final InstantSource clock;
    private final Journal journal;
    private final Map<String, Job> byId = new LinkedHashMap<>();
    private final Map<String, List<Job>> byResource = new HashMap<>();
    private final PriorityQueue<Job> running = new PriorityQueue<>(Comparator.comparingLong(Job::ends));
    private int looks;
    private Duration duration = Duration.ZERO;
    private int started;
    private @Nullable RpcError nextFailure;

    Jobs(InstantSource clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** Jobs started from now on are Processing for that many looks, and at the next they are done. */
    public void takeLooks(int number) {
        looks = number;
    }

    /** Jobs started from now on last that long. */
    public void take(Duration time) {
        duration = time.compareTo(LONGEST) < 0 ? time : LONGEST;
    }

    /** The next job ends as Failed. */
    public void nextFails(String code, String message) {
        nextFailure = new RpcError(400, code, message);
    }

    /** Ends what has lasted long enough and needs no look for it. */
    public void settle() {
        long now = clock.millis();
        for (Job next = running.peek(); next != null && next.ends() <= now; next = running.peek()) {
            running.remove();
            end(next, now);
        }
    }

    /**
     * Begins a change; one that takes no looks and no time is done before its answer is sent.
     *
     * @param listed whether it has an id; a job that has none takes time, but no looks
     * @param endless it never ends
     */
    String start(String action, Change change, boolean listed, boolean endless) {
        String id = String.format("%08x-0000-4000-8000-%012x", 0x10b, ++started);
        long now = clock.millis();
        long ends = endless ? Long.MAX_VALUE : now + duration.toMillis();
        Job job = new Job(id, action, change, listed ? looks : 0, nextFailure, now, ends);
        nextFailure = null;
        if (listed) {
            keep(job);
        }
        change.begin().run();
        if (!job.needsLooks()) {
            running.add(job);
        }
        settle();
        return id;
    }

    @Nullable
    Job find(String id) {
        return byId.get(id);
    }

    /** In the order in which they were started. */
    Collection<Job> all() {
        return byId.values();
    }

    List<Job> of(String resourceId) {
        return byResource.getOrDefault(resourceId, List.of());
    }

    /** The job as somebody sees it who looks at it, which may be what ends it. */
    Job looked(Job job) {
        if (job.endsAtLook(clock.millis())) {
            end(job, clock.millis());
        }
        return job;
    }

    private void end(Job job, long now) {
        job.end(now);
        if (byId.containsKey(job.id())) {
            journal.note("job " + job.id() + ", " + job.action() + " of "
                    + job.subject().id() + ", is " + job.status());
        }
    }

    /** The oldest go when there are too many, so that a server may run for days. */
    private void keep(Job job) {
        byId.put(job.id(), job);
        byResource
                .computeIfAbsent(job.subject().id(), unseen -> new ArrayList<>())
                .add(job);
        if (byId.size() > KEPT) {
            Job oldest = byId.values().iterator().next();
            byId.remove(oldest.id());
            List<Job> others = byResource.get(oldest.subject().id());
            if (others != null && others.remove(oldest) && others.isEmpty()) {
                byResource.remove(oldest.subject().id());
            }
        }
    }
}
