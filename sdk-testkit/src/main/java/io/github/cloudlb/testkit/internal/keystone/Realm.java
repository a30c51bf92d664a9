package io.github.cloudlb.testkit.internal.keystone;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.octavia.Neutron;

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
                    new Service("load-balancer", "octavia", "/load-balancer"),
                    new Service("network", "neutron", Neutron.ENDPOINT)));

    /**
     * Its catalog names a version that its load balancers do not have.
     *
     * @see <a href="https://docs.otc.t-systems.com/regions-and-endpoints/">Regions and endpoints</a>
     */
    public static final Realm OTC = new Realm(
            OctaviaServer.OTC_PROJECT,
            OctaviaServer.OTC_PROJECT,
            List.of(new Service("identity", "iam", "/identity/v3"), new Service("elb", "loadbalance", "/v1.0")));

    /**
     * A service of the catalog.
     *
     * @param path on the server
     */
    public record Service(String type, String name, String path) {}
}
