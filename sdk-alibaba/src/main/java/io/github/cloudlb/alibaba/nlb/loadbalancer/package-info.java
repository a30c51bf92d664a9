/**
 * Load balancers. A change is accepted first and done later; meanwhile the load balancer is {@code Configuring} and takes no
 * other change.
 */
@NullMarked
package io.github.cloudlb.alibaba.nlb.loadbalancer;

import org.jspecify.annotations.NullMarked;
