package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A server without state: it answers what it was told to, each answer once, and 501 to all else.
 *
 * <p>With JUnit 5 it is kept in a field, static or not, with {@code @RegisterExtension}: it forgets everything
 * before each test, and closes after the last. Without JUnit, close it.
 */
public final class FakeCloud
        implements AutoCloseable, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final LocalServer server = LocalServer.started(this::unscripted, request -> request);
    private volatile @Nullable Class<?> test;
    private volatile boolean oneForAllTests;

    private FakeCloud() {}

    /** Starts on a free port of the loopback interface. */
    public static FakeCloud started() {
        return new FakeCloud();
    }

    /** Without a path and without a slash at the end. */
    public URI uri() {
        return server.uri("");
    }

    /**
     * Scripts what is answered to a call.
     *
     * @param call method and path, {@code DELETE /v2.0/lbaas/pools/p-1/members/m-1}, where {@code *} stands for
     *     any one segment; with a query only if the query is to be just that one
     */
    public Script on(String call) {
        return server.on(call, body -> Fixtures.content(test, body));
    }

    /** Method and path of all requests so far, in the order in which they came. */
    public List<String> calls() {
        return server.requests().stream().map(RecordedRequest::call).toList();
    }

    /** All requests so far, in the order in which they came. */
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    /** Forgets scripts and requests. */
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        oneForAllTests = true;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        test = context.getRequiredTestClass();
        reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!oneForAllTests) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private Answer unscripted(RecordedRequest request) {
        String scripted = server.scripts().stream()
                .map(script -> "  " + script.call() + " (" + script.left() + " left)")
                .collect(Collectors.joining("\n"));
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        return Answer.of(
                501,
                "text/plain; charset=UTF-8",
                "No answer is scripted for " + request.call() + query + "\nScripted: "
                        + (scripted.isEmpty() ? "nothing" : "\n" + scripted) + "\n");
    }
}
