package io.github.cloudlb.testkit.internal.otc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a client gets to see of a resource: the fields that the table names, in its order. */
final class Views {

    private Views() {}

    static Map<String, @Nullable Object> of(Thing thing, List<Field> fields) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        for (Field field : fields) {
            view.put(field.name(), value(thing, field.name()));
        }
        return view;
    }

    /** Alone, in its wrapper if it has one. */
    static Object wrapped(Thing thing) {
        Map<String, @Nullable Object> view = of(thing, Table.answered(thing.kind()));
        return thing.kind() == OtcKind.CERTIFICATE
                ? view
                : Json.object(thing.kind().wrapper(), view);
    }

    static @Nullable Object value(Thing thing, String name) {
        return switch (name) {
            case "listeners" ->
                ids(thing.kind() == OtcKind.POOL ? thing.users(OtcKind.LISTENER) : thing.all(OtcKind.LISTENER));
            case "pools" ->
                ids(thing.kind() == OtcKind.HEALTH_MONITOR ? List.of(owner(thing)) : thing.all(OtcKind.POOL));
            case "members" -> ids(thing.all(OtcKind.MEMBER));
            case "rules" -> ids(thing.all(OtcKind.L7_RULE));
            case "loadbalancers" -> ids(List.of(thing.loadBalancer()));
            case "healthmonitor_id" ->
                thing.all(OtcKind.HEALTH_MONITOR).stream()
                        .map(Thing::id)
                        .findFirst()
                        .orElse(null);
            case "tags" ->
                thing.tags().entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .toList();
            case "provisioning_status" -> thing.attributes().getOrDefault(name, "ACTIVE");
            case "operating_status" -> thing.attributes().getOrDefault(name, operatingStatus(thing));
            default -> thing.kind() == OtcKind.MEMBER ? ofMember(thing, name) : ofListener(thing, name);
        };
    }

    /** Said to be reserved, and never to change. */
    private static String operatingStatus(Thing thing) {
        boolean watched = thing.kind() != OtcKind.MEMBER
                || !owner(thing).all(OtcKind.HEALTH_MONITOR).isEmpty();
        return watched ? "ONLINE" : "NO_MONITOR";
    }

    /** Some fields are in lists of all members only. */
    private static @Nullable Object ofMember(Thing member, String name) {
        return switch (name) {
            case "pool_id" -> owner(member).id();
            case "loadbalancer_id" -> member.loadBalancer().id();
            case "device_id" -> device(member.text("address"));
            case "device_owner" -> "compute:" + OctaviaServer.OTC_PROJECT;
            default -> member.attributes().get(name);
        };
    }

    /** Some fields are in lists of listeners only. */
    private static @Nullable Object ofListener(Thing listener, String name) {
        return switch (name) {
            case "keepalive_timeout" -> listener.text("protocol").equals("TCP") ? 300 : 60;
            case "client_timeout", "member_timeout" -> 60;
            default -> listener.attributes().get(name);
        };
    }

    /** The server behind an address. */
    static String device(String address) {
        return UUID.nameUUIDFromBytes(address.getBytes(UTF_8)).toString();
    }

    static List<Map<String, Object>> ids(Collection<Thing> things) {
        return things.stream().map(one -> Json.object("id", one.id())).toList();
    }

    static Thing owner(Thing thing) {
        Thing owner = thing.owner();
        return owner == null ? thing : owner;
    }
}
