import org.jspecify.annotations.NullMarked;

/** LBaaS v2.0 of OpenStack Octavia and Open Telekom Cloud. */
@NullMarked
module io.github.cloudlb.openstack {
    requires transitive io.github.cloudlb.core;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports io.github.cloudlb.openstack;
    exports io.github.cloudlb.openstack.amphora;
    exports io.github.cloudlb.openstack.availabilityzone;
    exports io.github.cloudlb.openstack.certificate;
    exports io.github.cloudlb.openstack.common;
    exports io.github.cloudlb.openstack.flavor;
    exports io.github.cloudlb.openstack.healthmonitor;
    exports io.github.cloudlb.openstack.l7policy;
    exports io.github.cloudlb.openstack.listener;
    exports io.github.cloudlb.openstack.loadbalancer;
    exports io.github.cloudlb.openstack.pool;
    exports io.github.cloudlb.openstack.provider;
    exports io.github.cloudlb.openstack.quota;
    exports io.github.cloudlb.openstack.tag;
    exports io.github.cloudlb.openstack.version;
    exports io.github.cloudlb.openstack.whitelist;
}
