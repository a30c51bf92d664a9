package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A removal of servers that was accepted; it is done when all its jobs have succeeded and the servers are gone. */
public interface ServerChange extends Change<Accepted> {
    /** The calls that were accepted, in order; none if all servers were gone already. */
    List<Call> calls();

    @Override
    default List<Accepted> answers() {
        return List.copyOf(calls());
    }

    /** The servers that were not in the group any more when they were to be removed; no call of {@link #calls} has them. */
    List<ServerRef> alreadyGone();

    @Override
    default List<String> jobIds() {
        return calls().stream().flatMap(call -> call.jobId().stream()).toList();
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
    @Override
    List<Job> await(Duration limit);

    /**
     * One call to the service.
     *
     * @param requestId what the service's support asks for
     * @param jobId what does it; empty for a dry run
     * @param clientToken by which the service knows the call when it is sent again
     */
    record Call(String requestId, Optional<String> jobId, List<ServerRef> servers, String clientToken)
            implements Accepted {}
}
