package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which zones a load balancer is in, and which of them take traffic. */
final class Zones {

    private Zones() {}

    /** The list that is sent replaces the one that is there. */
    static Change update(Call call) {
        Resource target = call.steady(LOAD_BALANCER);
        List<Map<String, Object>> said = call.objects("ZoneMappings");
        LoadBalancers.checkZones(call, said);
        List<Map<String, Object>> now = new ArrayList<>();
        int kept = 0;
        for (Map<String, Object> zone : said) {
            Map<String, Object> before = find(target, zone);
            if (before != null && !Objects.equals(before.get("VSwitchId"), zone.get("VSwitchId"))) {
                throw call.error(
                        "The vSwitch of zone " + zone.get("ZoneId") + " is " + before.get("VSwitchId") + ".",
                        "OperationDenied.ZoneVSwitchChanged");
            }
            kept += before == null ? 0 : 1;
            now.add(before == null ? zone : before);
        }
        int before = Values.objects(target.attributes().get("ZoneMappings")).size();
        if (kept == before && kept == said.size()) {
            throw call.error(
                    "The zones of the " + target + " are these already.", "OperationDenied.ZoneMappingsNotChanged");
        }
        return Change.configuring(
                target, () -> target.attributes().put("ZoneMappings", LoadBalancers.zones(target, now)));
    }

    /** Takes a zone out of traffic, or puts it back. */
    static Write shift(String from, String to) {
        return call -> {
            Resource target = call.steady(LOAD_BALANCER);
            if (target.text("AddressAllocatedMode").equals("Dynamic")) {
                throw call.error(
                        "The addresses of the " + target + " are not fixed.",
                        "OperationDenied.OnlyFixedAddressAllocatedModeSupported");
            }
            List<Map<String, Object>> zones = Values.objects(target.attributes().get("ZoneMappings"));
            for (Map<String, Object> said : call.objects("ZoneMappings")) {
                checkShift(call, target, said, zones, from, to);
            }
            return Change.configuring(
                    target, () -> call.objects("ZoneMappings").forEach(said -> become(target, said, to)));
        };
    }

    private static void checkShift(
            Call call,
            Resource target,
            Map<String, Object> said,
            List<Map<String, Object>> zones,
            String from,
            String to) {
        Map<String, Object> zone = find(target, said);
        if (zone == null || !Objects.equals(zone.get("VSwitchId"), said.get("VSwitchId"))) {
            throw call.error(
                    "The " + target + " is not in zone " + said.get("ZoneId") + " by vSwitch " + said.get("VSwitchId")
                            + ".",
                    "OperationDenied.ZoneVSwitchNotExist",
                    "ResourceNotFound.VSwitch",
                    "IncorrectStatus.ZoneId");
        }
        if (!from.equals(zone.get("Status"))) {
            throw call.error(
                    "Zone " + said.get("ZoneId") + " of the " + target + " is " + zone.get("Status") + ".",
                    "OperationDenied.ZoneMappingsNotChanged",
                    "IncorrectStatus.ZoneId");
        }
        if (to.equals("Shifted")
                && zones.stream().filter(one -> from.equals(one.get("Status"))).count() == 1) {
            throw call.error(
                    "Zone " + said.get("ZoneId") + " is the last one of the " + target + " that is active.",
                    "OperationDenied.ConfigLastActiveZoneNotSupport");
        }
    }

    private static void become(Resource target, Map<String, Object> said, String status) {
        List<Map<String, Object>> zones = new ArrayList<>();
        for (Map<String, Object> zone : Values.objects(target.attributes().get("ZoneMappings"))) {
            Map<String, Object> copy = Values.object(Values.copy(zone));
            if (Objects.equals(said.get("ZoneId"), zone.get("ZoneId"))) {
                copy.put("Status", status);
            }
            zones.add(copy);
        }
        target.attributes().put("ZoneMappings", zones);
    }

    private static @Nullable Map<String, Object> find(Resource target, Map<String, Object> said) {
        for (Map<String, Object> zone : Values.objects(target.attributes().get("ZoneMappings"))) {
            if (Objects.equals(zone.get("ZoneId"), said.get("ZoneId"))) {
                return zone;
            }
        }
        return null;
    }
}
