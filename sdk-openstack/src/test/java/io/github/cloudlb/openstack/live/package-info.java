/**
 * Tests against a real Keystone and Octavia, run by {@code -Plive} alone. The variables {@code OS_*} say where and who, as for
 * any user of the SDK; {@code OCTAVIA_VIP_SUBNET_ID} names a subnet for virtual addresses. What else a test needs is told when
 * it is skipped for want of it. Each class makes a load balancer of its own and deletes it.
 */
@NullMarked
package io.github.cloudlb.openstack.live;

import org.jspecify.annotations.NullMarked;
