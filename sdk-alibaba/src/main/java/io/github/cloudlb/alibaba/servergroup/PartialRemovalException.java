package io.github.cloudlb.alibaba.servergroup;

import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.core.SdkException;

import java.util.List;

/**
 * A removal of servers that went wrong on its way. Tells for each server what became of it, by reading the group back.
 * Removing the same servers again finishes the work.
 */
public final class PartialRemovalException extends PartialChangeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ServerRef> removed;
    private final transient List<ServerRef> notRemoved;
    private final transient List<ServerRef> unknown;

    public PartialRemovalException(
            String serverGroupId,
            List<ServerRef> removed,
            List<ServerRef> notRemoved,
            List<ServerRef> unknown,
            SdkException cause) {
        super("servers of " + serverGroupId, "removed", removed, notRemoved, unknown, cause);
        this.removed = List.copyOf(removed);
        this.notRemoved = List.copyOf(notRemoved);
        this.unknown = List.copyOf(unknown);
    }

    /** Those that are not in the group any more. */
    public List<ServerRef> removed() {
        return removed;
    }

    /** Those that are still in the group and will stay: refused, never asked for, or their job failed. */
    public List<ServerRef> notRemoved() {
        return notRemoved;
    }

    /** Those that were asked to be removed and may still go. */
    @Override
    public List<ServerRef> unknown() {
        return unknown;
    }
}
