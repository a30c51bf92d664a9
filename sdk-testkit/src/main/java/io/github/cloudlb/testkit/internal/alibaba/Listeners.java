package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.SERVER_GROUP;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is peculiar to listeners. */
final class Listeners {
    private static final int MOST = 50;
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "QUIC", "TCPSSL");
    private static final Set<String> DATAGRAMS = Set.of("QUIC", "UDP");

    private Listeners() {}

    static void check(Call call, Resource future, List<Resource> before) {
        Resource owner = future.upTo(LOAD_BALANCER);
        if (call.state().find(LISTENER, future.id()) == null) {
            checkNew(call, owner, future);
        }
        for (Map<String, Object> action : Values.objects(future.attributes().get("DefaultActions"))) {
            for (Map<String, Object> tuple : tuples(action)) {
                checkGroup(call, owner, future, String.valueOf(tuple.get("ServerGroupId")));
            }
        }
        if (!future.text("ServerGroupId").isEmpty()) {
            checkGroup(call, owner, future, future.text("ServerGroupId"));
        }
        if (!future.text("SecurityPolicyId").isEmpty()) {
            SecurityPolicies.demand(call, future.text("SecurityPolicyId"));
        }
    }

    private static void checkNew(Call call, Resource owner, Resource future) {
        for (Resource other : owner.children(LISTENER).all()) {
            if (other.text("ListenerPort").equals(future.text("ListenerPort"))
                    && !future.text("ListenerPort").equals("0")
                    && isDatagram(other) == isDatagram(future)) {
                throw call.error(
                        "The " + owner + " has the " + other + " at port " + future.text("ListenerPort") + ".",
                        "ResourceAlreadyExist.Listener",
                        "Conflict.Port");
            }
        }
        if (owner.children(LISTENER).size() >= MOST) {
            throw call.error(
                    "The " + owner + " has " + MOST + " listeners.",
                    "ResourceQuotaExceeded.LoadBalancerListenersNum",
                    "QuotaExceeded.QuotaInsufficient");
        }
        boolean certified = future.attributes().containsKey("Certificates")
                || future.attributes().containsKey("CertificateIds");
        if (isEncrypted(future) && !certified) {
            throw call.error(
                    "A listener of protocol " + future.text("ListenerProtocol") + " needs a certificate.",
                    "MissingParam.Certificate",
                    "InvalidParameter");
        }
    }

    static boolean isEncrypted(Resource listener) {
        return ENCRYPTED.contains(listener.text("ListenerProtocol"));
    }

    private static boolean isDatagram(Resource listener) {
        return DATAGRAMS.contains(listener.text("ListenerProtocol"));
    }

    /** Of an action that forwards, whichever way; empty for others. */
    static List<Map<String, Object>> tuples(Map<String, Object> action) {
        return Values.objects(Values.object(action.get("ForwardGroupConfig")).get("ServerGroupTuples"));
    }

    /** A server group to forward to. */
    static Resource checkGroup(Call call, Resource owner, Resource user, String id) {
        Resource group = call.state().find(SERVER_GROUP, id);
        if (group == null) {
            throw call.notFound(SERVER_GROUP, id);
        }
        String vpc = group.text("VpcId");
        if (!vpc.isEmpty() && !vpc.equals(owner.text("VpcId"))) {
            throw call.error(
                    "The " + group + " is in VPC " + vpc + ", the " + owner + " in " + owner.text("VpcId") + ".",
                    "Mismatch.VpcId");
        }
        if (group.text("Protocol").equalsIgnoreCase("gRPC")
                && user.upTo(LISTENER).text("ListenerProtocol").equals("HTTP")) {
            throw call.error(
                    "The " + group + " is for gRPC, which needs a listener of protocol HTTPS.",
                    "OperationDenied.GRPCServerGroup");
        }
        if (call.product() == Product.ALB && owner.text("LoadBalancerEdition").equals("Basic")) {
            demandEdition(call, group, "ConnectionDrainConfig", "ConnectionDrainEnabled", "ConnectionDrain");
            demandEdition(call, group, "SlowStartConfig", "SlowStartEnabled", "SlowStartEnable");
        }
        return group;
    }

    private static void demandEdition(Call call, Resource group, String config, String flag, String feature) {
        if (Boolean.TRUE.equals(Values.object(group.attributes().get(config)).get(flag))) {
            throw call.error(
                    "The edition Basic does not support " + config + " of the " + group + ".",
                    "Mismatch.LoadBalancerEditionAnd" + feature);
        }
    }

    /** StartListener and StopListener; the status stands for what the listener is before and after. */
    static Write turn(String from, String to) {
        return call -> {
            Resource target = call.get(LISTENER);
            target.parent().ifPresent(call::steady);
            if (!target.status().equals(from)) {
                throw call.busy(target);
            }
            return Change.update(
                    target, () -> target.becomes("Configuring"), () -> target.becomes(to), () -> target.becomes(from));
        };
    }

    static void checkScriptDeletion(Call call, Resource target, List<Resource> before) {
        if (!before.isEmpty() && before.get(0).upTo(LISTENER) != target.upTo(LISTENER)) {
            throw call.error(
                    "The " + target + " is at another listener than the " + before.get(0) + ".",
                    "OperationDenied.CrossListenerAScripts");
        }
    }

    static Change logConfig(Call call) {
        Resource target = call.steady(LISTENER);
        Resource owner = target.upTo(LOAD_BALANCER);
        if (!owner.attributes().containsKey("AccessLogConfig")) {
            throw call.error("The access log of the " + owner + " is disabled.", "OperationDenied.AccessLogDisabled");
        }
        return Change.configuring(target, () -> {
            Map<String, Object> config = Json.object(
                    "AccessLogRecordCustomizedHeadersEnabled", call.isTrue("AccessLogRecordCustomizedHeadersEnabled"));
            config.put("AccessLogTracingConfig", call.sent().get("AccessLogTracingConfig"));
            target.attributes().put("LogConfig", config);
        });
    }
}
