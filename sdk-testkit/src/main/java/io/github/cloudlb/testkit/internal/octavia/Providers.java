package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The drivers that Octavia comes with, and what flavors and availability zones may ask of them. */
final class Providers {
    private static final Map<String, Object> ALL = texts(
            "amphora", "The Octavia Amphora driver.", "octavia", "Deprecated alias of the Octavia Amphora driver.");
    private static final Map<String, Object> OF_FLAVORS = texts(
            "loadbalancer_topology",
            "The load balancer topology. One of: SINGLE - One amphora per load balancer. ACTIVE_STANDBY - Two amphora"
                    + " per load balancer.",
            "compute_flavor",
            "The compute driver flavor ID.",
            "amp_image_tag",
            "The amphora image tag.");
    private static final Map<String, Object> OF_ZONES = texts(
            "compute_zone",
            "The compute availability zone.",
            "management_network",
            "The management network ID for the amphora.",
            "valid_vip_networks",
            "List of network IDs that are allowed for VIP use. This overrides/replaces the list of allowed networks"
                    + " configured in `octavia.conf`.");

    private Providers() {}

    static void check(String provider) {
        if (!ALL.containsKey(provider)) {
            throw new Refusal(OctaviaErrors.badRequest("Provider '" + provider + "' is not enabled."));
        }
    }

    /** The data of a profile, JSON in a text. */
    static void checkData(Kind profile, String provider, String data) {
        String name = profile == Kind.FLAVOR_PROFILE ? "flavor_data" : "availability_zone_data";
        Map<String, Object> known = profile == Kind.FLAVOR_PROFILE ? OF_FLAVORS : OF_ZONES;
        Object read = Json.read(data)
                .map(Json::plain)
                .orElseThrow(() -> new Refusal(OctaviaErrors.badRequest(data + " is not a valid option for " + name)));
        check(provider);
        if (read instanceof Map<?, ?> options) {
            for (Object option : options.keySet()) {
                if (!known.containsKey(String.valueOf(option))) {
                    throw new Refusal(OctaviaErrors.server(
                            501,
                            "Provider '" + provider + "' does not support a requested option: Additional properties are"
                                    + " not allowed ('" + option + "' was unexpected)"));
                }
            }
        }
    }

    static Answer list(RecordedRequest request) {
        return rows("providers", ALL, request);
    }

    static Answer capabilities(String provider, String what, RecordedRequest request) {
        check(provider);
        return rows(what, what.equals("flavor_capabilities") ? OF_FLAVORS : OF_ZONES, request);
    }

    private static Answer rows(String collection, Map<String, Object> texts, RecordedRequest request) {
        Map<String, List<String>> parameters = request.parameters();
        List<Object> rows = new ArrayList<>();
        texts.forEach((name, description) -> {
            boolean wanted = parameters.getOrDefault("name", List.of(name)).contains(name)
                    && parameters
                            .getOrDefault("description", List.of(description.toString()))
                            .contains(description.toString());
            if (wanted) {
                rows.add(Views.cut(Json.object("name", name, "description", description), request));
            }
        });
        return Answer.json(200, Json.object(collection, rows));
    }

    private static Map<String, Object> texts(String... namesAndTexts) {
        return Json.object((Object[]) namesAndTexts);
    }
}
