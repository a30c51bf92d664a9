package io.github.cloudlb.core.wire;

import java.util.ArrayList;
import java.util.List;

/** Lists that are longer than a call takes. */
public final class Parts {
    private Parts() {}

    /** The list in parts of so many entries at most, in order; none of an empty list. */
    public static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int to = from + Math.min(most, all.size() - from);
            parts.add(all.subList(from, to));
            from = to;
        }
        return parts;
    }
}
