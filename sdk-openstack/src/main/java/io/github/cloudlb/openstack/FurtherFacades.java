package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Client;
import io.github.cloudlb.openstack.amphora.Amphorae;
import io.github.cloudlb.openstack.availabilityzone.AvailabilityZones;
import io.github.cloudlb.openstack.certificate.Certificates;
import io.github.cloudlb.openstack.flavor.Flavors;
import io.github.cloudlb.openstack.provider.Providers;
import io.github.cloudlb.openstack.tag.Tags;
import io.github.cloudlb.openstack.whitelist.Whitelists;

/** The facades that fewer callers want: those for administrators of Octavia, and those that Open Telekom Cloud alone has. */
abstract class FurtherFacades extends Client {
    FurtherFacades(Caller caller, Resources resources) {
        super(caller, resources);
    }

    /** Providers: the drivers that load balancers are made with. */
    public Providers providers() {
        return Providers.of(caller());
    }

    /** Flavors and their profiles. */
    public Flavors flavors() {
        return Flavors.of(caller());
    }

    /** Availability zones and their profiles. */
    public AvailabilityZones availabilityZones() {
        return AvailabilityZones.of(caller());
    }

    /** Amphorae: the machines that the provider of that name balances with. */
    public Amphorae amphorae() {
        return Amphorae.of(caller());
    }

    /** Whitelists of listeners in Open Telekom Cloud. */
    public Whitelists whitelists() {
        return Whitelists.of(caller());
    }

    /** Certificates for listeners in Open Telekom Cloud. */
    public Certificates certificates() {
        return Certificates.of(caller());
    }

    /** Tags of load balancers and listeners in Open Telekom Cloud. */
    public Tags tags() {
        return Tags.of(caller());
    }
}
