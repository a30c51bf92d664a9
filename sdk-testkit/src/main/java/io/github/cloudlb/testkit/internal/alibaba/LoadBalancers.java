package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is peculiar to load balancers: their zones and addresses, and what protects them. */
final class LoadBalancers {
    private static final List<Map<String, Object>> USUAL_ZONES = List.of(
            Map.of("ZoneId", "cn-hangzhou-h", "VSwitchId", "vsw-testkit-h"),
            Map.of("ZoneId", "cn-hangzhou-i", "VSwitchId", "vsw-testkit-i"));

    private LoadBalancers() {}

    static void check(Call call, Resource future, List<Resource> before) {
        checkZones(call, call.objects("ZoneMappings"));
    }

    static void checkDeletion(Call call, Resource target, List<Resource> before) {
        if (target.attributes().get("DeletionProtectionConfig") instanceof Map<?, ?> protection
                && Boolean.TRUE.equals(protection.get("Enabled"))) {
            throw call.error(
                    "Deletion protection of the " + target + " is enabled.",
                    "OperationDenied.DeletionProtectionEnabled");
        }
    }

    /** A zone is there once; a vSwitch is in one zone, that in which it was first seen. */
    static void checkZones(Call call, List<Map<String, Object>> zones) {
        Set<Object> seen = new HashSet<>();
        Map<String, Object> known = vSwitches(call.account());
        for (Map<String, Object> zone : zones) {
            Object id = zone.get("ZoneId");
            if (!seen.add(String.valueOf(id))) {
                throw call.error(
                        "The zone " + id + " is there twice.",
                        "DuplicatedParam.ZoneId",
                        "OperationFailed.DuplicateZones.",
                        "InvalidZones");
            }
            Object other = known.get(String.valueOf(zone.get("VSwitchId")));
            if (other != null && !other.equals(id)) {
                throw call.error(
                        "The vSwitch " + zone.get("VSwitchId") + " is in zone " + other + ", not " + id + ".",
                        "Mismatch.ZoneIdAndVSwitchId",
                        "OperationDenied.ZoneVSwitchChanged",
                        "Mismatch.ZoneIdAndVSwitchId");
            }
        }
    }

    /** The zone of each vSwitch that was ever used. */
    private static Map<String, Object> vSwitches(Account account) {
        return account.settings().computeIfAbsent("VSwitches", unseen -> Json.object());
    }

    /** After this the vSwitches of the load balancer are known to be in their zones. */
    static void remember(Account account, Resource made) {
        if (made.kind() == Kind.LOAD_BALANCER) {
            Values.objects(made.attributes().get("ZoneMappings"))
                    .forEach(zone -> vSwitches(account)
                            .putIfAbsent(String.valueOf(zone.get("VSwitchId")), String.valueOf(zone.get("ZoneId"))));
        }
    }

    static void complete(Account account, Resource resource) {
        Map<String, Object> attributes = resource.attributes();
        boolean alb = account.product() == Product.ALB;
        attributes.putIfAbsent("VpcId", Completion.VPC_ID);
        attributes.putIfAbsent("AddressType", "Internet");
        attributes.putIfAbsent("AddressIpVersion", alb ? "IPv4" : "ipv4");
        attributes.putIfAbsent(
                "DNSName",
                resource.id() + "." + Completion.REGION_ID + "."
                        + account.product().name().toLowerCase(Locale.ROOT) + ".aliyuncs.com");
        attributes.putIfAbsent(alb ? "LoadBalancerBussinessStatus" : "LoadBalancerBusinessStatus", "Normal");
        attributes.putIfAbsent(alb ? "LoadBalancerOperationLocks" : "OperationLocks", List.of());
        if (alb) {
            attributes.putIfAbsent("LoadBalancerEdition", "Standard");
        } else {
            attributes.putIfAbsent("LoadBalancerType", "network");
            attributes.putIfAbsent("CrossZoneEnabled", true);
        }
        if ("DualStack".equals(attributes.get("AddressIpVersion"))) {
            attributes.putIfAbsent("Ipv6AddressType", "Intranet");
        }
        Object groups = attributes.get("SecurityGroupIds");
        attributes.put("SecurityGroupIds", groups instanceof List<?> list ? groupIds(list) : List.of());
        bill(attributes);
        protect(account, attributes);
        Object zones = attributes.get("ZoneMappings");
        attributes.put("ZoneMappings", zones(resource, zones == null ? USUAL_ZONES : Values.objects(zones)));
    }

    private static List<String> groupIds(List<?> list) {
        return list.stream()
                .map(one -> one instanceof Map<?, ?> object ? object.get("SecurityGroupId") : one)
                .map(String::valueOf)
                .toList();
    }

    private static void bill(Map<String, Object> attributes) {
        Map<String, Object> billing = Values.object(attributes.get("LoadBalancerBillingConfig"));
        Object bandwidth = billing.remove("BandwidthPackageId");
        if (bandwidth != null) {
            attributes.put("BandwidthPackageId", bandwidth);
        }
        billing.putIfAbsent("PayType", "PostPay");
        attributes.put("LoadBalancerBillingConfig", billing);
    }

    private static void protect(Account account, Map<String, Object> attributes) {
        Map<String, Object> deletion = Values.object(attributes.get("DeletionProtectionConfig"));
        Object enabled = attributes.remove("DeletionProtectionEnabled");
        deletion.putIfAbsent("Enabled", enabled != null && enabled.equals(true));
        attributes.put("DeletionProtectionConfig", deletion);
        if (Boolean.TRUE.equals(deletion.get("Enabled"))) {
            deletion.putIfAbsent("EnabledTime", account.now());
        }
        Map<String, Object> modification = Values.object(attributes.get("ModificationProtectionConfig"));
        modification.putIfAbsent("Status", "NonProtection");
        attributes.put("ModificationProtectionConfig", modification);
    }

    /** With the addresses that the load balancer has in them; those that it has already stay. */
    static List<Map<String, Object>> zones(Resource owner, List<Map<String, Object>> said) {
        return said.stream()
                .map(zone -> {
                    Map<String, Object> complete = Json.object(
                            "ZoneId", zone.get("ZoneId"),
                            "VSwitchId", zone.get("VSwitchId"),
                            "Status", zone.getOrDefault("Status", "Active"));
                    @Nullable Object addresses = zone.get("LoadBalancerAddresses");
                    complete.put(
                            "LoadBalancerAddresses", addresses == null ? List.of(address(owner, zone)) : addresses);
                    return complete;
                })
                .toList();
    }

    /** Under the names of both services. */
    private static Map<String, Object> address(Resource owner, Map<String, Object> zone) {
        long number = owner.order();
        int place = Math.floorMod(String.valueOf(zone.get("ZoneId")).hashCode(), 200) + 10;
        String inside = "10." + number / 250 % 250 + "." + number % 250 + "." + place;
        Object given = zone.getOrDefault("IntranetAddress", zone.getOrDefault("PrivateIPv4Address", inside));
        Map<String, Object> address = Json.object(
                "IntranetAddress",
                given,
                "IntranetAddressHcStatus",
                "Healthy",
                "PrivateIPv4Address",
                given,
                "PrivateIPv4HcStatus",
                "Healthy",
                "EniId",
                "eni-testkit" + number + "-" + place);
        if (owner.text("AddressType").equals("Internet")) {
            String outside = "203.0." + number % 250 + "." + place;
            address.put("Address", outside);
            address.put("PublicIPv4Address", outside);
            address.put("AllocationId", zone.getOrDefault("AllocationId", "eip-testkit" + number + "-" + place));
            address.put("EipType", zone.getOrDefault("EipType", "Common"));
        } else {
            address.put("Address", given);
        }
        if (owner.text("AddressIpVersion").equals("DualStack")) {
            address.put("Ipv6Address", zone.getOrDefault("Ipv6Address", "2001:db8::" + number + ":" + place));
            address.put("Ipv6AddressHcStatus", "Healthy");
            address.put("PrivateIPv6HcStatus", "Healthy");
        }
        return address;
    }
}
