package io.github.cloudlb.testkit.internal.alibaba;

/** An operation that changes something: finds out what it will do, and does nothing yet. */
@FunctionalInterface
interface Write {
    Change plan(Call call);
}
