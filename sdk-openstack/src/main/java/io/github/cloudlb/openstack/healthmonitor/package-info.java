/**
 * Health monitors: one for each pool at most. To make, change or delete one locks the load balancer, whose other changes
 * then wait.
 */
@NullMarked
package io.github.cloudlb.openstack.healthmonitor;

import org.jspecify.annotations.NullMarked;
