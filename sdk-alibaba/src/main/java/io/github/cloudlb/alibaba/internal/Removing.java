package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Request;

import java.util.List;
import java.util.function.Predicate;

/** How one service removes servers from one group. */
public interface Removing {
    /** The id of the group. */
    String serverGroupId();

    /** Removes these, or only checks whether they can be. */
    Request<? extends Accepted> removal(List<ServerRef> servers, boolean dryRun, String clientToken);

    /** Reads the group, and tells then whether a server is in it. */
    Predicate<ServerRef> read(Caller reader);
}
