package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.Request;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.BareWireMock;
import io.github.cloudlb.testkit.internal.http.Handler;
import io.github.cloudlb.testkit.internal.http.Text;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A WireMock of its own: every request is kept, and answered by a script or else by the cloud. */
final class LocalServer implements AutoCloseable {
    private final int port;
    private volatile HttpServer wireMock;
    private final Supplier<? extends Handler> cloud;
    private final InstantSource time;
    private final InstantSource clock;
    private final Journal journal;
    private final List<Script> scripts;
    private volatile Function<RecordedRequest, Optional<Answer>> front = request -> Optional.empty();
    private volatile CountDownLatch waiting = new CountDownLatch(1);

    /**
     * Starts on a port of the loopback interface.
     *
     * @param time goes on while an answer is late
     * @param clock the answers are dated by it
     * @param port 0 for any that is free
     */
    LocalServer(
            Supplier<? extends Handler> cloud,
            List<Script> scripts,
            InstantSource time,
            InstantSource clock,
            Journal journal,
            int port) {
        this.cloud = cloud;
        this.scripts = scripts;
        this.time = time;
        this.clock = clock;
        this.journal = journal;
        this.wireMock = BareWireMock.serving(this::answer, port);
        wireMock.start();
        this.port = wireMock.port();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What this answers goes past scripts and journal. */
    void answersFirst(Function<RecordedRequest, Optional<Answer>> newFront) {
        front = newFront;
    }

    /** Breaks the connections of calls whose time has not come yet; they are not carried out. */
    void endWaiting() {
        CountDownLatch before = waiting;
        waiting = new CountDownLatch(1);
        before.countDown();
    }

    /** On the same port as before, if it was closed. */
    void open() {
        if (!wireMock.isRunning()) {
            endWaiting();
            wireMock = BareWireMock.serving(this::answer, port);
            wireMock.start();
        }
    }

    @Override
    public void close() {
        waiting.countDown();
        wireMock.stop();
    }

    private Answer answer(Request received) {
        RecordedRequest unnamed = recorded(received);
        return front.apply(unnamed).orElseGet(() -> answer(unnamed));
    }

    private Answer answer(RecordedRequest unnamed) {
        // First of all: a reset from now on ends this call.
        CountDownLatch end = waiting;
        Handler handler = cloud.get();
        RecordedRequest request = unnamed.named(handler.call(unnamed));
        Journal.Exchange exchange = journal.begin(request, handler.isWrite(request));
        Answer answer = answerOrFail(handler, request, end);
        exchange.end(answer);
        // One that a test has scripted stays.
        return answer.headers().containsKey("Date")
                ? answer
                : answer.with(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** What the test planned may fail on the way. */
    private Answer answerOrFail(Handler handler, RecordedRequest request, CountDownLatch end) {
        try {
            return answer(handler, request, end);
        } catch (RuntimeException | AssertionError failure) {
            return Answer.of(500, "text/plain; charset=UTF-8", "The test kit could not answer: " + failure);
        }
    }

    private Answer answer(Handler handler, RecordedRequest request, CountDownLatch end) {
        for (Script script : scripts) {
            if (script.matches(request, handler)) {
                var step = script.steps().next();
                if (step.isPresent() && !step.get().isNone()) {
                    return pause(step.get().delay(), end)
                            ? step.get().temper().answer(handler, request)
                            : Answer.fault(Fault.RESET);
                }
            }
        }
        return end.getCount() == 0 ? Answer.fault(Fault.RESET) : handler.answer(request);
    }

    /** False if the server was closed or reset meanwhile. */
    private boolean pause(Duration delay, CountDownLatch end) {
        if (time instanceof VirtualTime virtual && !virtual.flows() && delay.compareTo(Script.FOREVER) < 0) {
            virtual.advance(delay);
            return true;
        }
        try {
            return delay.isZero() || !end.await(longest(delay).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration longest(Duration delay) {
        return delay.compareTo(Script.FOREVER) < 0 ? delay : Script.FOREVER;
    }

    private static RecordedRequest recorded(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        String method = request.getMethod().getName();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.getHeaders()
                .all()
                .forEach(header -> headers.computeIfAbsent(Text.lower(header.key()), unseen -> new ArrayList<>())
                        .addAll(header.values()));
        return new RecordedRequest(
                method + " " + path,
                method,
                path,
                mark < 0 ? "" : url.substring(mark + 1),
                headers,
                // As UTF-8 whatever the request claims: so do all clouds, and JSON knows no other.
                new String(request.getBody(), UTF_8));
    }
}
