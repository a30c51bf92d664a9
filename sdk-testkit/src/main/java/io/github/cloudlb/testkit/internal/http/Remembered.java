package io.github.cloudlb.testkit.internal.http;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Attributes of a resource that remember how they were written last, until one of them changes: a listing of a hundred
 * members costs little more than to copy what it says.
 */
public final class Remembered extends AbstractMap<String, Object> {
    private final Map<String, Object> attributes;
    private @Nullable Object lastViewed;
    private String written = "";

    public Remembered(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    /**
     * A view as JSON, to be put into what is written.
     *
     * @param viewed tells which view it is
     * @param view must be made of these attributes alone
     */
    public Object written(Object viewed, Supplier<Map<String, Object>> view) {
        if (lastViewed != viewed) {
            written = Json.write(view.get());
            lastViewed = viewed;
        }
        return Json.written(written);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return attributes.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return attributes.containsKey(name);
    }

    @Override
    public @Nullable Object put(String name, Object value) {
        lastViewed = null;
        return attributes.put(name, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object name) {
        lastViewed = null;
        return attributes.remove(name);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(attributes).entrySet();
    }
}
