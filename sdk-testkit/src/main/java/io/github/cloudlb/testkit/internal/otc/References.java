package io.github.cloudlb.testkit.internal.otc;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Attributes that name another resource, which then has a user. */
final class References {
    private static final Set<String> NAMES = Set.of(
            "default_pool_id",
            "redirect_pool_id",
            "redirect_listener_id",
            "default_tls_container_ref",
            "client_ca_tls_container_ref",
            "sni_container_refs");

    private final Map<String, Thing> byId;

    References(Map<String, Thing> byId) {
        this.byId = byId;
    }

    void add(Thing user, String name, @Nullable Object value) {
        for (Thing used : named(name, value)) {
            used.usedBy(user);
        }
    }

    /** It may be used by another attribute still. */
    void remove(Thing user, String name) {
        for (Thing used : named(name, user.attributes().get(name))) {
            boolean otherwise = user.attributes().entrySet().stream()
                    .filter(attribute -> !attribute.getKey().equals(name))
                    .anyMatch(attribute ->
                            named(attribute.getKey(), attribute.getValue()).contains(used));
            if (!otherwise) {
                used.notUsedBy(user);
            }
        }
    }

    void removeAll(Thing user) {
        user.attributes().forEach((name, value) -> named(name, value).forEach(used -> used.notUsedBy(user)));
    }

    private List<Thing> named(String name, @Nullable Object value) {
        if (value == null || !NAMES.contains(name)) {
            return List.of();
        }
        List<?> ids = value instanceof List<?> list ? list : List.of(value);
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
