package io.github.cloudlb.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What the clients of all clouds share: they send, and are closed. Thread-safe. */
public abstract class Client implements Caller, AutoCloseable {
    private final Caller caller;
    private final Resources resources;

    protected Client(Caller caller, Resources resources) {
        this.caller = caller;
        this.resources = resources;
    }

    @Override
    public final <R> R send(Request<R> request) {
        return caller.send(request);
    }

    @Override
    public final <R> CompletableFuture<R> sendAsync(Request<R> request) {
        return caller.sendAsync(request);
    }

    @Override
    public final <T> Stream<T> stream(Request<Page<T>> listing) {
        return caller.stream(listing);
    }

    @Override
    public final <T> Stream<T> stream(List<? extends Request<Page<T>>> listings) {
        return caller.stream(listings);
    }

    @Override
    public final void check(Request<?> request) {
        caller.check(request);
    }

    @Override
    public final Caller together() {
        return caller.together();
    }

    @Override
    public final Caller together(Duration limit) {
        return caller.together(limit);
    }

    @Override
    public final Time time() {
        return caller.time();
    }

    @Override
    public final Duration limit() {
        return caller.limit();
    }

    @Override
    public Dialect dialect() {
        return caller.dialect();
    }

    /** What facades are made on. */
    protected final Caller caller() {
        return caller;
    }

    /** What {@link #close} ends. */
    protected final Resources resources() {
        return resources;
    }

    /** Ends what is under way and leaves nothing behind. An {@code OkHttpClient} that was lent is not closed. */
    @Override
    public final void close() {
        resources.close();
    }

    /** Connections and threads. */
    public interface Resources extends AutoCloseable {
        @Override
        void close();
    }
}
