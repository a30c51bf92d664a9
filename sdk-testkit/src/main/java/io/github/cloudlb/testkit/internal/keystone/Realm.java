package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.OctaviaServer;

import java.util.List;

/**
 * What differs between clouds that have a Keystone.
 *
 * @param project name of the one project
 * @param services of the catalog
 */
public record Realm(String project, String region, List<Service> services) {
    public static final Realm OCTAVIA = new Realm(
            OctaviaServer.PROJECT,
            OctaviaServer.REGION,
            List.of(
                    new Service("identity", "keystone", "/identity/v3"),
                    new Service("load-balancer", "octavia", "/load-balancer")));

    /**
     * A service of the catalog.
     *
     * @param path on the server
     */
    public record Service(String type, String name, String path) {}
}
