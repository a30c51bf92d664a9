package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.internal.Present;
import io.github.cloudlb.core.Caller;

import java.util.List;
import java.util.Optional;

/** The servers of a group as they are now, to find those that a caller means. */
record GroupServers(List<ServerGroupServer> there) {
    private static final int PER_PAGE = 100;

    static GroupServers of(String serverGroupId, Caller caller) {
        return new GroupServers(caller.stream(ListServerGroupServers.builder()
                        .serverGroupId(serverGroupId)
                        .maxResults(PER_PAGE)
                        .build())
                .toList());
    }

    boolean have(ServerRef server) {
        return there.stream().anyMatch(one -> is(one, server));
    }

    /** With the weight and so on that it is to have, and not on its way out. */
    boolean have(ServerSpec server) {
        ServerRef which = ServerRef.builder()
                .serverId(server.serverId())
                .serverType(server.serverType())
                .port(server.port())
                .serverIp(server.serverIp())
                .build();
        return there.stream()
                .anyMatch(one -> is(one, which)
                        && Present.agree(one.weight(), server.weight())
                        && Present.agree(one.description(), server.description())
                        && Present.agree(one.remoteIpEnabled(), server.remoteIpEnabled())
                        && !one.status().equals(Optional.of(ServerStatus.REMOVING)));
    }

    long changing() {
        return there.stream()
                .filter(one -> one.status()
                        .filter(status -> !status.equals(ServerStatus.AVAILABLE))
                        .isPresent())
                .count();
    }

    private static boolean is(ServerGroupServer one, ServerRef server) {
        return new Present(one.serverId(), one.port(), one.serverType(), one.serverIp()).is(server);
    }
}
