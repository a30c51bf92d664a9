package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.octavia.Resource;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A member as {@link OctaviaServer} has it.
 *
 * @param weight null is what Octavia keeps if it is told null
 */
public record OctaviaMember(
        String id, String address, int port, @Nullable Integer weight, boolean enabled, String provisioningStatus) {

    static OctaviaMember of(Resource member) {
        Map<String, Object> attributes = member.attributes();
        return new OctaviaMember(
                member.id(),
                member.text("address"),
                Integer.parseInt(member.text("protocol_port")),
                (Integer) attributes.get("weight"),
                Boolean.TRUE.equals(attributes.get("admin_state_up")),
                member.status());
    }
}
