package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.Journal;
import io.github.cloudlb.testkit.OctaviaServer;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All there is, by kind and id. Used by one thread at a time. */
final class OtcState {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_OF_CERTIFICATES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int FOREIGN = 0xf;

    private final InstantSource clock;
    private final Journal journal;
    private final Map<OtcKind, NavigableMap<String, Thing>> things = new EnumMap<>(OtcKind.class);
    private final Map<String, Thing> byId = new HashMap<>();
    private final Map<OtcKind, Integer> quotas = new EnumMap<>(OtcKind.class);
    private final Locks locks;
    private final References references = new References(byId);
    private final Addresses addresses = new Addresses();
    private boolean inOne;
    private long made;

    OtcState(InstantSource clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        this.locks = new Locks(clock);
        for (OtcKind kind : OtcKind.values()) {
            things.put(kind, new TreeMap<>());
        }
    }

    Locks locks() {
        return locks;
    }

    Addresses addresses() {
        return addresses;
    }

    NavigableMap<String, Thing> all(OtcKind kind) {
        return things.getOrDefault(kind, new TreeMap<>());
    }

    /** One or none. */
    Stream<Thing> find(OtcKind kind, String id) {
        return Stream.ofNullable(all(kind).get(id));
    }

    Thing get(OtcKind kind, String id) {
        return find(kind, id).findFirst().orElseThrow(() -> OtcErrors.notFound(kind, id));
    }

    /** Whatever it is; for tests, which know what they have made. */
    Thing existing(String id) {
        Thing thing = byId.get(id);
        if (thing == null) {
            throw new IllegalArgumentException("There is nothing with the id " + id);
        }
        return thing;
    }

    /** How many of a kind there may be from now on: in a pool, if they are members, else in the project; -1 for any. */
    void quota(OtcKind kind, int most) {
        quotas.put(kind, most < 0 ? Integer.MAX_VALUE : most);
    }

    void checkQuota(OtcKind kind, int present) {
        if (present >= quotas.getOrDefault(kind, Integer.MAX_VALUE)) {
            throw OtcErrors.quota(kind);
        }
    }

    /** An id that nothing else has; they count up, so that lists keep the order of creation. */
    String newId(OtcKind kind) {
        String id;
        do {
            id = kind.hasBareIds() ? id(kind.idPrefix()).replace("-", "") : id(kind.idPrefix());
        } while (byId.containsKey(id));
        return id;
    }

    /** An id for something that is not kept here, such as a port. */
    String foreignId() {
        return id(FOREIGN);
    }

    private String id(int prefix) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(prefix) + "-0000-4000-8000-" + hex.toHexDigits(++made, 12);
    }

    Thing add(OtcKind kind, String id, @Nullable Thing owner, Map<String, @Nullable Object> attributes) {
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException("There is something with the id " + id + " already");
        }
        attributes.putIfAbsent("tenant_id", OctaviaServer.PROJECT_ID);
        String now = now(kind);
        boolean certificate = kind == OtcKind.CERTIFICATE;
        attributes.putIfAbsent(certificate ? "create_time" : "created_at", now);
        attributes.putIfAbsent(certificate ? "update_time" : "updated_at", now);
        Thing thing = new Thing(kind, id, owner, attributes);
        all(kind).put(id, thing);
        byId.put(id, thing);
        addresses.take(thing);
        if (owner != null) {
            owner.keep(thing);
            tellMembers(thing, -1);
        }
        attributes.forEach((name, value) -> references.add(thing, name, value));
        return thing;
    }

    /**
     * The same for a client, who may have meant to make it once only.
     *
     * @param sent by which a second one is told to be the same
     */
    Thing addForClient(
            OtcKind kind,
            @Nullable Thing owner,
            Map<String, @Nullable Object> attributes,
            Map<String, ? extends @Nullable Object> sent) {
        Map<String, @Nullable Object> likeness = new LinkedHashMap<>(sent);
        likeness.put("below", owner == null ? "" : owner.id());
        Thing thing = add(kind, newId(kind), owner, attributes);
        journal.created(kind.group(), thing.id(), likeness);
        return thing;
    }

    void change(Thing thing, Map<String, @Nullable Object> changes) {
        changes.forEach((name, value) -> {
            references.remove(thing, name);
            thing.attributes().put(name, value);
            references.add(thing, name, value);
        });
        thing.attributes().put(thing.kind() == OtcKind.CERTIFICATE ? "update_time" : "updated_at", now(thing.kind()));
    }

    void remove(Thing thing) {
        references.removeAll(thing);
        all(thing.kind()).remove(thing.id());
        byId.remove(thing.id());
        addresses.free(thing);
        locks.forget(thing);
        journal.gone(thing.kind().group(), thing.id());
        Thing owner = thing.owner();
        if (owner != null) {
            owner.lose(thing);
            tellMembers(thing, 1);
        }
    }

    /** Makes several changes to a pool as one. */
    void atOnce(Thing pool, Runnable changes) {
        int before = pool.below(OtcKind.MEMBER).size();
        inOne = true;
        try {
            changes.run();
        } finally {
            inOne = false;
        }
        journal.holds(pool.id(), before, pool.below(OtcKind.MEMBER).size());
    }

    private String now(OtcKind kind) {
        return (kind == OtcKind.CERTIFICATE ? TIME_OF_CERTIFICATES : TIME).format(clock.instant());
    }

    private void tellMembers(Thing thing, int more) {
        Thing owner = thing.owner();
        if (thing.kind() == OtcKind.MEMBER && owner != null && !inOne) {
            int now = owner.below(OtcKind.MEMBER).size();
            journal.holds(owner.id(), now + more, now);
        }
    }
}
