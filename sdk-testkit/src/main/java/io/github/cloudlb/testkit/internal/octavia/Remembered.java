package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Json;
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
final class Remembered extends AbstractMap<String, Object> {
    private final Map<String, Object> attributes;
    private @Nullable String written;

    Remembered(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    /** The view as JSON, which must be made of these attributes alone. */
    String written(Supplier<Map<String, Object>> view) {
        String text = written;
        if (text == null) {
            text = Json.write(view.get());
            written = text;
        }
        return text;
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
        written = null;
        return attributes.put(name, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object name) {
        written = null;
        return attributes.remove(name);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(attributes).entrySet();
    }
}
