package io.github.cloudlb.testkit.internal.alibaba;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server group with its servers; both are kept as they are answered. */
public final class ServerGroup {
    private final String id;
    private final Map<String, Object> attributes;
    private final List<Map<String, Object>> servers = new ArrayList<>();

    public ServerGroup(String id, Map<String, Object> attributes) {
        this.id = id;
        this.attributes = new LinkedHashMap<>(attributes);
        this.attributes.put("ServerGroupId", id);
    }

    public String id() {
        return id;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    public String text(String name) {
        return String.valueOf(attributes.get(name));
    }

    public void becomes(String status) {
        attributes.put("ServerGroupStatus", status);
    }

    public boolean isAvailable() {
        return text("ServerGroupStatus").equals("Available");
    }

    public List<Map<String, Object>> servers() {
        return servers;
    }

    /** The server that this one, as it was sent, is in the group. */
    public Optional<Map<String, Object>> find(Map<String, Object> sent) {
        return servers.stream().filter(server -> key(server).equals(key(sent))).findFirst();
    }

    public Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>(attributes);
        view.put("ServerCount", servers.size());
        return view;
    }

    /** The same server may be in a group with several ports. */
    public static String key(Map<String, Object> server) {
        return server.get("ServerId") + " " + server.get("Port");
    }
}
