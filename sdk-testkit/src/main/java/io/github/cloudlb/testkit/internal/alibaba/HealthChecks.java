package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.HEALTH_CHECK_TEMPLATE;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.RULE;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER_GROUP;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Templates of health checks, and what the checks find: servers that are being added are not healthy yet. */
final class HealthChecks {

    private HealthChecks() {}

    /** ApplyHealthCheckTemplateToServerGroup. */
    static Change apply(Call call) {
        Resource template = call.steady(HEALTH_CHECK_TEMPLATE);
        Resource group = call.steady(SERVER_GROUP);
        return Change.configuring(group, () -> {
            Map<String, Object> config =
                    Values.object(Values.copy(Values.object(group.attributes().get("HealthCheckConfig"))));
            template.attributes().forEach((name, value) -> {
                if (name.startsWith("Health") && !name.startsWith("HealthCheckTemplate")
                        || name.equals("UnhealthyThreshold")) {
                    // Templates spell it "HTTP 1.1", server groups "HTTP1.1".
                    config.put(name, value instanceof String text ? text.replace("HTTP 1.", "HTTP1.") : value);
                }
            });
            group.attributes().put("HealthCheckConfig", config);
        });
    }

    /** GetListenerHealthStatus; with its rules, if asked, a page of them. */
    static Map<String, Object> ofListener(Call call) {
        Resource listener = call.get(LISTENER);
        List<Resource> rules =
                call.isTrue("IncludeRule") ? List.copyOf(listener.children(RULE).all()) : List.of();
        Map<String, Object> answer = Paging.of(
                call,
                rules,
                rule -> Json.object("RuleId", rule.id(), "ServerGroupInfos", groups(call, rule, "RuleActions")));
        List<Map<String, Object>> groups = groups(call, listener, "DefaultActions");
        group(call, listener.text("ServerGroupId")).forEach(groups::add);
        answer.put(
                "ListenerHealthStatus",
                List.of(Json.object(
                        "ListenerId", listener.id(),
                        "ListenerPort", listener.attributes().get("ListenerPort"),
                        "ListenerProtocol", listener.text("ListenerProtocol"),
                        "ServerGroupInfos", groups)));
        if (call.product() == Product.ALB) {
            return answer;
        }
        answer.remove("RuleHealthStatus");
        return answer;
    }

    private static List<Map<String, Object>> groups(Call call, Resource user, String actions) {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Map<String, Object> action : Values.objects(user.attributes().get(actions))) {
            for (Map<String, Object> tuple : Listeners.tuples(action)) {
                groups.addAll(group(call, String.valueOf(tuple.get("ServerGroupId"))));
            }
        }
        return groups;
    }

    private static List<Map<String, Object>> group(Call call, String id) {
        Resource group = call.state().find(SERVER_GROUP, id);
        if (group == null) {
            return List.of();
        }
        boolean checked = Boolean.TRUE.equals(
                Values.object(group.attributes().get("HealthCheckConfig")).get("HealthCheckEnabled"));
        List<Map<String, Object>> unhealthy = new ArrayList<>();
        for (Resource server : group.children(SERVER).all()) {
            if (server.status().equals("Adding")) {
                unhealthy.add(Json.object(
                        "ServerId", server.text("ServerId"),
                        "ServerIp", server.text("ServerIp"),
                        "Port", server.attributes().getOrDefault("Port", 0),
                        "Status", "Initial"));
            }
        }
        return List.of(Json.object(
                "ServerGroupId", id,
                "ActionType", "ForwardGroup",
                "HealthCheckEnabled", checked ? "on" : "off",
                "HeathCheckEnabled", checked,
                "NonNormalServers", unhealthy));
    }
}
