package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A server of a group as {@link AlbServer} or {@link NlbServer} has it.
 *
 * @param port 0 for a function, which has none
 * @param weight 0 for a function, which has none
 * @param status Available, or while a job runs Adding, Configuring, Removing, Replacing
 */
public record AlbBackend(String serverId, String serverType, int port, int weight, String status) {

    static AlbBackend of(Map<String, Object> server) {
        return new AlbBackend(
                String.valueOf(server.get("ServerId")),
                String.valueOf(server.get("ServerType")),
                number(server.get("Port")),
                number(server.get("Weight")),
                String.valueOf(server.get("Status")));
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
