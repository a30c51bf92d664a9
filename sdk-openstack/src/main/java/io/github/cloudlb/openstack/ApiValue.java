package io.github.cloudlb.openstack;

import io.github.cloudlb.core.InvalidInputException;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the values of this module are made. It stays in the sources, so that who uses the jar needs no Immutables to compile. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        depluralize = true,
        allowedClasspathAnnotations = Override.class,
        defaults = @Value.Immutable(copy = false),
        throwForInvalidImmutableState = InvalidInputException.class)
@interface ApiValue {}
