package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.SdkException;

import java.util.ArrayList;
import java.util.List;

/**
 * A removal of servers that went wrong on its way. Tells for each server what became of it, by reading the group back.
 * Removing the same servers again finishes the work. {@link #applied()} is {@code YES} if some were removed and none is
 * in doubt.
 */
public final class PartialRemovalException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final transient Servers servers;

    PartialRemovalException(String serverGroupId, Servers servers, SdkException cause) {
        super(
                new Failure("servers of " + serverGroupId, cause.attempts(), servers.applied()),
                servers.summary() + ". " + cause.getMessage(),
                cause);
        this.servers = servers;
    }

    /** Those that are not in the group any more. */
    public List<ServerRef> removed() {
        return List.copyOf(servers.removed);
    }

    /** Those that are still in the group and will stay: refused, never asked for, or their job failed. */
    public List<ServerRef> notRemoved() {
        return List.copyOf(servers.notRemoved);
    }

    /** Those that were asked to be removed and may still go. */
    public List<ServerRef> unknown() {
        return List.copyOf(servers.unknown);
    }

    /** Gathers what became of each server. */
    static final class Servers {
        private final List<ServerRef> removed = new ArrayList<>();
        private final List<ServerRef> notRemoved = new ArrayList<>();
        private final List<ServerRef> unknown = new ArrayList<>();

        void add(ServerRef server, boolean gone, boolean stays) {
            (gone ? removed : stays ? notRemoved : unknown).add(server);
        }

        private Applied applied() {
            if (!unknown.isEmpty()) {
                return Applied.UNKNOWN;
            }
            return removed.isEmpty() ? Applied.NO : Applied.YES;
        }

        private String summary() {
            return removed.size() + " removed, " + notRemoved.size() + " not removed, " + unknown.size() + " unknown";
        }
    }
}
