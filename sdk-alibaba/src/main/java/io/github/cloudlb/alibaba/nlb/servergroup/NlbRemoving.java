package io.github.cloudlb.alibaba.nlb.servergroup;

import io.github.cloudlb.alibaba.internal.Present;
import io.github.cloudlb.alibaba.internal.Removing;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Request;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How NLB removes servers from a group. */
record NlbRemoving(String serverGroupId) implements Removing {
    private static final int SERVERS_PER_PAGE = 100;

    /** What no port means: the server is reached at any. */
    private static final int ANY_PORT = 0;

    @Override
    public Request<ServerGroupJob> removal(List<ServerRef> servers, boolean dryRun, String clientToken) {
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
                .map(one -> new Present(one.serverId(), port(one.port()), one.serverType(), one.serverIp()))
                .toList();
        return server -> there.stream().anyMatch(one -> one.port().equals(port(server.port())) && one.is(server));
    }

    private static Optional<Integer> port(Optional<Integer> port) {
        return Optional.of(port.orElse(ANY_PORT));
    }
}
