package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Something that Octavia keeps. */
final class Resource {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Kind kind;
    private final String id;
    private final @Nullable Resource owner;
    private final Map<String, Object> attributes;

    /**
     * @param owner the load balancer of a listener or pool, the pool of a member
     */
    Resource(Kind kind, String id, @Nullable Resource owner, Map<String, Object> attributes) {
        this.kind = kind;
        this.id = id;
        this.owner = owner;
        this.attributes = attributes;
        attributes.put("id", id);
    }

    Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    @Nullable
    Resource owner() {
        return owner;
    }

    Resource loadBalancer() {
        return owner == null ? this : owner.loadBalancer();
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    String text(String name) {
        return String.valueOf(attributes.get(name));
    }

    String status() {
        return text("provisioning_status");
    }

    void becomes(String status) {
        attributes.put("provisioning_status", status);
    }

    boolean isPending() {
        return status().startsWith("PENDING_");
    }

    /** Only what is active may be written to. */
    boolean isActive() {
        return status().equals("ACTIVE");
    }

    /** Address and port, by which a batch knows a member. */
    String endpoint() {
        return text("address") + " " + text("protocol_port");
    }

    /** UTC, whole seconds, no zone. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }
}
