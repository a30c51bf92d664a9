/**
 * Health monitors: one for each pool at most. To make, change or delete one locks the load balancer, whose other changes
 * then wait.
 */
@ApiValue
@NullMarked
package io.github.cloudlb.openstack.healthmonitor;

import io.github.cloudlb.openstack.ApiValue;
import org.jspecify.annotations.NullMarked;
