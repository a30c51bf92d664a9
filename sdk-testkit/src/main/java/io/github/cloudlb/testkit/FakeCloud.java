package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Handler;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A server without state: it answers what it was told to, each answer once, and 501 to all else.
 *
 * <p>With JUnit 5 it is kept in a field, static or not, with {@code @RegisterExtension}: it forgets everything
 * before each test, and closes after the last. Without JUnit, close it.
 */
public final class FakeCloud extends CloudServer<Handler> {

    private FakeCloud(List<Script> scripts) {
        super(VirtualTime.flowing(), 0, scripts, (clock, journal) -> new Unscripted(scripts));
    }

    /** Starts on a free port of the loopback interface. */
    public static FakeCloud started() {
        return new FakeCloud(new CopyOnWriteArrayList<>());
    }

    /** Without a path and without a slash at the end. */
    public URI uri() {
        return uri("");
    }

    /** Says what was scripted instead. */
    private record Unscripted(List<Script> scripts) implements Handler {

        @Override
        public Answer answer(RecordedRequest request) {
            String scripted = scripts.stream()
                    .map(script -> "  " + script.call() + " (" + script.steps().size() + " left)")
                    .collect(Collectors.joining("\n"));
            String query = request.query().isEmpty() ? "" : "?" + request.query();
            return Answer.of(
                    501,
                    "text/plain; charset=UTF-8",
                    "No answer is scripted for " + request.call() + query + "\nScripted: "
                            + (scripted.isEmpty() ? "nothing" : "\n" + scripted) + "\n");
        }

        @Override
        public String call(RecordedRequest request) {
            return request.call();
        }

        @Override
        public boolean isWrite(RecordedRequest request) {
            return !List.of("GET", "HEAD", "OPTIONS").contains(request.method());
        }

        @Override
        public Answer throttled(Duration retryAfter) {
            return Answer.of(429).retryAfter(retryAfter);
        }

        @Override
        public Answer failed() {
            return Answer.of(500);
        }
    }
}
