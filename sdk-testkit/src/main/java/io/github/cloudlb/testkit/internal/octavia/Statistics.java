package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What went through a load balancer or listener; no traffic goes through this one. */
final class Statistics {

    private Statistics() {}

    static Answer all() {
        return Answer.json(200, Json.object("stats", none()));
    }

    /** An amphora has statistics of each listener. */
    static Answer ofAmphora(Resource amphora) {
        Resource loadBalancer = amphora.loadBalancer();
        List<Object> rows = new ArrayList<>();
        for (Resource listener : loadBalancer.children().of(Kind.LISTENER)) {
            Map<String, Object> row = none();
            row.put("id", amphora.id());
            row.put("listener_id", listener.id());
            row.put("loadbalancer_id", loadBalancer.id());
            rows.add(row);
        }
        return rows.isEmpty()
                ? OctaviaErrors.client(404, "Amphora stats for " + amphora.id() + " not found.")
                : Answer.json(200, Json.object("amphora_stats", rows));
    }

    private static Map<String, Object> none() {
        return Json.object(
                "bytes_in", 0, "bytes_out", 0, "active_connections", 0, "total_connections", 0, "request_errors", 0);
    }
}
