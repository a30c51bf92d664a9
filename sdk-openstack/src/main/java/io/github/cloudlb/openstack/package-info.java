/**
 * The client for LBaaS v2.0 of OpenStack Octavia and Open Telekom Cloud. Begin with
 * {@link io.github.cloudlb.openstack.OpenStackClient}.
 */
@NullMarked
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        depluralize = true,
        defaults = @Value.Immutable(copy = false),
        throwForInvalidImmutableState = InvalidInputException.class)
package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.NullMarked;
