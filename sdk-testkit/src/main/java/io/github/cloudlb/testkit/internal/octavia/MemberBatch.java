package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * PUT of all members at once: known ones, by address and port, are updated, new ones made, and all others deleted
 * unless the client says {@code additive_only}. What is absent goes back to its initial value, but for a few.
 */
final class MemberBatch {
    private static final Set<String> KEPT_IF_ABSENT = Set.of("name", "tags", "subnet_id");

    private static final Shape MEMBER = Shape.of(Kind.MEMBER);

    private final OctaviaState state;
    private final Locks locks;
    private final Resource pool;

    MemberBatch(OctaviaState state, Locks locks, Resource pool) {
        this.state = state;
        this.locks = locks;
        this.pool = pool;
    }

    Answer apply(List<Map<String, Object>> wanted, boolean additive) {
        locks.checkBelow(pool);
        Map<String, Resource> before = new LinkedHashMap<>();
        state.all(Kind.MEMBER, pool).forEach(member -> before.put(member.endpoint(), member));
        wanted.forEach(MemberBatch::refuseReserved);
        refuseNewOnesTwice(wanted, before);
        if (wanted.isEmpty() && (additive || before.isEmpty())) {
            return Answer.of(202);
        }
        checkQuota(wanted, before, additive);
        Set<String> seen = new HashSet<>();
        boolean knownTwice = false;
        for (Map<String, Object> attributes : wanted) {
            knownTwice |= !seen.add(endpoint(attributes));
            createOrUpdate(before.get(endpoint(attributes)), attributes);
        }
        if (!additive) {
            before.keySet().removeAll(seen);
            before.values().forEach(member -> member.becomes("PENDING_DELETE"));
        }
        locks.beginInPool(pool);
        if (knownTwice) {
            // Octavia before 12.0.1 accepts it, and its worker dies of it: the load balancer stays pending.
            locks.jam(pool.loadBalancer());
        }
        return Answer.of(202);
    }

    private void createOrUpdate(@Nullable Resource known, Map<String, Object> attributes) {
        Map<String, Object> complete = MEMBER.completed(attributes);
        if (known == null) {
            state.addForClient(Kind.MEMBER, pool, complete);
            return;
        }
        for (Map.Entry<String, Object> attribute : complete.entrySet()) {
            String name = attribute.getKey();
            boolean reset = MEMBER.change().has(name) && !KEPT_IF_ABSENT.contains(name);
            if (attributes.containsKey(name) || reset) {
                known.attributes().put(name, attribute.getValue());
            }
        }
        known.becomes("PENDING_UPDATE");
    }

    /** What counts is by how many the pool grows. */
    private void checkQuota(List<Map<String, Object>> wanted, Map<String, Resource> before, boolean additive) {
        Set<String> after = new HashSet<>();
        wanted.forEach(attributes -> after.add(endpoint(attributes)));
        if (additive) {
            after.addAll(before.keySet());
        }
        state.quotas().check(Kind.MEMBER, after.size() - before.size());
    }

    private static void refuseNewOnesTwice(List<Map<String, Object>> wanted, Map<String, Resource> before) {
        Set<String> seen = new HashSet<>();
        for (Map<String, Object> attributes : wanted) {
            String endpoint = endpoint(attributes);
            if (!before.containsKey(endpoint) && !seen.add(endpoint)) {
                throw new Refusal(duplicate(attributes));
            }
        }
    }

    /** The address at which a server asks its cloud about itself leads nowhere good. */
    static void refuseReserved(Map<String, Object> attributes) {
        if ("169.254.169.254".equals(attributes.get("address"))) {
            throw new Refusal(OctaviaErrors.badRequest("169.254.169.254 is not a valid option for member address"));
        }
    }

    static void refuseDuplicate(Map<String, Object> attributes, Resource pool) {
        Object address = attributes.get("address");
        Object port = attributes.get("protocol_port");
        for (Resource member : pool.children().of(Kind.MEMBER)) {
            Map<String, Object> other = member.attributes();
            if (Objects.equals(other.get("protocol_port"), port) && Objects.equals(other.get("address"), address)) {
                throw new Refusal(duplicate(attributes));
            }
        }
    }

    static String endpoint(Map<String, Object> attributes) {
        return attributes.get("address") + " " + attributes.get("protocol_port");
    }

    static Answer duplicate(Map<String, Object> attributes) {
        return OctaviaErrors.conflict("Another member on this pool is already using ip " + attributes.get("address")
                + " on protocol_port " + attributes.get("protocol_port"));
    }
}
