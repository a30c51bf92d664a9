/**
 * Listeners: the ports of a load balancer, and what is done with what comes in there. A change is accepted first and done later, by a
 * job; until then the listener is {@code Provisioning} or {@code Configuring} and refuses further ones, of its rules and certificates,
 * too.
 */
@NullMarked
package io.github.cloudlb.alibaba.listener;

import org.jspecify.annotations.NullMarked;
