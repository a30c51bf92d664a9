package io.github.cloudlb.alibaba.nlb.job;

import io.github.cloudlb.alibaba.internal.BoardWatcher;
import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.core.Caller;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The service's asynchronous tasks, and how to wait for them. Thread-safe. */
public final class Jobs extends JobOperations implements JobWatcher {
    private final BoardWatcher watcher;

    private Jobs(Caller caller, BoardWatcher watcher) {
        super(caller);
        this.watcher = watcher;
    }

    /** On any caller; who waits here looks apart from others. */
    public static Jobs of(Caller caller) {
        return new Jobs(
                caller,
                BoardWatcher.of(
                        caller, ids -> ListAsynJobs.builder().jobIds(ids).build()));
    }

    @Override
    public Jobs on(Caller other) {
        return new Jobs(other, watcher.on(other));
    }

    @Override
    public List<Job> await(Collection<? extends Accepted> changes, Duration limit) {
        return watcher.await(changes, limit);
    }

    @Override
    public List<Job> jobsOf(Collection<? extends Accepted> changes) {
        return watcher.jobsOf(changes);
    }
}
