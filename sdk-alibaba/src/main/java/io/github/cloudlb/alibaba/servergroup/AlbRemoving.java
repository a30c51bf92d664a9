package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.internal.Present;
import io.github.cloudlb.alibaba.internal.Removing;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Request;

import java.util.List;
import java.util.function.Predicate;

/** How ALB removes servers from a group. */
record AlbRemoving(String serverGroupId) implements Removing {
    private static final int SERVERS_PER_PAGE = 100;

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
        List<Present> there = reader.stream(ListServerGroupServers.builder()
                        .serverGroupId(serverGroupId)
                        .maxResults(SERVERS_PER_PAGE)
                        .build())
                .map(one -> new Present(one.serverId(), one.port(), one.serverType(), one.serverIp()))
                .toList();
        return server -> there.stream().anyMatch(one -> one.is(server));
    }
}
