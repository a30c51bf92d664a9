package io.github.cloudlb.alibaba.change;

import io.github.cloudlb.alibaba.job.Job;

import java.time.Duration;
import java.util.List;

/**
 * A change that was accepted, in as many calls as it took.
 *
 * @param <A> the answer to each call
 */
public interface Change<A> {
    /** What the service answered to each call, in order; none if all was as wanted before. */
    List<A> answers();

    /** Whether it was only checked. */
    boolean isDryRun();

    /** The jobs that do it; none for a dry run, or where the service needs none. */
    List<String> jobIds();

    /**
     * Waits until every job has succeeded. There is nothing to wait for without jobs, as after a dry run.
     *
     * @param limit how long to wait altogether
     * @return the jobs, as last seen
     * @throws PartialChangeException if a job failed, or not all is done in time; tells what became of each thing. Its
     *     cause is a {@code WaitFailedException} with the job's code and text, or a {@code WaitTimeoutException}.
     */
    List<Job> await(Duration limit);
}
