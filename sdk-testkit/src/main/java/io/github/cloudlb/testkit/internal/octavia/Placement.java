package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Map;

/** Where and by whom a new load balancer is to be run: provider, flavor, availability zone. */
final class Placement {
    private final OctaviaState state;

    Placement(OctaviaState state) {
        this.state = state;
    }

    void check(Map<String, Object> sent) {
        if (sent.get("flavor_id") instanceof String id) {
            Resource flavor = state.find(Kind.FLAVOR, id)
                    .orElseThrow(() -> new Refusal(
                            OctaviaErrors.badRequest("The selected flavor is not allowed in this deployment: " + id)));
            checkEnabled(flavor, "flavor", id);
        }
        if (sent.get("availability_zone") instanceof String name) {
            Resource zone = Settings.zone(state, name)
                    .orElseThrow(() -> new Refusal(OctaviaErrors.validation("Invalid availability zone.")));
            checkEnabled(zone, "availability_zone", name);
        }
        if (sent.get("provider") instanceof String provider) {
            Providers.check(provider);
        }
    }

    private static void checkEnabled(Resource setting, String what, String which) {
        if (!Boolean.TRUE.equals(setting.attributes().get("enabled"))) {
            throw new Refusal(
                    OctaviaErrors.badRequest("The selected " + what + " is not allowed in this deployment: " + which));
        }
    }
}
