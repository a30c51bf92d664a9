package io.github.cloudlb.testkit.internal.http;

import java.util.Map;

/** A cloud whose state can be written down as plain maps, lists, texts, numbers and flags. */
public interface Landscape extends Handler {

    /**
     * Adds what is described, beside what is there.
     *
     * @throws IllegalArgumentException if it cannot be; says which part and why
     */
    void seed(Map<String, Object> landscape);

    /** All there is now, in a form that {@link #seed} takes. */
    Map<String, Object> export();
}
