package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads back what became of servers that were to be removed. */
final class Outcome {
    private static final Duration READ_BACK = Duration.ofSeconds(30);

    private final Removing how;
    private final Caller caller;
    private final JobWatcher jobs;
    private final List<ServerChange.Call> accepted;
    private final List<ServerRef> alreadyGone;

    Outcome(
            Removing how,
            Caller caller,
            JobWatcher jobs,
            List<ServerChange.Call> accepted,
            List<ServerRef> alreadyGone) {
        this.how = how;
        this.caller = caller;
        this.jobs = jobs;
        this.accepted = List.copyOf(accepted);
        this.alreadyGone = List.copyOf(alreadyGone);
    }

    String serverGroupId() {
        return how.serverGroupId();
    }

    List<ServerChange.Call> accepted() {
        return accepted;
    }

    List<ServerRef> alreadyGone() {
        return alreadyGone;
    }

    /** Those that were to be removed and are still in the group. */
    List<ServerRef> remaining(Caller reader) {
        Predicate<ServerRef> there = how.read(reader);
        return accepted.stream()
                .flatMap(call -> call.servers().stream())
                .filter(there)
                .toList();
    }

    /** Those of the servers that are surely not in the group; none if the group cannot be read. */
    List<ServerRef> goneOf(List<ServerRef> servers) {
        return servers.stream().filter(gone()).toList();
    }

    PartialRemovalException afterRefusal(SdkException failure, List<ServerRef> refused, List<ServerRef> unsent) {
        Predicate<ServerRef> gone = gone();
        Sorted sorted = accepted(gone);
        refused.forEach(server -> sorted.add(server, gone.test(server), failure.applied() == Applied.NO));
        unsent.forEach(server -> sorted.add(server, gone.test(server), true));
        return sorted.exception(serverGroupId(), failure);
    }

    PartialRemovalException afterWait(SdkException failure) {
        return accepted(gone()).exception(serverGroupId(), failure);
    }

    private Sorted accepted(Predicate<ServerRef> gone) {
        Sorted sorted = new Sorted();
        alreadyGone.forEach(server -> sorted.add(server, true, true));
        Set<String> failedJobs = failedJobs();
        for (ServerChange.Call call : accepted) {
            boolean failed = call.jobId().filter(failedJobs::contains).isPresent();
            call.servers().forEach(server -> sorted.add(server, gone.test(server), failed));
        }
        return sorted;
    }

    private Set<String> failedJobs() {
        try {
            return jobs.on(shortly()).jobsOf(accepted).stream()
                    .filter(job -> job.status().equals(JobStatus.FAILED))
                    .map(Job::id)
                    .collect(Collectors.toSet());
        } catch (SdkException unreadable) {
            return Set.of();
        }
    }

    /** Whether a server is surely not in the group; of none if the group cannot be read. */
    private Predicate<ServerRef> gone() {
        try {
            return Predicate.not(how.read(shortly()));
        } catch (SdkException unreadable) {
            return server -> false;
        }
    }

    private Caller shortly() {
        return caller.with(CallOptions.limit(READ_BACK));
    }

    /** Servers by what became of them. */
    private static final class Sorted {
        private final List<ServerRef> removed = new ArrayList<>();
        private final List<ServerRef> notRemoved = new ArrayList<>();
        private final List<ServerRef> unknown = new ArrayList<>();

        void add(ServerRef server, boolean gone, boolean stays) {
            (gone ? removed : stays ? notRemoved : unknown).add(server);
        }

        PartialRemovalException exception(String serverGroupId, SdkException cause) {
            return new PartialRemovalException(serverGroupId, removed, notRemoved, unknown, cause);
        }
    }
}
