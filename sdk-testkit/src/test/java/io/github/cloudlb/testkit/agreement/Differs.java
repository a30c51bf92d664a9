package io.github.cloudlb.testkit.agreement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A behaviour in which the two do not agree; the test asks {@link Behaviours#difference} for what to expect. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Differs {
    String original();

    String kit();

    /** Why the test kit does not do as the original does. */
    String because();
}
