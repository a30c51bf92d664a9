package io.github.cloudlb.testkit.internal.otc;

import java.util.Optional;
import java.util.stream.Stream;

/** The resources there are, and what they are called where. */
enum OtcKind {
    LOAD_BALANCER("loadbalancer", "loadbalancer", "loadbalancers", "loadbalancer", 1),
    LISTENER("listener", "listener", "listeners", "Listener", 2),
    POOL("pool", "pool", "pools", "Pool", 3),
    MEMBER("member", "member", "members", "Member", 4),
    HEALTH_MONITOR("healthmonitor", "healthmonitor", "healthmonitors", "healthmonitor", 5),
    L7_POLICY("l7policy", "l7policy", "l7policies", "l7policy", 6),
    L7_RULE("l7rule", "rule", "rules", "Rule", 7),
    WHITELIST("whitelist", "whitelist", "whitelists", "whitelist", 8),
    CERTIFICATE("certificate", "certificate", "certificates", "RequestBody", 9);

    private final String group;
    private final String wrapper;
    private final String collection;
    private final String title;
    private final int idPrefix;

    OtcKind(String group, String wrapper, String collection, String title, int idPrefix) {
        this.group = group;
        this.wrapper = wrapper;
        this.collection = collection;
        this.title = title;
        this.idPrefix = idPrefix;
    }

    static Optional<OtcKind> of(String group) {
        return Stream.of(values()).filter(kind -> kind.group.equals(group)).findFirst();
    }

    /** First part of the names of the operations. */
    String group() {
        return group;
    }

    /** Name of the object in bodies; a certificate stands without one. */
    String wrapper() {
        return wrapper;
    }

    /** Name of the list in bodies. */
    String collection() {
        return collection;
    }

    /** What is said to be null if there is no object in a body. */
    String title() {
        return title;
    }

    /** Begins every id, so that a log shows what an id is of. */
    int idPrefix() {
        return idPrefix;
    }

    /** Certificates and whitelists have ids without hyphens. */
    boolean hasBareIds() {
        return this == CERTIFICATE || this == WHITELIST;
    }
}
