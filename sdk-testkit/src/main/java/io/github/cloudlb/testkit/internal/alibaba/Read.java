package io.github.cloudlb.testkit.internal.alibaba;

import java.util.Map;

/** An operation that only tells: all it knows, of which the table chooses what is answered. */
@FunctionalInterface
interface Read {
    Map<String, Object> answer(Call call);
}
