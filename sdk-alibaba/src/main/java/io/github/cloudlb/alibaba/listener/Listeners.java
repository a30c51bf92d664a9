package io.github.cloudlb.alibaba.listener;

import io.github.cloudlb.alibaba.internal.StateWait;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.SdkException.Failure;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
        Caller pages = caller.together();
        Set<String> tokens = new HashSet<>();
        Set<ListenerHealth> listeners = new LinkedHashSet<>();
        Set<RuleHealth> rules = new LinkedHashSet<>();
        HealthReport.Builder whole = HealthReport.builder();
        HealthReport page = pages.send(first);
        while (true) {
            listeners.addAll(page.listeners());
            rules.addAll(page.rules());
            whole.putAllUnlisted(page.unlisted());
            String token = page.nextToken().orElse("");
            if (token.isEmpty()) {
                return whole.listeners(listeners)
                        .rules(rules)
                        .requestId(page.requestId())
                        .build();
            }
            if (!tokens.add(token)) {
                throw new MalformedAnswerException(
                        new Failure(first.toString(), tokens.size(), Applied.NO),
                        "it leads back to an earlier page",
                        200,
                        "",
                        null);
            }
            page = pages.send(GetListenerHealthStatus.builder()
                    .from(first)
                    .nextToken(token)
                    .build());
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
