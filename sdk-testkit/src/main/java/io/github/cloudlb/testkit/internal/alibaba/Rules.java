package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.RULE;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is peculiar to forwarding rules. */
final class Rules {

    private Rules() {}

    static void check(Call call, Resource future, List<Resource> before) {
        if (!before.isEmpty() && before.get(0).upTo(LISTENER) != future.upTo(LISTENER)) {
            throw call.error(
                    "The " + future + " is at another listener than the " + before.get(0) + ".",
                    "OperationDenied.ListenerIdInconsistent");
        }
        checkPriority(call, future, before);
        checkSize(call, future);
        checkActions(call, future, Values.objects(future.attributes().get("RuleActions")));
    }

    static void checkDeletion(Call call, Resource target, List<Resource> before) {
        if (!before.isEmpty() && before.get(0).upTo(LOAD_BALANCER) != target.upTo(LOAD_BALANCER)) {
            throw call.error(
                    "The " + target + " is at another load balancer than the " + before.get(0) + ".",
                    "OperationDenied.CrossLoadBalancerRules");
        }
    }

    /** Those of the same call may change places. */
    private static void checkPriority(Call call, Resource future, List<Resource> before) {
        Set<String> changed = new HashSet<>();
        call.objects("Rules").forEach(rule -> changed.add(String.valueOf(rule.get("RuleId"))));
        changed.add(future.id());
        for (Resource other : future.upTo(LISTENER).children(RULE).all()) {
            if (!changed.contains(other.id())) {
                refuseSame(call, future, other);
            }
        }
        before.forEach(other -> refuseSame(call, future, other));
    }

    private static void refuseSame(Call call, Resource future, Resource other) {
        if (other.text("Priority").equals(future.text("Priority"))
                && other.text("Direction").equals(future.text("Direction"))) {
            throw call.error(
                    "The " + other + " has the priority " + future.text("Priority") + ".", "Conflict.Priority");
        }
    }

    /** Limits by edition, from the texts of the operations. */
    private static void checkSize(Call call, Resource future) {
        boolean basic = future.upTo(LOAD_BALANCER).text("LoadBalancerEdition").equals("Basic");
        int conditions =
                Values.objects(future.attributes().get("RuleConditions")).size();
        if (conditions > (basic ? 5 : 10)) {
            throw call.error(
                    conditions + " conditions are more than this edition has.",
                    "QuotaExceeded.RuleMatchEvaluationsNum");
        }
        int actions = Values.objects(future.attributes().get("RuleActions")).size();
        if (actions > (basic ? 3 : 5)) {
            throw call.error(actions + " actions are more than this edition has.", "QuotaExceeded.RuleActionsNum");
        }
    }

    private static void checkActions(Call call, Resource future, List<Map<String, Object>> actions) {
        Set<String> forwarded = new HashSet<>();
        Set<String> protocols = new HashSet<>();
        boolean rewrites = false;
        for (Map<String, Object> action : actions) {
            rewrites |= action.containsKey("RewriteConfig");
            for (Map<String, Object> tuple : Listeners.tuples(action)) {
                String id = String.valueOf(tuple.get("ServerGroupId"));
                protocols.add(Listeners.checkGroup(call, future.upTo(LOAD_BALANCER), future, id)
                        .text("Protocol"));
                forwarded.add(id);
            }
        }
        if (protocols.size() > 1) {
            throw call.error(
                    "The server groups of a rule have the protocols " + protocols + ".",
                    "OperationDenied.ProtocolMustSameForForwardGroupAction");
        }
        if (rewrites && forwarded.isEmpty()) {
            throw call.error(
                    "A rule that rewrites must forward to a server group, too.",
                    "OperationDenied.RewriteMissingForwardGroup");
        }
        actions.forEach(action -> checkMirror(call, future, action, forwarded));
    }

    private static void checkMirror(Call call, Resource future, Map<String, Object> action, Set<String> forwarded) {
        Map<String, Object> mirror = Values.object(action.get("TrafficMirrorConfig"));
        for (Map<String, Object> tuple :
                Values.objects(Values.object(mirror.get("MirrorGroupConfig")).get("ServerGroupTuples"))) {
            String id = String.valueOf(tuple.get("ServerGroupId"));
            Resource group = Listeners.checkGroup(call, future.upTo(LOAD_BALANCER), future, id);
            if (forwarded.contains(id)) {
                throw call.error(
                        "The " + group + " is forwarded to and mirrored to.",
                        "OperationDenied.SameGroupForForwardAndMirrorAction");
            }
            if (group.text("ServerGroupType").equals("Ip")) {
                throw call.error(
                        "The " + group + " is of type Ip.", "OperationDenied.IpGroupCanNotUsedForMirrorAction");
            }
            if (!group.text("Protocol").equals("HTTP")) {
                throw call.error(
                        "The " + group + " is not for HTTP.", "OperationDenied.MirrorActionSupportHttpGroupOnly");
            }
        }
    }
}
