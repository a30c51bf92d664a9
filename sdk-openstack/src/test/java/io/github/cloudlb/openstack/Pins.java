package io.github.cloudlb.openstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a test pins how an operation looks on the wire in a dialect: method, path, query, body and answer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Pins.All.class)
public @interface Pins {
    /** The operation as the table names it: {@code pool.create}. */
    String value();

    /** {@code octavia} or {@code otc}, or both if both are sent and compared. */
    String[] in() default {"octavia", "otc"};

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Pins[] value();
    }
}
