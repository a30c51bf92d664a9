package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes of load balancers that are more than setting what is sent. */
final class LoadBalancerActs {
    private static final List<String> EDITIONS = List.of("Basic", "Standard", "StandardWithWaf");

    private LoadBalancerActs() {}

    /** EnableDeletionProtection and DisableDeletionProtection, which call the load balancer a resource. */
    static Write deletionProtection(boolean enabled) {
        return call -> {
            Resource target = call.steady(call.get(LOAD_BALANCER, call.text("ResourceId")));
            return Change.configuring(target, () -> protect(call, target, enabled, Map.of()));
        };
    }

    /** UpdateLoadBalancerProtection. */
    static Change protection(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        return Change.configuring(target, () -> {
            if (call.sent().get("DeletionProtectionEnabled") instanceof Boolean enabled) {
                Object reason = call.sent().get("DeletionProtectionReason");
                protect(call, target, enabled, reason == null ? Map.of() : Map.of("Reason", reason));
            }
            Object status = call.sent().get("ModificationProtectionStatus");
            if (status != null) {
                Map<String, Object> config = Json.object(
                        "Status", status, "EnabledTime", call.account().now());
                Object reason = call.sent().get("ModificationProtectionReason");
                if (reason != null) {
                    config.put("Reason", reason);
                }
                target.attributes().put("ModificationProtectionConfig", config);
            }
        });
    }

    private static void protect(Call call, Resource target, boolean enabled, Map<String, Object> more) {
        Map<String, Object> config = Json.object("Enabled", enabled);
        if (enabled) {
            config.put("EnabledTime", call.account().now());
            config.putAll(more);
        }
        target.attributes().put("DeletionProtectionConfig", config);
    }

    static Change edition(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        int step = EDITIONS.indexOf(call.text("LoadBalancerEdition"))
                - EDITIONS.indexOf(target.text("LoadBalancerEdition"));
        if (step <= 0) {
            throw call.error(
                    "The edition of the " + target + " is " + target.text("LoadBalancerEdition") + ".",
                    step == 0 ? "OperationDenied.EditionNotChanged" : "OperationDenied.Downgrade");
        }
        return set(target, "LoadBalancerEdition", call.text("LoadBalancerEdition"));
    }

    static Change addressType(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        if (target.text("AddressType").equals(call.text("AddressType"))) {
            throw call.error(
                    "The address type of the " + target + " is " + call.text("AddressType") + " already.",
                    "OperationDenied.AddressTypeNotChanged");
        }
        return Change.configuring(target, () -> {
            target.attributes().put("AddressType", call.text("AddressType"));
            List<Map<String, Object>> said = call.objects("ZoneMappings");
            List<Map<String, Object>> bare = new ArrayList<>();
            for (Map<String, Object> zone : Values.objects(target.attributes().get("ZoneMappings"))) {
                Map<String, Object> one = Json.object("ZoneId", zone.get("ZoneId"), "VSwitchId", zone.get("VSwitchId"));
                said.stream()
                        .filter(other -> Objects.equals(zone.get("ZoneId"), other.get("ZoneId")))
                        .forEach(one::putAll);
                bare.add(one);
            }
            target.attributes().put("ZoneMappings", LoadBalancers.zones(target, bare));
        });
    }

    static Write ipv6(String type) {
        return call -> {
            Resource target = call.steady(LOAD_BALANCER);
            if (!target.text("AddressIpVersion").equals("DualStack")) {
                throw call.error("The " + target + " is not dual-stack.", "OperationDenied.NonDualStackInstance");
            }
            if (target.text("Ipv6AddressType").equals(type)) {
                throw call.error(
                        "The IPv6 address type of the " + target + " is " + type + " already.",
                        "OperationDenied.Ipv6" + type + "Instance");
            }
            return set(target, "Ipv6AddressType", type);
        };
    }

    static Change enableAccessLog(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        if (target.attributes().containsKey("AccessLogConfig")) {
            throw call.error("The access log of the " + target + " is enabled.", "OperationDenied.AccessLogEnabled");
        }
        return set(
                target,
                "AccessLogConfig",
                Json.object("LogProject", call.text("LogProject"), "LogStore", call.text("LogStore")));
    }

    static Change disableAccessLog(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        if (!target.attributes().containsKey("AccessLogConfig")) {
            throw call.error("The access log of the " + target + " is disabled.", "OperationDenied.AccessLogDisabled");
        }
        return Change.configuring(target, () -> target.attributes().remove("AccessLogConfig"));
    }

    static Change attachBandwidth(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        if (call.product() == Product.NLB && target.text("AddressType").equals("Intranet")) {
            throw call.error("The " + target + " has no public address.", "OperationDenied.IntranetLoadBalancer");
        }
        if (target.attributes().containsKey("BandwidthPackageId")) {
            throw call.error(
                    "The " + target + " has the bandwidth package " + target.text("BandwidthPackageId") + ".",
                    "ResourceAlreadyAssociated.LoadBalancer",
                    "IncorrectStatus.CommonBandwidthPackage");
        }
        return set(target, "BandwidthPackageId", call.text("BandwidthPackageId"));
    }

    static Change detachBandwidth(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        if (!target.text("BandwidthPackageId").equals(call.text("BandwidthPackageId"))) {
            throw call.error(
                    "The " + target + " does not have the bandwidth package " + call.text("BandwidthPackageId") + ".",
                    "ResourceNotAssociated.LoadBalancer",
                    "IncorrectStatus.CommonBandwidthPackage");
        }
        return Change.configuring(target, () -> target.attributes().remove("BandwidthPackageId"));
    }

    static Change joinSecurityGroup(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        List<String> now = new ArrayList<>(Values.texts(target.attributes().get("SecurityGroupIds")));
        for (String id : call.texts("SecurityGroupIds")) {
            if (now.contains(id)) {
                throw call.error(
                        "The " + target + " has joined the security group " + id + ".",
                        "ResourceAlreadyAssociated.SecurityGroup",
                        "Conflict.SecurityGroup");
            }
            now.add(id);
        }
        if (target.children(LISTENER).all().stream()
                .anyMatch(listener -> listener.attributes().containsKey("AclConfig"))) {
            throw call.error(
                    "A listener of the " + target + " has an access control list.",
                    "OperationDenied.LbAssociatedAclCanNotJoinSecurityGroup");
        }
        return set(target, "SecurityGroupIds", now);
    }

    static Change leaveSecurityGroup(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        List<String> now = new ArrayList<>(Values.texts(target.attributes().get("SecurityGroupIds")));
        for (String id : call.texts("SecurityGroupIds")) {
            if (!now.remove(id)) {
                throw call.error(
                        "The " + target + " has not joined the security group " + id + ".",
                        "ResourceNotAssociated.SecurityGroup",
                        "ResourceNotFound.SecurityGroup");
            }
        }
        return set(target, "SecurityGroupIds", now);
    }

    private static Change set(Resource target, String name, Object value) {
        return Change.configuring(target, () -> target.attributes().put(name, value));
    }
}
