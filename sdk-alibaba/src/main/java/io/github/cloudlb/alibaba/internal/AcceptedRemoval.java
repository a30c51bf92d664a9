package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Deadline;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.Waiter;

import java.time.Duration;
import java.util.List;

/** A removal of servers after its last call. */
final class AcceptedRemoval implements ServerChange {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Outcome outcome;
    private final Caller caller;
    private final JobWatcher jobs;
    private final boolean dryRun;

    AcceptedRemoval(Outcome outcome, Caller caller, JobWatcher jobs, boolean dryRun) {
        this.outcome = outcome;
        this.caller = caller;
        this.jobs = jobs;
        this.dryRun = dryRun;
    }

    @Override
    public List<Call> calls() {
        return outcome.accepted();
    }

    @Override
    public boolean isDryRun() {
        return dryRun;
    }

    @Override
    public List<ServerRef> alreadyGone() {
        return outcome.alreadyGone();
    }

    @Override
    public List<Job> await(Duration limit) {
        if (dryRun || calls().isEmpty()) {
            return List.of();
        }
        Deadline deadline = Deadline.in(limit, caller.time());
        try {
            List<Job> done = jobs.await(calls(), limit);
            awaitGone(deadline.left());
            return done;
        } catch (SdkException failure) {
            throw outcome.afterWait(failure);
        }
    }

    private void awaitGone(Duration limit) {
        Waiter.watchingWithin(left -> outcome.remaining(caller.with(CallOptions.limit(left))))
                .describedAs("servers of " + outcome.serverGroupId() + " to be gone")
                .every(BETWEEN_LOOKS)
                .atMost(limit)
                .by(caller.time())
                .until(List::isEmpty);
    }

    @Override
    public String toString() {
        return "ServerChange{serverGroupId=" + outcome.serverGroupId() + (dryRun ? ", dryRun" : "") + ", calls="
                + calls().size() + ", jobIds=" + jobIds()
                + (alreadyGone().isEmpty()
                        ? ""
                        : ", alreadyGone=" + alreadyGone().size()) + "}";
    }
}
