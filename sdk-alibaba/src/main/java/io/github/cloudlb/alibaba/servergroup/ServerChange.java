package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.Jobs;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;
import io.github.cloudlb.core.Waiter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A removal of servers that was accepted; it is done when all its jobs have succeeded and the servers are gone. */
public final class ServerChange {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Caller caller;
    private final Jobs jobs;
    private final String serverGroupId;
    private final boolean dryRun;
    private final List<Call> calls;
    private final List<ServerRef> alreadyGone;

    ServerChange(
            Caller caller,
            Jobs jobs,
            String serverGroupId,
            boolean dryRun,
            List<Call> calls,
            List<ServerRef> alreadyGone) {
        this.caller = caller;
        this.jobs = jobs;
        this.serverGroupId = serverGroupId;
        this.dryRun = dryRun;
        this.calls = List.copyOf(calls);
        this.alreadyGone = List.copyOf(alreadyGone);
    }

    /** The calls that were accepted, in order; none if all servers were gone already. */
    public List<Call> calls() {
        return calls;
    }

    /** Whether it was only checked. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** The servers that were not in the group any more when they were to be removed; no call of {@link #calls} has them. */
    public List<ServerRef> alreadyGone() {
        return alreadyGone;
    }

    /** The jobs that do it; none for a dry run. */
    public List<String> jobIds() {
        return calls.stream().flatMap(call -> call.jobId().stream()).toList();
    }

    /**
     * Waits until every job has succeeded and no server is in the group any more. Looks once a second. There is nothing
     * to wait for after a dry run, or if all servers were gone already.
     *
     * @param limit how long to wait altogether
     * @return the jobs, as last seen
     * @throws PartialRemovalException if a job failed, or not all is done in time; tells for each server what became of
     *     it. Its cause is a {@link WaitFailedException} with the job's code and text, or a {@link WaitTimeoutException}.
     */
    public List<Job> await(Duration limit) {
        if (dryRun || calls.isEmpty()) {
            return List.of();
        }
        Outcome outcome = new Outcome(caller, jobs, serverGroupId, calls, alreadyGone);
        Deadline deadline = Deadline.in(limit, caller.time());
        try {
            List<Job> done = jobs.await(calls, limit);
            awaitGone(outcome, deadline.left());
            return done;
        } catch (SdkException failure) {
            throw outcome.afterWait(failure);
        }
    }

    private void awaitGone(Outcome outcome, Duration limit) {
        Waiter.watchingWithin(left -> outcome.remaining(caller.with(CallOptions.limit(left))))
                .describedAs("servers of " + serverGroupId + " to be gone")
                .every(BETWEEN_LOOKS)
                .atMost(limit)
                .by(caller.time())
                .until(List::isEmpty);
    }

    @Override
    public String toString() {
        return "ServerChange{serverGroupId=" + serverGroupId + (dryRun ? ", dryRun" : "") + ", calls=" + calls.size()
                + ", jobIds=" + jobIds() + (alreadyGone.isEmpty() ? "" : ", alreadyGone=" + alreadyGone.size()) + "}";
    }

    /**
     * One call to the service.
     *
     * @param requestId what the service's support asks for
     * @param jobId what does it; empty for a dry run
     * @param clientToken by which the service knows the call when it is sent again
     */
    public record Call(String requestId, Optional<String> jobId, List<ServerRef> servers, String clientToken)
            implements Accepted {}
}
