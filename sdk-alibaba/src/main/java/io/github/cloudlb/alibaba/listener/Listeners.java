package io.github.cloudlb.alibaba.listener;

import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;
import io.github.cloudlb.core.Wire;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Listeners: what people want to do with them, beside a method for each operation. Thread-safe. */
public final class Listeners extends ListenerOperations {
    private static final int MOST_PER_PAGE = 30;

    private Listeners(Caller caller) {
        super(caller);
    }

    /** On any caller, such as a client with options of its own. */
    public static Listeners of(Caller caller) {
        return new Listeners(caller);
    }

    /**
     * Tells the whole health of a listener: which servers are not known to be healthy, of the listener's own server groups
     * and of those of its rules. As many calls as there are pages share the limit of one.
     *
     * @see GetListenerHealthStatus
     */
    public HealthReport health(String listenerId) {
        return health(GetListenerHealthStatus.builder()
                .listenerId(listenerId)
                .rulesIncluded(true)
                .maxResults(MOST_PER_PAGE)
                .build());
    }

    /**
     * The same from this page on, with rules only if they are asked for. What several pages say alike is told once; the
     * request id is that of the last page.
     *
     * @see GetListenerHealthStatus
     */
    public HealthReport health(GetListenerHealthStatus first) {
        Set<ListenerHealth> listeners = new LinkedHashSet<>();
        Set<RuleHealth> rules = new LinkedHashSet<>();
        HealthReport.Builder whole = HealthReport.builder();
        caller.together().stream(new HealthPages(first)).forEach(page -> {
            listeners.addAll(page.listeners());
            rules.addAll(page.rules());
            whole.putAllUnlisted(page.unlisted()).requestId(page.requestId());
        });
        return whole.listeners(listeners).rules(rules).build();
    }

    /** The two lists as one listing, whose items are whole answers. */
    private record HealthPages(GetListenerHealthStatus request) implements Request<Page<HealthReport>> {
        @Override
        public Wire<Page<HealthReport>> wire(Dialect dialect) {
            Wire<HealthReport> wire = request.wire(dialect);
            return new Wire<>(wire.message(), answer -> {
                HealthReport report = wire.reader().read(answer);
                Optional<Request<Page<HealthReport>>> next =
                        report.nextToken().filter(token -> !token.isEmpty()).map(this::at);
                return new Page<>(List.of(report), next, Map.of());
            });
        }

        private HealthPages at(String token) {
            return new HealthPages(GetListenerHealthStatus.builder()
                    .from(request)
                    .nextToken(token)
                    .build());
        }

        @Override
        public String toString() {
            return request.toString();
        }
    }

    /**
     * Waits until a listener takes requests and changes.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public Listener awaitRunning(String listenerId, Duration limit) {
        return state(listenerId).until(ListenerStatus.RUNNING, limit);
    }

    /**
     * Waits until a listener is stopped.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public Listener awaitStopped(String listenerId, Duration limit) {
        return state(listenerId).until(ListenerStatus.STOPPED, limit);
    }

    /**
     * Waits until a listener takes changes, running or stopped, as after a change of one that may be either.
     *
     * @throws WaitFailedException if it is being deleted, or is not there
     * @throws WaitTimeoutException if it did not come to that in time
     */
    public Listener awaitSettled(String listenerId, Duration limit) {
        Set<ListenerStatus> settled = Set.of(ListenerStatus.RUNNING, ListenerStatus.STOPPED);
        return state(listenerId)
                .until(seen -> seen.listenerStatus().filter(settled::contains).isPresent(), limit);
    }

    /**
     * Waits until there is no such listener any more.
     *
     * @throws WaitTimeoutException if it was still there at the end
     */
    public void awaitDeleted(String listenerId, Duration limit) {
        state(listenerId).untilGone(limit);
    }

    private StateWait<Listener, ListenerStatus> state(String listenerId) {
        return StateWait.of(
                        caller,
                        "listener " + listenerId,
                        on -> Optional.of(on.send(GetListenerAttribute.of(listenerId))),
                        Listener::listenerStatus)
                .failingOn(Set.of(ListenerStatus.DELETING));
    }
}
