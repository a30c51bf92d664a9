package io.github.cloudlb.testkit.internal.octavia;

import java.util.List;

/**
 * A part of a landscape.
 *
 * @param name under which it is written down
 * @param many whether there may be several
 */
record Branch(String name, Kind kind, boolean many) {
    /** In the order in which they need each other. */
    static final List<Branch> TOP = List.of(
            new Branch("flavor_profiles", Kind.FLAVOR_PROFILE, true),
            new Branch("flavors", Kind.FLAVOR, true),
            new Branch("availability_zone_profiles", Kind.ZONE_PROFILE, true),
            new Branch("availability_zones", Kind.ZONE, true),
            new Branch("load_balancers", Kind.LOAD_BALANCER, true));

    private static final List<Branch> OF_LOAD_BALANCERS =
            List.of(new Branch("pools", Kind.POOL, true), new Branch("listeners", Kind.LISTENER, true));
    private static final List<Branch> OF_POOLS =
            List.of(new Branch("members", Kind.MEMBER, true), new Branch("healthmonitor", Kind.HEALTH_MONITOR, false));
    private static final List<Branch> OF_LISTENERS = List.of(new Branch("l7policies", Kind.L7_POLICY, true));
    private static final List<Branch> OF_POLICIES = List.of(new Branch("rules", Kind.L7_RULE, true));

    /** Refuses an owner that cannot have such. */
    static void checkOwner(Resource owner, Kind kind) {
        if (below(owner.kind()).stream().noneMatch(branch -> branch.kind() == kind)) {
            throw new IllegalArgumentException("A " + kind.title() + " does not belong to a "
                    + owner.kind().title() + " such as " + owner.id());
        }
    }

    /** What is written within a resource of a kind. */
    static List<Branch> below(Kind kind) {
        return switch (kind) {
            case LOAD_BALANCER -> OF_LOAD_BALANCERS;
            case POOL -> OF_POOLS;
            case LISTENER -> OF_LISTENERS;
            case L7_POLICY -> OF_POLICIES;
            default -> List.of();
        };
    }
}
