package io.github.cloudlb.testkit.internal.alibaba;

import java.util.List;

/** Refuses what is about to be: a new resource, or one as it would be after a change. */
@FunctionalInterface
interface Check {
    Check NONE = (call, future, before) -> {};

    /**
     * Ends the call if this cannot be.
     *
     * @param future complete, but not there yet
     * @param before those of the same call that come earlier in it
     */
    void check(Call call, Resource future, List<Resource> before);
}
