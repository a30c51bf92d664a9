package io.github.cloudlb.alibaba.job;

import java.util.Optional;

/** The answer to a change that was accepted, not done: its job does it. */
public interface Accepted {
    /** What the service's support asks for. */
    String requestId();

    /** The id of the job that does it; empty if nothing is to be done, as after a dry run that was passed. */
    Optional<String> jobId();
}
