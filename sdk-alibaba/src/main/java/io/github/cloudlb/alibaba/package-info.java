/** The client for Alibaba Cloud's Application Load Balancer. Begin with {@link io.github.cloudlb.alibaba.AlbClient}. */
@NullMarked
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        depluralize = true,
        defaults = @Value.Immutable(copy = false),
        throwForInvalidImmutableState = InvalidInputException.class)
package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.InvalidInputException;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.NullMarked;
