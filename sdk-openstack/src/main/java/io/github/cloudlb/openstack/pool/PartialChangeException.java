package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.SdkException;

import java.util.List;

/**
 * A change of many members that took several calls, of which one failed. Making the same change again finishes the work.
 * The cause tells what went wrong; {@link #applied()} is {@code UNKNOWN} if the call that failed may have done something.
 */
public final class PartialChangeException extends SdkException {
    private static final long serialVersionUID = 1L;

    private final transient List<ChangedMember> changed;

    PartialChangeException(String poolId, List<ChangedMember> changed, int left, SdkException cause) {
        super(
                new Failure(
                        "members of pool " + poolId,
                        cause.attempts(),
                        cause.applied() == Applied.UNKNOWN ? Applied.UNKNOWN : Applied.YES),
                changed.size() + " changed, " + left + " not. " + cause.getMessage(),
                cause);
        this.changed = List.copyOf(changed);
    }

    /** Those that were changed before the failure. */
    public List<ChangedMember> changed() {
        return changed;
    }
}
