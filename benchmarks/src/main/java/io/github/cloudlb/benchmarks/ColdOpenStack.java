package io.github.cloudlb.benchmarks;

import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.pool.Removal;

import java.net.URI;

/** JVM start to first answer of Octavia, with a given token. */
final class ColdOpenStack {
    private ColdOpenStack() {}

    public static void main(String[] args) {
        try (OpenStackClient openstack = Clients.openStack(URI.create(args[0])).build()) {
            Removal removal = openstack.pools().removeMember(Texts.POOL, Texts.MEMBER);
            Runtime.getRuntime().halt(removal == Removal.REMOVED ? 0 : 1);
        }
    }
}
