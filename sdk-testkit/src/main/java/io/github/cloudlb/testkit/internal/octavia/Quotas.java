package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many of each kind a project may have; a limit that is not set is none. */
public final class Quotas {
    private static final List<String> NAMES =
            List.of("load_balancer", "listener", "member", "pool", "health_monitor", "l7policy", "l7rule");
    private static final int NO_LIMIT = -1;

    private final OctaviaState state;
    private final Map<String, Map<String, Object>> projects = new LinkedHashMap<>();

    Quotas(OctaviaState state) {
        this.state = state;
    }

    /** Refuses so many more, if that is over the limit. */
    public void check(Kind kind, int more) {
        Map<String, Object> limits = limits(OctaviaServer.PROJECT_ID);
        Object limit = limits.get(name(kind));
        if (limit instanceof Integer most
                && most != NO_LIMIT
                && more > 0
                && state.all(kind).size() + more > most) {
            throw new Refusal(OctaviaErrors.client(403, "Quota has been met for resources: " + kind.title()));
        }
    }

    /** Sets limits under the names that Octavia had, or has, for them; null takes one away. */
    public void set(String project, Map<String, Object> limits) {
        Map<String, Object> kept = limits(project);
        limits.forEach((name, limit) -> kept.put(today(name), limit));
    }

    public boolean has(String project) {
        return projects.containsKey(project);
    }

    public Collection<String> projects() {
        return List.copyOf(projects.keySet());
    }

    /** Without the limits that were never set, or taken away. */
    public Map<String, Object> setIn(String project) {
        Map<String, Object> set = new LinkedHashMap<>(projects.getOrDefault(project, Map.of()));
        set.values().removeIf(limit -> limit == null);
        return set;
    }

    /** All limits of a project, or the service's own if that is no project. */
    public Map<String, Object> all(String project) {
        Map<String, Object> set = setIn(project);
        Map<String, Object> all = new LinkedHashMap<>();
        NAMES.forEach(name -> all.put(name, set.getOrDefault(name, NO_LIMIT)));
        return all;
    }

    /** As lists have it: old and new names, and null for what is not set. */
    public Map<String, Object> row(String project) {
        Map<String, Object> set = setIn(project);
        Map<String, Object> row = Json.object("project_id", project);
        for (String name : NAMES) {
            if (name.contains("_")) {
                row.put(name.replace("_", ""), set.get(name));
            }
            row.put(name, set.get(name));
        }
        row.put("tenant_id", project);
        return row;
    }

    private Map<String, Object> limits(String project) {
        return projects.computeIfAbsent(project, unseen -> new LinkedHashMap<>());
    }

    private static String name(Kind kind) {
        return today(kind.group());
    }

    private static String today(String name) {
        return switch (name) {
            case "loadbalancer" -> "load_balancer";
            case "healthmonitor" -> "health_monitor";
            case "rule" -> "l7rule";
            default -> {
                if (!NAMES.contains(name)) {
                    throw new IllegalArgumentException("There is no quota for " + name + ", only for " + NAMES);
                }
                yield name;
            }
        };
    }
}
