package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was accepted of a change, call by call, and what became of it. */
public final class Sent<T, R extends Request<A>, A> implements Change<A> {
    private static final Duration READ_BACK = Duration.ofSeconds(30);

    private final Split<T, R, A> split;
    private final List<Part<T, R, A>> parts = new ArrayList<>();
    private final List<T> settled = new ArrayList<>();

    Sent(Split<T, R, A> split) {
        this.split = split;
    }

    void accepted(R request, List<T> things, A answer) {
        parts.add(new Part<>(request, things, answer));
    }

    void settled(List<T> before) {
        settled.addAll(before);
    }

    /** The calls that were accepted, in order. */
    public List<Part<T, R, A>> parts() {
        return List.copyOf(parts);
    }

    /** The things that were as wanted before. */
    public List<T> settled() {
        return List.copyOf(settled);
    }

    @Override
    public List<A> answers() {
        return parts.stream().map(Part::answer).toList();
    }

    @Override
    public boolean isDryRun() {
        return split.dryRun;
    }

    @Override
    public List<String> jobIds() {
        return parts.stream().flatMap(part -> part.jobId().stream()).toList();
    }

    @Override
    public List<Job> await(Duration limit) {
        try {
            return split.dryRun ? List.of() : split.jobs.await(withJobs(), limit);
        } catch (SdkException failure) {
            throw explained(failure);
        }
    }

    private List<Accepted> withJobs() {
        return parts.stream()
                .map(Part::answer)
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .toList();
    }

    /** Whether nothing was changed so far, whatever was asked for. */
    boolean isUntouchedBy(SdkException failure) {
        return split.dryRun || parts.isEmpty() && failure.applied() == Applied.NO;
    }

    /** Those of the things that are surely as wanted; none if that cannot be read. */
    List<T> readBack(List<T> things) {
        Predicate<T> asWanted = asWanted();
        return asWanted == null ? List.of() : things.stream().filter(asWanted).toList();
    }

    /** What became of each thing after a wait. */
    public PartialChangeException explained(SdkException failure) {
        return explained(failure, List.of(), List.of());
    }

    /** The same after a call that failed; {@code left} begins with its things. */
    PartialChangeException explained(SdkException failure, List<T> refused, List<T> left) {
        Fates<T> fates = new Fates<>(asWanted());
        fates.done.addAll(settled);
        Map<String, JobStatus> jobs = jobs();
        parts.forEach(part -> fates.add(part.things(), fate(part, jobs)));
        fates.add(refused, failure.applied() == Applied.NO ? Fate.NOT_DONE : Fate.UNKNOWN);
        fates.add(left.subList(refused.size(), left.size()), Fate.NOT_DONE);
        return split.failing.of(split.of, fates.done, fates.notDone, fates.unknown, failure);
    }

    /** A job that has succeeded is no proof where the things themselves can be looked at. */
    private Fate fate(Part<T, R, A> part, Map<String, JobStatus> jobs) {
        JobStatus status = part.jobId().map(jobs::get).orElse(null);
        if (JobStatus.FAILED.equals(status)) {
            return Fate.NOT_DONE;
        }
        boolean over = part.jobId().isEmpty() || JobStatus.SUCCEEDED.equals(status);
        return over && split.asWanted == null ? Fate.DONE : Fate.UNKNOWN;
    }

    private Map<String, JobStatus> jobs() {
        try {
            return WhileOpen.get(split.of, () -> split.jobs.on(shortly()).jobsOf(withJobs())).stream()
                    .collect(Collectors.toMap(Job::id, Job::status, (one, same) -> one));
        } catch (SdkException unreadable) {
            return Map.of();
        }
    }

    private @Nullable Predicate<T> asWanted() {
        Function<Caller, Predicate<T>> read = split.asWanted;
        try {
            return read == null ? null : WhileOpen.get(split.of, () -> read.apply(shortly()));
        } catch (SdkException unreadable) {
            return null;
        }
    }

    private Caller shortly() {
        return split.caller.together(READ_BACK);
    }

    @Override
    public String toString() {
        return "Change{of=" + split.of + (split.dryRun ? ", dryRun" : "") + ", calls=" + parts.size() + ", jobIds="
                + jobIds() + (settled.isEmpty() ? "" : ", settled=" + settled.size()) + "}";
    }

    /** One call. */
    public record Part<T, R, A>(R request, List<T> things, A answer) {
        Optional<String> jobId() {
            return answer instanceof Accepted accepted ? accepted.jobId() : Optional.empty();
        }
    }

    private enum Fate {
        DONE,
        NOT_DONE,
        UNKNOWN
    }

    /** Sorts things by what became of them. */
    private static final class Fates<T> {
        private final @Nullable Predicate<T> asWanted;
        private final List<T> done = new ArrayList<>();
        private final List<T> notDone = new ArrayList<>();
        private final List<T> unknown = new ArrayList<>();

        Fates(@Nullable Predicate<T> asWanted) {
            this.asWanted = asWanted;
        }

        void add(List<T> things, Fate otherwise) {
            for (T thing : things) {
                Fate fate = asWanted != null && asWanted.test(thing) ? Fate.DONE : otherwise;
                (fate == Fate.DONE ? done : fate == Fate.NOT_DONE ? notDone : unknown).add(thing);
            }
        }
    }
}
