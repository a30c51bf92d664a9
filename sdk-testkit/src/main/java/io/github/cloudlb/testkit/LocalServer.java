package io.github.cloudlb.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One WireMock with one stub: every request is kept, and answered by a script or else by the cloud. */
final class LocalServer implements AutoCloseable {
    private final WireMockServer wireMock;
    private final Handler cloud;
    private final UnaryOperator<RecordedRequest> naming;
    private final List<Script> scripts = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private LocalServer(Handler cloud, UnaryOperator<RecordedRequest> naming) {
        this.cloud = cloud;
        this.naming = naming;
        this.wireMock = new WireMockServer(BareWireMock.with(new Bridge(this::answer)));
    }

    /** Starts a server whose requests are called what {@code naming} calls them. */
    static LocalServer started(Handler cloud, UnaryOperator<RecordedRequest> naming) {
        LocalServer server = new LocalServer(cloud, naming);
        server.wireMock.stubFor(any(anyUrl()));
        server.wireMock.start();
        return server;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + wireMock.port() + path);
    }

    Script on(String call, UnaryOperator<String> fixtures) {
        Script script = new Script(call, fixtures);
        scripts.add(script);
        return script;
    }

    List<Script> scripts() {
        return scripts;
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    void reset() {
        scripts.clear();
        requests.clear();
    }

    @Override
    public void close() {
        closed.countDown();
        wireMock.stop();
    }

    private Answer answer(Request received) {
        RecordedRequest request = naming.apply(recorded(received));
        requests.add(request);
        for (Script script : scripts) {
            if (script.matches(request)) {
                var step = script.next();
                if (step.isPresent()) {
                    return play(step.get(), request);
                }
            }
        }
        return cloud.answer(request);
    }

    private Answer play(Script.Step step, RecordedRequest request) {
        return pause(step.delay()) ? step.action().answer(() -> cloud.answer(request)) : Answer.fault(Fault.RESET);
    }

    /** False if the server was closed meanwhile. */
    private boolean pause(Duration delay) {
        try {
            return delay.isZero() || !closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RecordedRequest recorded(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        String method = request.getMethod().getName();
        Map<String, List<String>> headers = request.getHeaders().all().stream()
                .collect(Collectors.toMap(
                        header -> Text.lower(header.key()),
                        header -> List.copyOf(header.values()),
                        LocalServer::joined));
        return new RecordedRequest(
                method + " " + path,
                method,
                path,
                mark < 0 ? "" : url.substring(mark + 1),
                headers,
                request.getBodyAsString());
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
