package io.github.cloudlb.testkit.internal.otc;

import io.github.cloudlb.testkit.internal.http.Text;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The filters of a request for a list; several must all be met. Parameters that the table does not name count for nothing. */
final class Filters {
    /** All load balancers are in it. */
    private static final String VPC_ID = "00000010-0000-4000-8000-000000000001";

    private final Map<String, List<String>> wanted = new LinkedHashMap<>();

    Filters(Operation operation, Map<String, List<String>> parameters) {
        for (Field field : operation.query()) {
            if (field.text("kind").equals("filter") && parameters.containsKey(field.name())) {
                wanted.put(field.name(), parameters.getOrDefault(field.name(), List.of()));
            }
        }
    }

    /** The ids asked for; empty if the filter is not used. */
    List<String> ids() {
        return wanted.getOrDefault("id", List.of());
    }

    boolean accept(Thing thing) {
        return wanted.entrySet().stream().allMatch(filter -> meets(thing, filter.getKey(), filter.getValue()));
    }

    private static boolean meets(Thing thing, String name, List<String> values) {
        Predicate<Object> wanted = value -> values.stream().anyMatch(one -> same(one, value));
        return switch (name) {
            case "loadbalancer_id" -> wanted.test(thing.loadBalancer().id());
            case "member_address" -> hasMember(thing, member -> wanted.test(member.text("address")));
            case "member_device_id" -> hasMember(thing, member -> wanted.test(Views.device(member.text("address"))));
            case "vpc_id" -> wanted.test(VPC_ID);
            case "tls_container_id", "sni_container_refs" ->
                all(thing.attributes().get("sni_container_refs")).stream().anyMatch(wanted)
                        || name.startsWith("tls") && wanted.test(thing.text("default_tls_container_ref"));
            default -> wanted.test(String.valueOf(Views.value(thing, name)));
        };
    }

    /** Flags are written in several ways. */
    private static boolean same(String wanted, Object value) {
        String text = Objects.toString(value);
        return wanted.equals(text)
                || text.matches("true|false") && Text.lower(wanted).equals(text);
    }

    private static boolean hasMember(Thing thing, Predicate<Thing> wanted) {
        return thing.kind() == OtcKind.POOL
                ? thing.all(OtcKind.MEMBER).stream().anyMatch(wanted)
                : thing.all(OtcKind.POOL).stream().anyMatch(pool -> hasMember(pool, wanted));
    }

    private static Collection<?> all(@Nullable Object list) {
        return list instanceof Collection<?> some ? some : List.of();
    }
}
