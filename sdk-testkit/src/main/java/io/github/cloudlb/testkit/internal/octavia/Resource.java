package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Remembered;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Something that Octavia keeps. */
public final class Resource {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Kind kind;
    private final String id;
    private final @Nullable Resource owner;
    private final Remembered attributes;
    private final Shelves children = new Shelves();
    private final Set<Resource> pending = new LinkedHashSet<>();

    /**
     * With the attributes as they are answered.
     *
     * @param owner what it is below of: the load balancer of a listener or pool, the pool of a member or monitor
     */
    public Resource(Kind kind, String id, @Nullable Resource owner, Map<String, Object> attributes) {
        this.kind = kind;
        this.id = id;
        this.owner = owner;
        this.attributes = new Remembered(attributes);
        attributes.put("id", id);
        if (isPending()) {
            loadBalancer().pending.add(this);
        }
    }

    public Kind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    @Nullable
    public Resource owner() {
        return owner;
    }

    /** What it is below of, where that cannot be nothing. */
    Resource above() {
        return Objects.requireNonNull(owner, id);
    }

    /** What is right below it. */
    Shelves children() {
        return children;
    }

    public Resource loadBalancer() {
        return owner == null ? this : owner.loadBalancer();
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    /** Its view as it goes into an answer; only for a kind whose view is made of its attributes alone. */
    Object written() {
        return attributes.written(kind, () -> Views.view(this));
    }

    public String text(String name) {
        return String.valueOf(attributes.get(name));
    }

    public String status() {
        return text("provisioning_status");
    }

    public void becomes(String status) {
        attributes.put("provisioning_status", status);
        if (isPending()) {
            loadBalancer().pending.add(this);
        } else {
            loadBalancer().pending.remove(this);
        }
    }

    /** Of a load balancer: it and what is below it, if pending. */
    Set<Resource> pending() {
        return pending;
    }

    public boolean isPending() {
        return status().startsWith("PENDING_");
    }

    /** Only what is active may be written to. */
    public boolean isActive() {
        return status().equals("ACTIVE");
    }

    /** Address and port, by which a batch knows a member. */
    public String endpoint() {
        return text("address") + " " + text("protocol_port");
    }

    /** UTC, whole seconds, no zone. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
