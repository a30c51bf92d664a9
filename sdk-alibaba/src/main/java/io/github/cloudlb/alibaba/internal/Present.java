package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerType;

import java.util.Optional;

/** A server of a group, by what tells it from others. */
public record Present(String serverId, Optional<Integer> port, Optional<ServerType> type, Optional<String> ip) {
    /** Whether it is this one. What one side does not tell is no difference. */
    public boolean is(ServerRef server) {
        return serverId.equals(server.serverId())
                && agree(port, server.port())
                && agree(type, Optional.of(server.serverType()))
                && agree(ip, server.serverIp());
    }

    /** Whether both are the same, as far as both are told. */
    public static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
