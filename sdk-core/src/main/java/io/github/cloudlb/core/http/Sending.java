package io.github.cloudlb.core.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The future of a call: completing it from outside stops the call. */
final class Sending<R> extends CompletableFuture<R> {
    /** However it is completed, by {@code orTimeout} for one, nobody waits for the call any longer. */
    @SuppressWarnings("FutureReturnValueIgnored") // it is for the side effect
    Sending(CallState call) {
        whenComplete((answer, failure) -> call.stop("cancelled"));
    }

    void completeWith(Supplier<R> answer) {
        try {
            if (!isDone()) {
                complete(answer.get());
            }
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }
}
