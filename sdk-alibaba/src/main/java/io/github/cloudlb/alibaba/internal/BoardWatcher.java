package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobWatcher;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Watches jobs by one board, whatever the service that has them. */
public final class BoardWatcher implements JobWatcher {
    private final Caller caller;
    private final JobBoard board;

    private BoardWatcher(Caller caller, JobBoard board) {
        this.caller = caller;
        this.board = board;
    }

    /**
     * With a board of its own.
     *
     * @param listing lists the jobs with some ids, ten at most
     */
    public static BoardWatcher of(Caller caller, Function<List<String>, Request<Page<Job>>> listing) {
        return new BoardWatcher(caller, new JobBoard(listing));
    }

    @Override
    public BoardWatcher on(Caller other) {
        return new BoardWatcher(other, board);
    }

    @Override
    public List<Job> await(Collection<? extends Accepted> changes, Duration limit) {
        Set<String> ids = ids(changes);
        return ids.isEmpty() ? List.of() : new JobWait(board, caller, ids).untilDone(limit);
    }

    @Override
    public List<Job> jobsOf(Collection<? extends Accepted> changes) {
        return board.ask(caller, List.copyOf(ids(changes)));
    }

    private static Set<String> ids(Collection<? extends Accepted> changes) {
        Set<String> ids = new LinkedHashSet<>();
        changes.forEach(change -> change.jobId().ifPresent(ids::add));
        return ids;
    }
}
