package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.SdkException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads back what became of servers that were to be removed. */
final class Outcome {
    private static final int SERVERS_PER_PAGE = 100;
    private static final Duration READ_BACK = Duration.ofSeconds(30);

    private final Caller caller;
    private final Jobs jobs;
    private final String serverGroupId;
    private final List<ServerChange.Call> accepted;
    private final List<ServerRef> alreadyGone;

    Outcome(
            Caller caller,
            Jobs jobs,
            String serverGroupId,
            List<ServerChange.Call> accepted,
            List<ServerRef> alreadyGone) {
        this.caller = caller;
        this.jobs = jobs;
        this.serverGroupId = serverGroupId;
        this.accepted = accepted;
        this.alreadyGone = alreadyGone;
    }

    /** Those that were to be removed and are still in the group. */
    List<ServerRef> remaining(Caller reader) {
        List<ServerGroupServer> there = servers(reader);
        return accepted.stream()
                .flatMap(call -> call.servers().stream())
                .filter(server -> isAmong(there, server))
                .toList();
    }

    /** Those of the servers that are surely not in the group; none if the group cannot be read. */
    List<ServerRef> goneOf(List<ServerRef> servers) {
        @Nullable List<ServerGroupServer> there = readBack();
        return there == null
                ? List.of()
                : servers.stream().filter(server -> !isAmong(there, server)).toList();
    }

    PartialRemovalException afterRefusal(SdkException failure, List<ServerRef> refused, List<ServerRef> unsent) {
        PartialRemovalException.Servers servers = new PartialRemovalException.Servers();
        @Nullable List<ServerGroupServer> there = readBack();
        sortAccepted(servers, there);
        for (ServerRef server : refused) {
            boolean certain = failure.applied() == Applied.NO;
            servers.add(server, there != null && !isAmong(there, server), certain);
        }
        unsent.forEach(server -> servers.add(server, there != null && !isAmong(there, server), true));
        return new PartialRemovalException(serverGroupId, servers, failure);
    }

    PartialRemovalException afterWait(SdkException failure) {
        PartialRemovalException.Servers servers = new PartialRemovalException.Servers();
        sortAccepted(servers, readBack());
        return new PartialRemovalException(serverGroupId, servers, failure);
    }

    private void sortAccepted(PartialRemovalException.Servers servers, @Nullable List<ServerGroupServer> there) {
        alreadyGone.forEach(server -> servers.add(server, true, true));
        Set<String> failedJobs = failedJobs();
        for (ServerChange.Call call : accepted) {
            boolean failed = call.jobId().filter(failedJobs::contains).isPresent();
            call.servers().forEach(server -> servers.add(server, there != null && !isAmong(there, server), failed));
        }
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

    private @Nullable List<ServerGroupServer> readBack() {
        try {
            return servers(shortly());
        } catch (SdkException unreadable) {
            return null;
        }
    }

    private Caller shortly() {
        return caller.with(CallOptions.limit(READ_BACK));
    }

    private List<ServerGroupServer> servers(Caller reader) {
        return reader.stream(ListServerGroupServers.builder()
                        .serverGroupId(serverGroupId)
                        .maxResults(SERVERS_PER_PAGE)
                        .build())
                .toList();
    }

    private static boolean isAmong(List<ServerGroupServer> there, ServerRef server) {
        return there.stream()
                .anyMatch(one -> one.serverId().equals(server.serverId())
                        && agree(one.port(), server.port())
                        && agree(one.serverType(), Optional.of(server.serverType()))
                        && agree(one.serverIp(), server.serverIp()));
    }

    /** What one side does not tell is no difference. */
    private static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
