package io.github.cloudlb.openstack.pool;

/** What the removal of a member did. */
public enum Removal {
    /** The service has accepted to remove it, or did so at an earlier attempt of the same call. */
    REMOVED,
    /** It was not there any more. */
    ALREADY_GONE
}
