package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Dialect;

/**
 * Which cloud's variant of LBaaS v2.0 is spoken.
 *
 * @param name as the API's tables have it
 */
public record LbaasDialect(String name) implements Dialect {
    /** OpenStack Octavia. */
    public static final LbaasDialect OCTAVIA = new LbaasDialect("octavia");

    /** Open Telekom Cloud, shared load balancers. */
    public static final LbaasDialect OTC = new LbaasDialect("otc");

    @Override
    public String toString() {
        return name;
    }
}
