package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.internal.JobBoard.Sighting;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Waiter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A wait for jobs, from look to look. Used once. */
final class JobWait {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final JobBoard board;
    private final Caller caller;
    private final List<String> ids;
    private final Set<String> left;
    private final Map<String, Job> seen = new LinkedHashMap<>();
    private long look;

    JobWait(JobBoard board, Caller caller, Set<String> ids) {
        this.board = board;
        this.caller = caller;
        this.ids = List.copyOf(ids);
        this.left = new LinkedHashSet<>(ids);
    }

    /** The jobs in the order of their ids, when all have succeeded. */
    List<Job> untilDone(Duration limit) {
        left.forEach(board::enter);
        try {
            Waiter.watchingWithin(this::looked)
                    .describedAs(ids.size() == 1 ? "job " + ids.get(0) : ids.size() + " jobs")
                    .every(BETWEEN_LOOKS)
                    .atMost(limit)
                    .by(caller.time())
                    .failingOn(JobWait::hasFailed)
                    .until(JobWait::isOver);
            return ids.stream().map(seen::get).toList();
        } finally {
            left.forEach(board::leave);
        }
    }

    private JobWait looked(Duration time) {
        List<String> asked = List.copyOf(left);
        Map<String, Sighting> sightings = WhileOpen.get("jobs " + asked, () -> board.newer(asked, look, caller, time));
        sightings.forEach((id, sighting) -> {
            look = Math.max(look, sighting.look());
            sighting.job().ifPresent(job -> seen.put(id, job));
            if (sighting.job().filter(JobWait::isDone).isPresent()) {
                left.remove(id);
                board.leave(id);
            }
        });
        return this;
    }

    private boolean isOver() {
        return left.isEmpty();
    }

    private boolean hasFailed() {
        return seen.values().stream().anyMatch(JobWait::isFailed);
    }

    private static boolean isDone(Job job) {
        return job.status().equals(JobStatus.SUCCEEDED);
    }

    private static boolean isFailed(Job job) {
        return job.status().equals(JobStatus.FAILED);
    }

    /** Only what has not succeeded: what failed first, in the service's words. */
    @Override
    public String toString() {
        int done = ids.size() - left.size();
        Stream<String> failed = seen.values().stream().filter(JobWait::isFailed).map(JobWait::failure);
        Stream<String> others = left.stream()
                .filter(id -> !seen.containsKey(id) || !isFailed(seen.get(id)))
                .map(id -> id + " " + (seen.containsKey(id) ? seen.get(id).status() : "not listed"));
        return Stream.of(failed, others, done == 0 ? Stream.<String>of() : Stream.of(done + " Succeeded"))
                .flatMap(told -> told)
                .collect(Collectors.joining(", "));
    }

    private static String failure(Job job) {
        return job.id() + " " + job.status()
                + job.apiName().map(name -> " (" + name + ")").orElse("") + ": "
                + job.errorCode().orElse("no code") + ": " + job.errorMessage().orElse("no text");
    }
}
