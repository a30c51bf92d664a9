package io.github.cloudlb.core;

/** Whether a failed call changed something at the service. */
public enum Applied {
    /** The service did it, though the call failed afterwards. */
    YES,
    /** Nothing was changed: refused, never sent, or a call that only reads. */
    NO,
    /** It may have been done, now or later: read before deciding what to do. */
    UNKNOWN
}
