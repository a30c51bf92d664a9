package io.github.cloudlb.core.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The future of a call: cancelling it stops the call. */
final class Sending<R> extends CompletableFuture<R> {
    private final CallState call;

    Sending(CallState call) {
        this.call = call;
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

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        call.stop();
        return cancelled;
    }
}
