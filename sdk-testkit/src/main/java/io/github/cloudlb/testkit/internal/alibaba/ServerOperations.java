package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Servers of a group: add, remove, replace, update, list. */
public final class ServerOperations {
    private static final int MOST = 200;
    private static final Map<String, Set<String>> TYPES =
            Map.of("Instance", Set.of("Ecs", "Eni", "Eci"), "Ip", Set.of("Ip"), "Fc", Set.of("Fc"));

    private final GroupOperations groups;

    public ServerOperations(GroupOperations groups) {
        this.groups = groups;
    }

    public Change add(AlbParameters parameters) {
        String id = parameters.required("ServerGroupId");
        List<Map<String, Object>> sent = sent(parameters, "Servers");
        ServerGroup group = groups.available(id);
        List<Map<String, Object>> added = newOnes(group, sent);
        return change(
                group,
                () -> begin(group, added, "Adding"),
                () -> {},
                () -> group.servers().removeAll(added));
    }

    public Change remove(AlbParameters parameters) {
        String id = parameters.required("ServerGroupId");
        List<Map<String, Object>> sent = sent(parameters, "Servers");
        ServerGroup group = groups.available(id);
        List<Map<String, Object>> removed = knownOnes(group, sent);
        return change(
                group, () -> become(removed, "Removing"), () -> group.servers().removeAll(removed), () -> {});
    }

    /** Servers are {@code Replacing} meanwhile, a state that only the text of this operation names. */
    public Change replace(AlbParameters parameters) {
        String id = parameters.required("ServerGroupId");
        List<Map<String, Object>> sentToAdd = sent(parameters, "AddedServers");
        List<Map<String, Object>> sentToRemove = sent(parameters, "RemovedServers");
        ServerGroup group = groups.available(id);
        List<Map<String, Object>> removed = knownOnes(group, sentToRemove);
        List<Map<String, Object>> added = newOnes(group, sentToAdd);
        return change(
                group,
                () -> {
                    begin(group, added, "Replacing");
                    become(removed, "Replacing");
                },
                () -> group.servers().removeAll(removed),
                () -> group.servers().removeAll(added));
    }

    /** What is not sent stays as it is. */
    public Change update(AlbParameters parameters) {
        String id = parameters.required("ServerGroupId");
        List<AlbParameters> objects = parameters.requiredObjects("Servers", MOST);
        List<Map<String, Object>> sent =
                objects.stream().map(ServerOperations::server).toList();
        ServerGroup group = groups.available(id);
        List<Map<String, Object>> known = knownOnes(group, sent);
        return change(
                group,
                () -> become(known, "Configuring"),
                () -> {
                    for (int i = 0; i < known.size(); i++) {
                        Map<String, Object> server = known.get(i);
                        objects.get(i)
                                .text("Weight")
                                .ifPresent(weight -> server.put("Weight", Integer.valueOf(weight)));
                        objects.get(i).text("Description").ifPresent(text -> server.put("Description", text));
                    }
                },
                () -> {});
    }

    public Map<String, Object> list(AlbParameters parameters) {
        ServerGroup group = groups.get(parameters.required("ServerGroupId"));
        List<String> ids = parameters.list("ServerIds", 20);
        List<Map<String, Object>> found = group.servers().stream()
                .filter(server -> ids.isEmpty() || ids.contains(String.valueOf(server.get("ServerId"))))
                .toList();
        return AlbPage.of("Servers", found, parameters, server -> {
            Map<String, Object> view = Json.object("ServerGroupId", group.id());
            view.putAll(server);
            return view;
        });
    }

    public static Map<String, Object> server(String id, String type, int port) {
        return Json.object("ServerId", id, "ServerType", type, "Port", port, "Weight", 100, "Status", "Available");
    }

    private static Change change(ServerGroup group, Runnable begin, Runnable done, Runnable undone) {
        return new Change(
                group.id(),
                "Update",
                Map.of(),
                () -> {
                    group.becomes("Configuring");
                    begin.run();
                },
                () -> settle(group, done),
                () -> settle(group, undone));
    }

    private static void settle(ServerGroup group, Runnable end) {
        end.run();
        become(group.servers(), "Available");
        group.becomes("Available");
    }

    private static void begin(ServerGroup group, List<Map<String, Object>> added, String status) {
        become(added, status);
        group.servers().addAll(added);
    }

    private static void become(List<Map<String, Object>> servers, String status) {
        servers.forEach(server -> server.put("Status", status));
    }

    private static List<Map<String, Object>> sent(AlbParameters parameters, String name) {
        return parameters.requiredObjects(name, MOST).stream()
                .map(ServerOperations::server)
                .toList();
    }

    private static Map<String, Object> server(AlbParameters sent) {
        String type = sent.required("ServerType");
        if (TYPES.values().stream().noneMatch(types -> types.contains(type))) {
            throw AlbRefusal.invalid("ServerType", type);
        }
        Map<String, Object> server = Json.object("ServerId", sent.required("ServerId"), "ServerType", type);
        if (!type.equals("Fc")) {
            sent.required("Port");
            server.put("Port", sent.number("Port", 1, 65535).orElse(0));
            server.put("Weight", sent.number("Weight", 0, 100).orElse(100));
        }
        sent.text("ServerIp").ifPresent(ip -> server.put("ServerIp", ip));
        sent.text("Description").ifPresent(text -> server.put("Description", text));
        sent.text("RemoteIpEnabled").ifPresent(flag -> server.put("RemoteIpEnabled", Boolean.valueOf(flag)));
        return server;
    }

    private static List<Map<String, Object>> newOnes(ServerGroup group, List<Map<String, Object>> sent) {
        refuseTwice(sent);
        Set<String> types = TYPES.getOrDefault(group.text("ServerGroupType"), Set.of());
        for (Map<String, Object> server : sent) {
            if (!types.contains(String.valueOf(server.get("ServerType")))) {
                throw new AlbRefusal(
                        400, "Mismatch.ServerType", "The server type and the server group are mismatched.");
            }
            if (group.find(server).isPresent()) {
                throw new AlbRefusal(
                        400,
                        "Conflict.BackendServer",
                        "There is already a backend server with the same configuration: " + ServerGroup.key(server)
                                + ".");
            }
        }
        return sent;
    }

    private static List<Map<String, Object>> knownOnes(ServerGroup group, List<Map<String, Object>> sent) {
        refuseTwice(sent);
        List<Map<String, Object>> known = new ArrayList<>();
        for (Map<String, Object> server : sent) {
            known.add(group.find(server)
                    .orElseThrow(() -> new AlbRefusal(
                            404,
                            "ResourceNotFound.BackendServer",
                            "The specified resource of backend server " + server.get("ServerId") + " is not found.")));
        }
        return known;
    }

    private static void refuseTwice(List<Map<String, Object>> sent) {
        Set<String> seen = new HashSet<>();
        for (Map<String, Object> server : sent) {
            if (!seen.add(ServerGroup.key(server))) {
                throw new AlbRefusal(
                        400,
                        "DuplicatedParam.BackendServer",
                        "The backend server " + ServerGroup.key(server) + " is there twice.");
            }
        }
    }
}
