/**
 * Amphorae: the machines that the provider of that name balances with. All of this is for administrators. A failover locks the
 * load balancer until it is done.
 */
@NullMarked
package io.github.cloudlb.openstack.amphora;

import org.jspecify.annotations.NullMarked;
