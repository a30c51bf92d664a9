/**
 * Load balancers: the roots of the trees whose pools and members are changed, and the locks on them.
 */
@NullMarked
package io.github.cloudlb.openstack.loadbalancer;

import org.jspecify.annotations.NullMarked;
