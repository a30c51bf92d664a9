package io.github.cloudlb.testkit.internal.octavia;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * One attribute of a resource, a row of {@link Kind}'s table.
 *
 * @param reader of the value sent; null if the service alone sets the attribute
 * @param initial value if nothing is sent
 * @param nullOnPost what null means in a POST
 * @param nullOnPut what null means in a PUT
 * @param answered false for what is only sent, such as the id of the load balancer of a new pool
 */
public record Attribute(
        String name,
        @Nullable Reader reader,
        @Nullable Object initial,
        @Nullable Object nullOnPost,
        @Nullable Object nullOnPut,
        boolean required,
        boolean changeable,
        boolean answered) {

    /** Stands for: null is as good as absent. */
    public static final Object ABSENT = new Object();

    /** Stands for: Octavia falls over. */
    public static final Object FAILS = new Object();

    /** Turns what was sent into what is kept, or throws {@link BadValue}. */
    @FunctionalInterface
    public interface Reader {
        Object read(JsonNode value);
    }

    /** Set by the service. */
    public static Attribute made(String name, @Nullable Object initial) {
        return new Attribute(name, null, initial, ABSENT, ABSENT, false, false, true);
    }

    /** May be sent with a POST and a PUT; null means the initial value. */
    public static Attribute free(String name, Reader reader, @Nullable Object initial) {
        return new Attribute(name, reader, initial, initial, initial, false, true, true);
    }

    /** May be sent with a POST only. */
    public static Attribute fixed(String name, Reader reader, @Nullable Object initial) {
        return new Attribute(name, reader, initial, initial, initial, false, false, true);
    }

    /** May be sent with a POST, and is not answered under this name. */
    public static Attribute sentOnly(String name, Reader reader) {
        return new Attribute(name, reader, null, null, null, false, false, false);
    }

    public Attribute mandatory() {
        return new Attribute(name, reader, initial, nullOnPost, nullOnPut, true, changeable, answered);
    }

    public Attribute whenNull(@Nullable Object onPost, @Nullable Object onPut) {
        return new Attribute(name, reader, initial, onPost, onPut, required, changeable, answered);
    }

    public boolean accepts(boolean creating) {
        return reader != null && (creating || changeable);
    }
}
