package io.github.cloudlb.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server group with its servers; both are kept as they are answered. */
final class ServerGroup {
    private final String id;
    private final Map<String, Object> attributes;
    private final List<Map<String, Object>> servers = new ArrayList<>();

    ServerGroup(String id, Map<String, Object> attributes) {
        this.id = id;
        this.attributes = new LinkedHashMap<>(attributes);
        this.attributes.put("ServerGroupId", id);
    }

    String id() {
        return id;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    String text(String name) {
        return String.valueOf(attributes.get(name));
    }

    void becomes(String status) {
        attributes.put("ServerGroupStatus", status);
    }

    boolean isAvailable() {
        return text("ServerGroupStatus").equals("Available");
    }

    List<Map<String, Object>> servers() {
        return servers;
    }

    /** The server that this one, as it was sent, is in the group. */
    Optional<Map<String, Object>> find(Map<String, Object> sent) {
        return servers.stream().filter(server -> key(server).equals(key(sent))).findFirst();
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>(attributes);
        view.put("ServerCount", servers.size());
        return view;
    }

    /** The same server may be in a group with several ports. */
    static String key(Map<String, Object> server) {
        return server.get("ServerId") + " " + server.get("Port");
    }
}
