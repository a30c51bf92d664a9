package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.Map;
import java.util.Optional;

/** Where and by whom a new load balancer is to be run: provider, flavor, availability zone. */
final class Placement {
    private final OctaviaState state;

    Placement(OctaviaState state) {
        this.state = state;
    }

    void check(Map<String, Object> sent) {
        flavor(sent).ifPresent(flavor -> checkEnabled(flavor, "flavor", flavor.id()));
        zone(sent).ifPresent(zone -> checkEnabled(zone, "availability_zone", zone.text("name")));
        if (sent.get("provider") instanceof String provider) {
            Providers.check(provider);
        }
    }

    /** What a load balancer was made with may have been disabled since. */
    void checkKnown(Map<String, Object> attributes) {
        flavor(attributes);
        zone(attributes);
    }

    private Optional<Resource> flavor(Map<String, Object> sent) {
        if (!(sent.get("flavor_id") instanceof String id)) {
            return Optional.empty();
        }
        return Optional.of(state.find(Kind.FLAVOR, id).orElseThrow(() -> notAllowed("flavor", id)));
    }

    private Optional<Resource> zone(Map<String, Object> sent) {
        if (!(sent.get("availability_zone") instanceof String name)) {
            return Optional.empty();
        }
        return Optional.of(Settings.zone(state, name)
                .orElseThrow(() -> new Refusal(OctaviaErrors.validation("Invalid availability zone."))));
    }

    private static void checkEnabled(Resource setting, String what, String which) {
        if (!Boolean.TRUE.equals(setting.attributes().get("enabled"))) {
            throw notAllowed(what, which);
        }
    }

    private static Refusal notAllowed(String what, String which) {
        return new Refusal(
                OctaviaErrors.badRequest("The selected " + what + " is not allowed in this deployment: " + which));
    }
}
