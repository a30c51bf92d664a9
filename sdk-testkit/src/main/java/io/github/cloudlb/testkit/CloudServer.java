package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.FirstRequest;
import io.github.cloudlb.testkit.internal.http.Fixtures;
import io.github.cloudlb.testkit.internal.http.Handler;
import io.github.cloudlb.testkit.internal.http.SkewedClock;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all servers of the test kit have in common: a port, scripts, a journal and a clock. */
abstract class CloudServer<C extends Handler> extends ServerExtension {
    private final InstantSource time;
    private final SkewedClock clock;
    private final Journal journal;
    private final List<Script> scripts;
    private final BiFunction<InstantSource, Journal, C> newCloud;
    private final LocalServer server;
    private volatile C cloud;

    /**
     * @param scripts empty; several threads use it
     * @param newCloud makes the cloud as it is before anybody has called it
     * @param port 0 for any that is free
     */
    CloudServer(InstantSource time, int port, List<Script> scripts, BiFunction<InstantSource, Journal, C> newCloud) {
        this.time = time;
        this.clock = new SkewedClock(time);
        this.journal = new Journal(time);
        this.newCloud = newCloud;
        this.scripts = scripts;
        // Beside the start of the server: the first one in a JVM is class loading for the most part.
        CompletableFuture<C> making = CompletableFuture.supplyAsync(() -> newCloud.apply(clock, journal));
        CompletableFuture<Void> unused = making.thenRunAsync(FirstRequest::prepare);
        this.server = new LocalServer(this::cloud, scripts, time, clock, journal, port);
        this.cloud = making.join();
    }

    C cloud() {
        return cloud;
    }

    URI uri(String path) {
        return server.uri(path);
    }

    /**
     * The clock of this server, which stands still from now on: it is moved by the pauses of those who go by it, and by
     * {@link VirtualTime#advance}. Give it to the client. A server that nobody asked for its time goes by the clock of
     * the machine.
     *
     * @throws IllegalStateException if the server was started with a clock that is not a {@link VirtualTime}
     */
    public VirtualTime time() {
        if (time instanceof VirtualTime virtual) {
            return virtual.stop();
        }
        throw new IllegalStateException("This server goes by the clock it was started with");
    }

    /** From now on the clock of the server is ahead of {@link #time()} by so much; behind if negative. */
    public void clockSkew(Duration ahead) {
        clock.skew(ahead);
    }

    /**
     * Scripts what happens to a call before the cloud has a say.
     *
     * @param call as {@code calls()} tells it, where {@code *} stands for any one segment; with a query only if the
     *     query is to be just that one
     */
    public Script on(String call) {
        Pattern pattern = Pattern.compile(
                Stream.of(call.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/?]*")));
        boolean withQuery = call.contains("?");
        return script(
                call,
                (request, handler) -> pattern.matcher(
                                withQuery ? request.call() + "?" + request.query() : request.call())
                        .matches());
    }

    /** Scripts what happens to any call to the service, whatever it is; logins do not count. */
    public Script onAny() {
        return script("any call", (request, handler) -> handler.isForService(request));
    }

    /** Scripts what happens to any call that asks for a change. */
    public Script onAnyWrite() {
        return script("any write", (request, handler) -> handler.isWrite(request));
    }

    /** Calls to the service so far, in the order in which they came. */
    public List<String> calls() {
        return requests().stream()
                .filter(cloud::isForService)
                .map(RecordedRequest::call)
                .toList();
    }

    /** All requests so far, logins included, in the order in which they came. */
    public List<RecordedRequest> requests() {
        return journal.events().stream()
                .filter(Journal.Exchange.class::isInstance)
                .map(event -> ((Journal.Exchange) event).request())
                .toList();
    }

    /** What happened so far, as a timeline. */
    public Journal journal() {
        cloud.settle();
        return journal;
    }

    /** Assertions about what happened so far: {@code verify().neverWiped(pool).writesAtMost(2)}. */
    public Verification verify() {
        return new Verification(journal());
    }

    @Override
    String timeline() {
        return journal().timeline();
    }

    /** What this answers is neither the cloud's business nor the journal's. */
    void answersFirst(Function<RecordedRequest, Optional<Answer>> front) {
        server.answersFirst(front);
    }

    /**
     * As new: nothing exists, nothing is scripted or planned for later, nothing has happened, no call waits. The port
     * stays, and the clock stands where it stood.
     */
    @Override
    public void reset() {
        if (time instanceof VirtualTime virtual) {
            virtual.beginAnew();
        }
        server.endWaiting();
        scripts.clear();
        journal.clear();
        clock.skew(Duration.ZERO);
        cloud = newCloud.apply(clock, journal);
    }

    @Override
    void open() {
        server.open();
    }

    @Override
    public void close() {
        server.close();
    }

    private Script script(String call, BiPredicate<RecordedRequest, Handler> matching) {
        Script script = new Script(call, matching, this::fixture);
        scripts.add(script);
        return script;
    }

    /** The text itself, or what the resource of this name holds. */
    String fixture(String textOrName) {
        return Fixtures.content(test(), textOrName);
    }
}
