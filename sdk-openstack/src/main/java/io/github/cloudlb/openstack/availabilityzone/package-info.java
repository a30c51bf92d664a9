/**
 * Availability zones, which users choose by name, and their profiles, which say what a provider is told. Changes are for
 * administrators. What is used stays: a zone that a load balancer is in, and a profile that a zone has, cannot be deleted,
 * and such a profile can only be renamed.
 */
@NullMarked
package io.github.cloudlb.openstack.availabilityzone;

import org.jspecify.annotations.NullMarked;
