package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.internal.http.Json;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Server groups as such: create, list, update, delete. */
public final class GroupOperations {
    private static final List<String> CONFIGURATIONS = List.of(
            "HealthCheckConfig", "StickySessionConfig", "ConnectionDrainConfig", "SlowStartConfig", "UchConfig");
    private static final List<String> PLAIN = List.of(
            "ServerGroupName",
            "Scheduler",
            "ServiceName",
            "UpstreamKeepaliveEnabled",
            "CrossZoneEnabled",
            "IpVersionAffinityMode");

    private final InstantSource clock;
    private final Map<String, ServerGroup> groups = new LinkedHashMap<>();
    private int made;

    public GroupOperations(InstantSource clock) {
        this.clock = clock;
    }

    public ServerGroup get(String id) {
        ServerGroup group = groups.get(id);
        if (group == null) {
            throw new AlbRefusal(
                    404,
                    "ResourceNotFound.ServerGroup",
                    "The specified resource of server group " + id + " is not found.");
        }
        return group;
    }

    /** One that may be written to. */
    public ServerGroup available(String id) {
        ServerGroup group = get(id);
        if (!group.isAvailable()) {
            throw new AlbRefusal(
                    400, "IncorrectStatus.ServerGroup", "The status of server group " + id + " is incorrect.");
        }
        return group;
    }

    public Change create(AlbParameters parameters) {
        String name = name(parameters.required("ServerGroupName"));
        parameters.required("HealthCheckConfig.HealthCheckEnabled");
        ServerGroup group = make(name, parameters.text("ServerGroupType").orElse("Instance"));
        for (String fixed : List.of("Protocol", "VpcId", "ResourceGroupId")) {
            parameters.text(fixed).ifPresent(value -> group.attributes().put(fixed, value));
        }
        configure(group, parameters);
        group.becomes("Creating");
        return new Change(
                group.id(),
                "Create",
                Json.object("ServerGroupId", group.id()),
                () -> groups.put(group.id(), group),
                () -> group.becomes("Available"),
                () -> groups.remove(group.id()));
    }

    public Change update(AlbParameters parameters) {
        String id = parameters.required("ServerGroupId");
        parameters.text("ServerGroupName").ifPresent(GroupOperations::name);
        ServerGroup group = available(id);
        return new Change(
                id,
                "Update",
                Map.of(),
                () -> group.becomes("Configuring"),
                () -> {
                    configure(group, parameters);
                    group.becomes("Available");
                },
                () -> group.becomes("Available"));
    }

    public Change delete(AlbParameters parameters) {
        ServerGroup group = available(parameters.required("ServerGroupId"));
        return new Change(
                group.id(),
                "Delete",
                Map.of(),
                () -> group.becomes("Deleting"),
                () -> groups.remove(group.id()),
                () -> group.becomes("Available"));
    }

    public Map<String, Object> list(AlbParameters parameters) {
        List<String> ids = parameters.list("ServerGroupIds", 20);
        List<String> names = parameters.list("ServerGroupNames", 10);
        List<ServerGroup> found = groups.values().stream()
                .filter(group -> ids.isEmpty() || ids.contains(group.id()))
                .filter(group -> names.isEmpty() || names.contains(group.text("ServerGroupName")))
                .filter(group -> Set.of("ServerGroupType", "VpcId", "ResourceGroupId").stream()
                        .allMatch(name ->
                                parameters.text(name).orElse(group.text(name)).equals(group.text(name))))
                .toList();
        return AlbPage.of("ServerGroups", found, parameters, ServerGroup::view);
    }

    /** An available group, as a test adds it. */
    public ServerGroup add(String name) {
        ServerGroup group = make(name, "Instance");
        groups.put(group.id(), group);
        return group;
    }

    private ServerGroup make(String name, String type) {
        Map<String, Object> attributes = Json.object(
                "ServerGroupName", name, "ServerGroupStatus", "Available", "ServerGroupType", type, "Protocol", "HTTP");
        attributes.put("Scheduler", "Wrr");
        attributes.put("VpcId", AlbServer.VPC_ID);
        attributes.put("ResourceGroupId", "rg-testkit");
        attributes.put("HealthCheckConfig", Json.object("HealthCheckEnabled", true, "HealthCheckInterval", 2));
        attributes.put("StickySessionConfig", Json.object("StickySessionEnabled", false));
        attributes.put(
                "ConnectionDrainConfig", Json.object("ConnectionDrainEnabled", false, "ConnectionDrainTimeout", 300));
        attributes.put("SlowStartConfig", Json.object("SlowStartEnabled", false, "SlowStartDuration", 30));
        attributes.put("CrossZoneEnabled", true);
        attributes.put("RelatedLoadBalancerIds", List.of());
        attributes.put("Tags", List.of());
        attributes.put(
                "CreateTime", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return new ServerGroup(String.format("sgp-testkit%08d", ++made), attributes);
    }

    private static void configure(ServerGroup group, AlbParameters parameters) {
        PLAIN.forEach(name -> parameters
                .text(name)
                .ifPresent(value -> group.attributes().put(name, AlbParameters.typed(name, value))));
        for (String name : CONFIGURATIONS) {
            Map<String, Object> sent = parameters.object(name);
            if (!sent.isEmpty()) {
                Map<String, Object> merged = Json.object();
                if (group.attributes().get(name) instanceof Map<?, ?> before) {
                    before.forEach((key, value) -> merged.put(String.valueOf(key), value));
                }
                merged.putAll(sent);
                group.attributes().put(name, merged);
            }
        }
    }

    private static String name(String name) {
        if (name.length() < 2 || name.length() > 128) {
            throw AlbRefusal.invalid("ServerGroupName", "not 2 to 128 characters");
        }
        return name;
    }
}
