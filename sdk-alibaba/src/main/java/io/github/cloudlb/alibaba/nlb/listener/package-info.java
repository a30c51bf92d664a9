/**
 * Listeners: the ports of a load balancer. A change is accepted first and done later, by a job; meanwhile the listener is
 * {@code Configuring} and takes no other change.
 */
@NullMarked
package io.github.cloudlb.alibaba.nlb.listener;

import org.jspecify.annotations.NullMarked;
