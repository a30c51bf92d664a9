package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.internal.Removing;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Request;

import java.util.List;
import java.util.function.Predicate;

/** How ALB removes servers from a group. */
record AlbRemoving(String serverGroupId) implements Removing {
    @Override
    public Request<AcceptedJob> removal(List<ServerRef> servers, boolean dryRun, String clientToken) {
        return RemoveServersFromServerGroup.builder()
                .serverGroupId(serverGroupId)
                .servers(servers)
                .dryRun(dryRun)
                .clientToken(clientToken)
                .build();
    }

    @Override
    public Predicate<ServerRef> read(Caller reader) {
        return GroupServers.of(serverGroupId, reader)::have;
    }
}
