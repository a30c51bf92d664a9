package io.github.cloudlb.alibaba.listener;

import io.github.cloudlb.core.Caller;

import java.util.LinkedHashSet;
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
            page = pages.send(GetListenerHealthStatus.builder()
                    .from(first)
                    .nextToken(token)
                    .build());
        }
    }
}
