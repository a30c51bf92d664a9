/**
 * Pools and their members. A change puts the whole load balancer into {@code PENDING_UPDATE}; until it is {@code ACTIVE}
 * again the service refuses further changes, which are waited out here within the limit of the call.
 */
@NullMarked
package io.github.cloudlb.openstack.pool;

import org.jspecify.annotations.NullMarked;
