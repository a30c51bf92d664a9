/**
 * Listeners: the ports where a load balancer takes connections and requests. A change locks the whole load balancer until
 * it is {@code ACTIVE} again; protocol and port stay as they were made.
 */
@NullMarked
package io.github.cloudlb.openstack.listener;

import org.jspecify.annotations.NullMarked;
