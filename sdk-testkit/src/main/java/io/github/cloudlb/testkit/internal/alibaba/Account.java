package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.Journal;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whose resources these are, with all that is remembered about them. */
final class Account {
    private final Product product;
    private final InstantSource clock;
    private final Journal journal;
    private final State state;
    private final Jobs jobs;
    /** Settings of the account, or of what has no field for them. */
    private final Map<String, Map<String, Object>> settings = new HashMap<>();

    private final Set<String> stuck = new HashSet<>();

    Account(Product product, InstantSource clock, Journal journal) {
        this.product = product;
        this.clock = clock;
        this.journal = journal;
        this.state = new State(product, journal);
        this.jobs = new Jobs(clock, journal);
    }

    Product product() {
        return product;
    }

    Journal journal() {
        return journal;
    }

    State state() {
        return state;
    }

    Jobs jobs() {
        return jobs;
    }

    Map<String, Map<String, Object>> settings() {
        return settings;
    }

    /** As answers have times. */
    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Tells the journal how many servers a group has now; what else has parts is not told. */
    void tell(Kind kind, @Nullable Resource parent, int before) {
        if (kind == Kind.SERVER && parent != null) {
            journal.holds(parent.id(), before, parent.children(kind).size());
        }
    }

    /** The next change of this server never ends. */
    void stick(String groupId, String serverId) {
        stuck.add(groupId + "/" + serverId);
    }

    /** Whether the change of this server is the one that never ends. */
    boolean sticks(Resource server) {
        return !stuck.isEmpty() && stuck.remove(server.upTo(Kind.SERVER_GROUP).id() + "/" + server.text("ServerId"));
    }
}
