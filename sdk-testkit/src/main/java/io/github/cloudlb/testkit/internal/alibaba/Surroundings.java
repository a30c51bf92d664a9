package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Regions, zones, capacity and monitoring. */
final class Surroundings {
    private static final List<String> ZONES = List.of("h", "i", "j", "k");
    private static final String CAPACITY = "MinimumLoadBalancerCapacity";
    private static final String MODIFIED = "CapacityModifiedTime";
    private static final String MONITOR = "HdMonitor";

    private Surroundings() {}

    static Map<String, Object> regions(Call call) {
        List<Map<String, Object>> regions = new ArrayList<>();
        Table.of(call.product())
                .regions()
                .forEach((id, endpoint) ->
                        regions.add(Json.object("RegionId", id, "LocalName", id, "RegionEndpoint", endpoint)));
        return Json.object("Regions", regions);
    }

    static Map<String, Object> zones(Call call) {
        return Json.object(
                "Zones",
                ZONES.stream()
                        .map(zone -> Completion.REGION_ID + "-" + zone)
                        .map(id -> Json.object("ZoneId", id, "LocalName", id))
                        .toList());
    }

    static Map<String, Object> capacity(Call call) {
        Resource owner = call.get(LOAD_BALANCER);
        Map<String, Object> capacity = Values.object(owner.attributes().get(CAPACITY));
        Map<String, Object> answer = Json.object("DecreaseRequestsRemaining", 2);
        answer.put(CAPACITY, Json.object("CapacityUnits", capacity.getOrDefault("CapacityUnits", 0)));
        answer.put("LastModifiedTime", owner.text(MODIFIED));
        List<Map<String, Object>> states = new ArrayList<>();
        List<Map<String, Object>> zones = Values.objects(owner.attributes().get("ZoneMappings"));
        if (capacity.get("CapacityUnits") instanceof Number units) {
            zones.forEach(zone -> states.add(Json.object(
                    "AvailabilityZone",
                    zone.get("ZoneId"),
                    "EffectiveCapacityUnits",
                    units.doubleValue() / zones.size(),
                    "Status",
                    "Provisioned")));
        }
        answer.put("CapacityReservationState", states);
        return answer;
    }

    static Change modifyCapacity(Call call) {
        Resource owner = call.steady(LOAD_BALANCER);
        return Change.update(
                owner,
                () -> {},
                () -> {
                    if (call.isTrue("ResetCapacityReservation")) {
                        owner.attributes().remove(CAPACITY);
                    } else if (call.sent().containsKey(CAPACITY)) {
                        owner.attributes()
                                .put(
                                        CAPACITY,
                                        Values.copy(Values.object(call.sent().get(CAPACITY))));
                    }
                    String now = call.account().now();
                    owner.attributes().put(MODIFIED, now.replace('T', ' ').replace("Z", ""));
                },
                () -> {});
    }

    static Map<String, Object> monitor(Call call) {
        Map<String, Object> config = call.account().settings().get(MONITOR);
        if (config == null) {
            throw call.error("Monitoring has not been configured in this region.", "DescribeHDMonitor.Fail");
        }
        return config;
    }

    /** Nothing of the account's own changes, so there is no change to plan. */
    static Map<String, Object> setMonitor(Call call) {
        Map<String, Object> config = Json.object(
                "RegionId", Completion.REGION_ID,
                "LogProject", call.text("LogProject"),
                "MetricStore", call.text("MetricStore"));
        call.account().settings().put(MONITOR, config);
        return config;
    }
}
