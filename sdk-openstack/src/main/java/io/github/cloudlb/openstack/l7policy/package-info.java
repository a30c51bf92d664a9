/**
 * L7 policies and their rules: what a listener does with some of its requests. To make, change or delete one locks the load
 * balancer, whose other changes then wait.
 */
@NullMarked
package io.github.cloudlb.openstack.l7policy;

import org.jspecify.annotations.NullMarked;
