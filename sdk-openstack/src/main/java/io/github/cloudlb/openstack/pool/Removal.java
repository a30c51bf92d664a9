package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.NotFoundException;

/** What the removal of a member did. */
public enum Removal {
    /** The service has accepted to remove it, or did so at an earlier attempt of the same call. */
    REMOVED,
    /** It was not there any more. */
    ALREADY_GONE;

    /** Of a member that is gone: an attempt whose answer was lost may have removed it. */
    static Removal of(NotFoundException gone) {
        return gone.applied() == Applied.UNKNOWN ? REMOVED : ALREADY_GONE;
    }
}
