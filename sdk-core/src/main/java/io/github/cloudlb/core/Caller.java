package io.github.cloudlb.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Whatever sends requests: the clients, and what facades are made on. Thread-safe. */
public interface Caller {
    /**
     * Sends a request and reads its answer; repeats what may be repeated, within the limit of the call.
     *
     * @throws SdkException of a kind that tells why there is no answer, and whether anything was changed
     */
    <R> R send(Request<R> request);

    /** The same on a thread of the client. Cancelling the future stops exchange, pause and repetition. */
    <R> CompletableFuture<R> sendAsync(Request<R> request);

    /** The items of all pages of a listing; a page is fetched when the stream reaches it. */
    <T> Stream<T> stream(Request<Page<T>> listing);

    /** The items of several listings, one after the other; the next is begun when the stream reaches it. */
    <T> Stream<T> stream(List<? extends Request<Page<T>>> listings);

    /**
     * Sends nothing, and refuses what {@link #send} would refuse before sending; may log in to know the dialect.
     *
     * @throws InvalidInputException if the service would surely refuse the request
     */
    void check(Request<?> request);

    /** The same with other options for its calls. */
    Caller with(CallOptions options);

    /** The same for several calls that are one to whoever asks: they share the limit of one call, which begins now. */
    Caller together();

    /** As {@link #together()}, with a limit of their own. */
    Caller together(Duration limit);

    /** The clock the calls go by. */
    Time time();

    /** How long one call may last. */
    Duration limit();

    /**
     * Which variant of its API the cloud speaks, and what it can do. Logs in and asks the cloud where that was not given;
     * once for the client.
     */
    Dialect dialect();
}
