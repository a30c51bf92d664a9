/**
 * Load balancers, and what has no life without one: zones, protections, access logs, bandwidth and reserved capacity. A
 * change is accepted first and done later; until the load balancer is {@code Active} again, the service refuses further
 * changes ({@link io.github.cloudlb.core.LockedException}).
 */
@NullMarked
package io.github.cloudlb.alibaba.loadbalancer;

import org.jspecify.annotations.NullMarked;
