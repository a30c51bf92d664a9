package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A member as {@link OctaviaServer} has it.
 *
 * @param weight null is what Octavia keeps if it is told null
 */
public record OctaviaMember(
        String id, String address, int port, @Nullable Integer weight, boolean enabled, String provisioningStatus) {

    static OctaviaMember of(Map<String, Object> member) {
        return new OctaviaMember(
                String.valueOf(member.get("id")),
                String.valueOf(member.get("address")),
                Integer.parseInt(String.valueOf(member.get("protocol_port"))),
                (Integer) member.get("weight"),
                Boolean.TRUE.equals(member.get("admin_state_up")),
                String.valueOf(member.getOrDefault("provisioning_status", "ACTIVE")));
    }
}
