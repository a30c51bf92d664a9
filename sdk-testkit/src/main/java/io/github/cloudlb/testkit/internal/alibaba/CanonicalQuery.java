package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.signing.Digests;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Parameters as both kinds of signatures have them. */
final class CanonicalQuery {

    private CanonicalQuery() {}

    /** Sorted by name, encoded, joined. */
    static String of(Map<String, String> parameters) {
        StringBuilder canonical = new StringBuilder();
        Iterator<Map.Entry<String, String>> all =
                new TreeMap<>(parameters).entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, String> one = all.next();
            canonical
                    .append(Digests.percentEncoded(one.getKey()))
                    .append('=')
                    .append(Digests.percentEncoded(one.getValue()));
            if (all.hasNext()) {
                canonical.append('&');
            }
        }
        return canonical.toString();
    }
}
