/**
 * L7 policies and their rules: what a listener does with some of its requests. To make, change or delete one locks the load
 * balancer, whose other changes then wait.
 */
@ApiValue
@NullMarked
package io.github.cloudlb.openstack.l7policy;

import io.github.cloudlb.openstack.ApiValue;
import org.jspecify.annotations.NullMarked;
