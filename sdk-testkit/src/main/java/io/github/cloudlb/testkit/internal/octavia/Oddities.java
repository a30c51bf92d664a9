package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.octavia.table.Field;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What Octavia does with single attributes that the table does not say: seen on Octavia 11.0.0, or in its source. */
final class Oddities {
    private static final Map<String, Object> INITIAL = Map.of(
            "loadbalancer.provider", "amphora",
            "loadbalancer.vip_address", "198.51.100.1",
            "loadbalancer.additional_vips", List.of(),
            "listener.sni_container_refs", List.of(),
            "listener.insert_headers", Map.of());

    private Oddities() {}

    /** The kind that a schema of the table is of, as the names of its operations begin. */
    static String group(String schema) {
        return switch (schema) {
            case "ListenerSingleCreate" -> "listener";
            case "PoolSingleCreate" -> "pool";
            case "MemberSingleCreate" -> "member";
            case "HealthMonitorSingleCreate" -> "healthmonitor";
            case "L7PolicySingleCreate" -> "l7policy";
            default -> "l7rule";
        };
    }

    /** What it is if nothing is sent; texts are null inside, and answered as empty. */
    static @Nullable Object initial(String group, String name) {
        return switch (name) {
            case "name", "description" -> "";
            case "tags" -> List.of();
            default -> INITIAL.get(group + "." + name);
        };
    }

    /** Begins so in every resource; clients cannot send it. */
    static @Nullable Object made(Kind kind, String name) {
        return switch (name) {
            case "provisioning_status" -> "PENDING_CREATE";
            case "operating_status" -> kind == Kind.MEMBER ? "NO_MONITOR" : "OFFLINE";
            default -> null;
        };
    }

    static @Nullable Object whenNull(String group, Field field, boolean creating) {
        String name = field.name();
        return switch (name) {
            case "admin_state_up" -> false;
            case "enabled" ->
                OctaviaErrors.server(500, "(pymysql.err.IntegrityError) (1048, \"Column 'enabled' cannot be null\")");
            case "tags" -> creating ? List.of() : Attribute.ABSENT;
            case "project_id", "tenant_id" -> Attribute.ABSENT;
            default -> creating ? nullOnPost(group, field) : nullOnPut(group, field);
        };
    }

    private static @Nullable Object nullOnPost(String group, Field field) {
        return switch (group + "." + field.name()) {
            case "member.weight" -> null;
            case "member.backup" -> OctaviaErrors.server(500, "Something unknown went wrong");
            case "member.protocol_port" -> OctaviaErrors.server(500, "Something unknown went wrong");
            case "member.address" -> OctaviaErrors.server(500, "None does not appear to be an IPv4 or IPv6 address");
            default -> field.initial() == null ? initial(group, field.name()) : field.initial();
        };
    }

    private static @Nullable Object nullOnPut(String group, Field field) {
        return switch (group + "." + field.name()) {
            case "pool.lb_algorithm" -> OctaviaErrors.server(500, "Something unknown went wrong");
            case "healthmonitor.delay",
                    "healthmonitor.timeout",
                    "healthmonitor.max_retries",
                    "flavorprofile.name",
                    "flavorprofile.provider_name",
                    "flavorprofile.flavor_data",
                    "availabilityzoneprofile.name",
                    "availabilityzoneprofile.provider_name",
                    "availabilityzoneprofile.availability_zone_data" ->
                OctaviaErrors.badRequest("None is not a valid option for " + field.name());
            case "listener.tls_ciphers", "pool.tls_ciphers" -> Tls.CIPHERS;
            case "listener.tls_versions", "pool.tls_versions" -> Tls.VERSIONS;
            case "listener.alpn_protocols" -> Tls.ALPN_PROTOCOLS;
            case "l7rule.value", "l7rule.key", "l7policy.position", "l7policy.action", "l7policy.redirect_http_code" ->
                null;
            default -> field.initial() == null ? initial(group, field.name()) : field.initial();
        };
    }

    static Attribute.@Nullable Reader reader(String group, String name) {
        boolean project = name.equals("project_id") || name.equals("tenant_id");
        if (project && group.equals("loadbalancer")) {
            return (value, where) -> own(value.asText());
        }
        if (project) {
            return (value, where) -> OctaviaServer.PROJECT_ID;
        }
        return name.equals("tags") ? (value, where) -> Readers.tags(value) : null;
    }

    /** There is one project only: what is to be in another one is refused. */
    private static String own(String project) {
        if (!project.equals(OctaviaServer.PROJECT_ID)) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
        return OctaviaServer.PROJECT_ID;
    }
}
