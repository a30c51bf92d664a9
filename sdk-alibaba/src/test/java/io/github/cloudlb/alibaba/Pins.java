package io.github.cloudlb.alibaba;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a test pins how operations look on the wire: method, query, form and answer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Pins {
    /** The operations, as the table names them. */
    String[] value();

    /** The product: {@code alb} or {@code nlb}. */
    String in() default "alb";
}
