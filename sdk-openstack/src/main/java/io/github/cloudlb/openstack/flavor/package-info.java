/**
 * Flavors, which users choose, and their profiles, which say what a provider is told. Changes are for administrators. What is
 * used stays: a flavor that a load balancer has, and a profile that a flavor has, cannot be deleted, and such a profile can
 * only be renamed.
 */
@NullMarked
package io.github.cloudlb.openstack.flavor;

import org.jspecify.annotations.NullMarked;
