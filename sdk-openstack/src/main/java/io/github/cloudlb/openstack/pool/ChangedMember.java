package io.github.cloudlb.openstack.pool;

/**
 * What became of a member that a batch named, or removed because it did not.
 *
 * @param address as it was given, or as the service has it
 */
public record ChangedMember(String address, int protocolPort, Outcome outcome) {
    /** What a batch did. The service has accepted it; it may still be at work. */
    public enum Outcome {
        CREATED,
        UPDATED,
        /** It was as wanted before. */
        UNCHANGED,
        REMOVED
    }
}
