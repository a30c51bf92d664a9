package io.github.cloudlb.testkit.internal.otc;

import java.util.List;

/**
 * What hangs where in a written landscape.
 *
 * @param name of the list, or of the object if there is one at most
 * @param owner attribute by which a client names what it belongs to; empty if the path does
 */
record Branch(String name, OtcKind kind, boolean many, String owner) {
    /** In the order in which they can be built: a certificate before what names it. */
    static final List<Branch> TOP = List.of(
            new Branch("certificates", OtcKind.CERTIFICATE, true, ""),
            new Branch("load_balancers", OtcKind.LOAD_BALANCER, true, ""));

    static List<Branch> below(OtcKind kind) {
        return switch (kind) {
            case LOAD_BALANCER ->
                List.of(
                        new Branch("pools", OtcKind.POOL, true, "loadbalancer_id"),
                        new Branch("listeners", OtcKind.LISTENER, true, "loadbalancer_id"));
            case POOL ->
                List.of(
                        new Branch("healthmonitor", OtcKind.HEALTH_MONITOR, false, "pool_id"),
                        new Branch("members", OtcKind.MEMBER, true, ""));
            case LISTENER ->
                List.of(
                        new Branch("whitelist", OtcKind.WHITELIST, false, "listener_id"),
                        new Branch("l7policies", OtcKind.L7_POLICY, true, "listener_id"));
            case L7_POLICY -> List.of(new Branch("rules", OtcKind.L7_RULE, true, ""));
            default -> List.of();
        };
    }
}
