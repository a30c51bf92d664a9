package io.github.cloudlb.testkit.internal.octavia;

import static io.github.cloudlb.testkit.internal.octavia.Attribute.ABSENT;
import static io.github.cloudlb.testkit.internal.octavia.Attribute.FAILS;
import static io.github.cloudlb.testkit.internal.octavia.Attribute.fixed;
import static io.github.cloudlb.testkit.internal.octavia.Attribute.free;
import static io.github.cloudlb.testkit.internal.octavia.Attribute.made;
import static io.github.cloudlb.testkit.internal.octavia.Attribute.sentOnly;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.List;
import java.util.stream.Stream;

/** The attributes of each kind of resource, in the order in which they are answered. */
public final class Attributes {
    private static final String[] PROTOCOLS = {"HTTP", "PROMETHEUS", "UDP", "TERMINATED_HTTPS", "HTTPS", "SCTP", "TCP"};
    private static final List<Attribute> HEAD = List.of(
            made("id", null),
            free("name", Values::text, ""),
            free("description", Values::text, ""),
            made("provisioning_status", "PENDING_CREATE"),
            made("operating_status", "OFFLINE"),
            up());
    private static final List<Attribute> TAIL = List.of(
            made("created_at", null), made("updated_at", null), tags(), made("tenant_id", OctaviaServer.PROJECT_ID));

    private static final List<Attribute> LOAD_BALANCER = table(
            project(),
            fixed("vip_address", Values::address, "198.51.100.1"),
            fixed("vip_port_id", Values::uuid, null),
            fixed("vip_subnet_id", Values::uuid, null),
            fixed("vip_network_id", Values::uuid, null),
            made("additional_vips", List.of()),
            sentOnly("listeners", Attributes::nested),
            sentOnly("pools", Attributes::nested),
            fixed("provider", Values::text, "amphora"),
            fixed("flavor_id", Values::uuid, null),
            free("vip_qos_policy_id", Values::uuid, null),
            fixed("availability_zone", Values::text, null));

    private static final List<Attribute> LISTENER = table(
            project(),
            fixed("protocol", Values.oneOf(PROTOCOLS), null).mandatory(),
            fixed("protocol_port", Values.number(1, 65535), null).mandatory(),
            free("connection_limit", Values.number(-1, Integer.MAX_VALUE), -1),
            made("default_tls_container_ref", null),
            made("sni_container_refs", List.of()),
            free("default_pool_id", Values::uuid, null),
            made("l7policies", List.of()),
            free("insert_headers", Json::plain, Json.object()),
            sentOnly("loadbalancer_id", Values::uuid).mandatory(),
            free("timeout_client_data", Values.number(0, Integer.MAX_VALUE), 50_000),
            free("timeout_member_connect", Values.number(0, Integer.MAX_VALUE), 5_000),
            free("timeout_member_data", Values.number(0, Integer.MAX_VALUE), 50_000),
            free("timeout_tcp_inspect", Values.number(0, Integer.MAX_VALUE), 0),
            free("allowed_cidrs", Json::plain, null),
            made("client_ca_tls_container_ref", null),
            made("client_authentication", "NONE"),
            made("client_crl_container_ref", null),
            made("tls_ciphers", null),
            made("tls_versions", null),
            made("alpn_protocols", null));

    private static final List<Attribute> POOL = table(
            project(),
            fixed("protocol", Values.oneOf(PROTOCOLS), null).mandatory(),
            free("lb_algorithm", Values.oneOf("LEAST_CONNECTIONS", "SOURCE_IP", "ROUND_ROBIN", "SOURCE_IP_PORT"), null)
                    .whenNull(null, FAILS)
                    .mandatory(),
            free("session_persistence", Values::persistence, null),
            sentOnly("loadbalancer_id", Values::uuid),
            sentOnly("listener_id", Values::uuid),
            free("tls_enabled", Values::flag, false),
            made("tls_container_ref", null),
            made("ca_tls_container_ref", null),
            made("crl_container_ref", null),
            made("tls_ciphers", null),
            made("tls_versions", null),
            made("alpn_protocols", null));

    private static final List<Attribute> MEMBER = List.of(
            made("id", null),
            free("name", Values::text, ""),
            made("operating_status", "NO_MONITOR"),
            made("provisioning_status", "PENDING_CREATE"),
            up(),
            fixed("address", Values::address, null).mandatory(),
            fixed("protocol_port", Values.number(1, 65535), null).mandatory(),
            free("weight", Values.number(0, 256), 1).whenNull(null, 1),
            free("backup", Values::flag, false).whenNull(FAILS, false),
            fixed("subnet_id", Values::uuid, null),
            poolsProject(),
            made("created_at", null),
            made("updated_at", null),
            free("monitor_address", Values::address, null),
            free("monitor_port", Values.number(1, 65535), null),
            tags(),
            sentOnly("tenant_id", ignored -> OctaviaServer.PROJECT_ID),
            made("tenant_id", OctaviaServer.PROJECT_ID));

    private Attributes() {}

    public static List<Attribute> of(Kind kind) {
        return switch (kind) {
            case LOAD_BALANCER -> LOAD_BALANCER;
            case LISTENER -> LISTENER;
            case POOL -> POOL;
            case MEMBER -> MEMBER;
        };
    }

    private static List<Attribute> table(Attribute... own) {
        return Stream.of(HEAD, List.of(own), TAIL).flatMap(List::stream).toList();
    }

    private static Attribute up() {
        return free("admin_state_up", Values::flag, true).whenNull(false, false);
    }

    private static Attribute tags() {
        return free("tags", Values::tags, List.of()).whenNull(List.of(), ABSENT);
    }

    /** There is one project only: what is to be in another one is refused. */
    private static Attribute project() {
        return fixed(
                "project_id",
                project -> {
                    if (!project.asText().equals(OctaviaServer.PROJECT_ID)) {
                        throw new Refusal(OctaviaErrors.forbidden());
                    }
                    return OctaviaServer.PROJECT_ID;
                },
                OctaviaServer.PROJECT_ID);
    }

    /** A member is in the project of its pool, whatever is asked for. */
    private static Attribute poolsProject() {
        return fixed("project_id", ignored -> OctaviaServer.PROJECT_ID, OctaviaServer.PROJECT_ID);
    }

    private static Object nested(Object ignored) {
        throw new Refusal(OctaviaErrors.server(501, "The test kit makes no nested resources: make them one by one."));
    }
}
