package io.github.cloudlb.testkit.internal.octavia;

import java.util.List;
import java.util.Optional;

/** The resources of Octavia, and what they are called where. */
public enum Kind {
    LOAD_BALANCER("loadbalancer", "Load Balancer", "load_balancer", 1),
    LISTENER("listener", "Listener", "listener_", 2),
    POOL("pool", "Pool", "pool_", 3),
    MEMBER("member", "Member", "member_", 4);

    private final String wrapper;
    private final String title;
    private final String argument;
    private final int idPrefix;

    Kind(String wrapper, String title, String argument, int idPrefix) {
        this.wrapper = wrapper;
        this.title = title;
        this.argument = argument;
        this.idPrefix = idPrefix;
    }

    /** Name of the object in bodies. */
    public String wrapper() {
        return wrapper;
    }

    /** Name of the list in bodies and paths. */
    public String collection() {
        return wrapper + "s";
    }

    /** Name in messages. */
    public String title() {
        return title;
    }

    /** Name of the body in messages. */
    public String argument() {
        return argument;
    }

    /** Begins every id, so that a log shows what an id is of. */
    public int idPrefix() {
        return idPrefix;
    }

    public List<Attribute> attributes() {
        return Attributes.of(this);
    }

    public Optional<Attribute> attribute(String name) {
        return attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }
}
