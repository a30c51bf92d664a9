package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER_GROUP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is peculiar to server groups and their servers. */
final class ServerGroups {
    private static final Map<String, Set<String>> TYPES =
            Map.of("Instance", Set.of("Ecs", "Eni", "Eci"), "Ip", Set.of("Ip"), "Fc", Set.of("Fc"));
    private static final int MOST_SERVERS = 1000;

    private ServerGroups() {}

    static void complete(Map<String, Object> attributes) {
        if (!"Fc".equals(attributes.get("ServerGroupType"))) {
            attributes.putIfAbsent("VpcId", Completion.VPC_ID);
        }
        Map<String, Object> check = Values.object(attributes.get("HealthCheckConfig"));
        check.putIfAbsent("HealthCheckEnabled", true);
        attributes.put("HealthCheckConfig", check);
        attributes.putIfAbsent("ConfigManagedEnabled", false);
    }

    static void check(Call call, Resource future, List<Resource> before) {
        if (future.attributes().get("SlowStartConfig") instanceof Map<?, ?> slow
                && Boolean.TRUE.equals(slow.get("SlowStartEnabled"))
                && !future.text("Scheduler").equals("Wrr")) {
            throw call.error(
                    "Slow start needs the scheduler Wrr, not " + future.text("Scheduler") + ".",
                    "Mismatch.ServerGroupSchedulerAndSlowStartEnable");
        }
    }

    /** A server that is to be added. */
    static void checkServer(Call call, Resource future, List<Resource> before) {
        Resource group = future.upTo(SERVER_GROUP);
        String type = future.text("ServerType");
        if (future.text("ServerId").isEmpty()) {
            throw call.operation().missing("Servers." + (before.size() + 1) + ".", "ServerId");
        }
        if (!type.equals("Fc") && !future.attributes().containsKey("Port")) {
            throw call.operation().missing("Servers." + (before.size() + 1) + ".", "Port");
        }
        if (!TYPES.getOrDefault(group.text("ServerGroupType"), Set.of()).contains(type)) {
            throw call.error(
                    "The server type " + type + " and the type of the " + group + ", " + group.text("ServerGroupType")
                            + ", are mismatched.",
                    "Mismatch.ServerType");
        }
        if (group.children(SERVER).size() + before.size() >= MOST_SERVERS) {
            throw call.error(
                    "The " + group + " has " + MOST_SERVERS + " servers.",
                    "ResourceQuotaExceeded.ServerAddedNum",
                    "QuotaExceeded.QuotaInsufficient");
        }
    }

    /** Servers are {@code Replacing} meanwhile, a state that only the text of this operation names. */
    static Change replace(Call call) {
        Resource group = call.steady(SERVER_GROUP);
        List<Resource> removed = Deletion.known(call, SERVER, group, "RemovedServers");
        List<Resource> added =
                new Creation(SERVER, "AddedServers", ServerGroups::checkServer).made(call, group, "Replacing");
        List<Resource> touched = new ArrayList<>(removed);
        touched.addAll(added);
        return new Change(
                group,
                "Update",
                List.of(),
                touched,
                group.attributes(),
                () -> {
                    group.becomes("Configuring");
                    removed.forEach(server -> server.becomes("Replacing"));
                    resize(call, group, List.of(), added);
                },
                () -> settle(call, group, removed, added),
                () -> settle(call, group, added, removed));
    }

    private static void settle(Call call, Resource group, List<Resource> leaving, List<Resource> staying) {
        resize(call, group, leaving, List.of());
        staying.forEach(server -> server.becomes(SERVER.ready()));
        group.becomes(SERVER_GROUP.ready());
    }

    private static void resize(Call call, Resource group, List<Resource> leaving, List<Resource> coming) {
        int before = group.children(SERVER).size();
        leaving.forEach(call.state()::remove);
        coming.forEach(call.state()::place);
        call.account().tell(SERVER, group, before);
    }
}
