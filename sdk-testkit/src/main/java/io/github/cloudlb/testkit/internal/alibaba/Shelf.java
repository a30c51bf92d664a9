package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Resources by their key and in the order of their creation, so that a page costs what is on it. */
final class Shelf {
    private final Map<String, Resource> byKey = new HashMap<>();
    private final TreeMap<Long, Resource> inOrder = new TreeMap<>();

    void put(String key, Resource resource) {
        byKey.put(key, resource);
        inOrder.put(resource.order(), resource);
    }

    void remove(String key) {
        Resource removed = byKey.remove(key);
        if (removed != null) {
            inOrder.remove(removed.order());
        }
    }

    @Nullable
    Resource get(String key) {
        return byKey.get(key);
    }

    int size() {
        return byKey.size();
    }

    /** In order. */
    Collection<Resource> all() {
        return inOrder.values();
    }

    /** The next ones in order, at most so many. */
    List<Resource> after(long order, int most) {
        List<Resource> next = new ArrayList<>();
        for (Resource resource : inOrder.tailMap(order, false).values()) {
            if (next.size() == most) {
                break;
            }
            next.add(resource);
        }
        return next;
    }
}
