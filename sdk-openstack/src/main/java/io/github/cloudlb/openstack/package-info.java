/**
 * The client for LBaaS v2.0 of OpenStack Octavia and Open Telekom Cloud. Begin with
 * {@link io.github.cloudlb.openstack.OpenStackClient}.
 */
@NullMarked
@ApiValue
package io.github.cloudlb.openstack;

import org.jspecify.annotations.NullMarked;
