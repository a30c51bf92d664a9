package io.github.cloudlb.alibaba.job;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Waits for the jobs of changes. All who wait on one client, on any number of threads, look together: once a second, ten
 * jobs a call.
 */
public interface JobWatcher {
    /** The same on another caller, such as one with options of its own; who waits on either looks together. */
    JobWatcher on(Caller other);

    /**
     * Waits until the job of a change has succeeded. There is nothing to wait for without a job, as after a dry run.
     *
     * @return the job as last seen
     * @throws WaitFailedException if it failed, with the job's code and text
     * @throws WaitTimeoutException if it did not come to an end in time
     */
    default Optional<Job> await(Accepted change, Duration limit) {
        return await(List.of(change), limit).stream().findFirst();
    }

    /**
     * Waits until the jobs of all changes have succeeded.
     *
     * @param limit how long to wait altogether
     * @return the jobs as last seen, in the order of the changes that have one
     * @throws WaitFailedException as soon as one failed, with that job's code and text; the others go on
     * @throws WaitTimeoutException if not all came to an end in time; says which did not
     */
    List<Job> await(Collection<? extends Accepted> changes, Duration limit);

    /** The jobs of changes as they are now, without those the service does not list. */
    List<Job> jobsOf(Collection<? extends Accepted> changes);
}
