package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Answer;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * One attribute that a body may have.
 *
 * @param whenNull what null means: a value, or {@link #ABSENT}, or the {@link Answer} that refuses it
 */
public record Attribute(
        String name, Reader reader, @Nullable Object whenNull, boolean required) {

    /** Stands for: null is as good as absent. */
    public static final Object ABSENT = new Object();

    /** Turns what was sent into what is kept, or throws {@link BadValue}. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads the value.
         *
         * @param where as messages name the place in the body
         */
        Object read(JsonNode value, String where);
    }
}
