package io.github.cloudlb.alibaba.internal;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.SdkException.Failure;

import java.util.function.Supplier;

/** One of several steps, between which the client may be closed. */
final class WhileOpen {
    private WhileOpen() {}

    /**
     * A client that is closed before the step ends what is under way as one that is closed during it does.
     *
     * @param what is under way, as exceptions tell it
     */
    static <T> T get(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalStateException closed) {
            CallInterruptedException ended =
                    new CallInterruptedException(new Failure(what, 0, Applied.NO), String.valueOf(closed.getMessage()));
            ended.addSuppressed(closed);
            throw ended;
        }
    }
}
