package io.github.cloudlb.testkit.internal.octavia;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resources by kind, in the order in which they were made. To take one out costs the same however many there are. */
final class Shelves {
    private final Map<Kind, Map<String, Resource>> shelves = new EnumMap<>(Kind.class);

    void put(Resource resource) {
        shelves.computeIfAbsent(resource.kind(), kind -> new LinkedHashMap<>()).put(resource.id(), resource);
    }

    void remove(Resource resource) {
        shelves.getOrDefault(resource.kind(), Map.of()).remove(resource.id());
    }

    /** A view that changes with the shelf. */
    Collection<Resource> of(Kind kind) {
        return shelves.getOrDefault(kind, Map.of()).values();
    }

    List<Resource> all() {
        List<Resource> all = new ArrayList<>();
        shelves.values().forEach(shelf -> all.addAll(shelf.values()));
        return all;
    }
}
