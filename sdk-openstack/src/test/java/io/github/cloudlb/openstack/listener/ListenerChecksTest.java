package io.github.cloudlb.openstack.listener;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.BeforeSending;
import io.github.cloudlb.openstack.Observed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is refused of listeners before anything is sent. */
class ListenerChecksTest extends BeforeSending {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aPortIsBetween1And65535(int port) {
        CreateListener http = CreateListener.of(ListenerProtocol.HTTP, port, "lb-1");

        assertRefused(octavia, http, "protocol_port: \"" + port + "\" is not allowed, but 1 to 65535 is");
        assertRefused(otc, http, "protocol_port: \"" + port + "\" is not allowed, but 1 to 65535 is");
    }

    @Test
    void openTelekomCloudTakesAllTcpPortsAtOnceAndNotUdpPort4789() {
        otc.check(CreateListener.of(ListenerProtocol.TCP, 0, "lb-1"));
        otc.check(CreateListener.of(ListenerProtocol.TCP, 4789, "lb-1"));
        octavia.check(CreateListener.of(ListenerProtocol.UDP, 4789, "lb-1"));

        assertRefused(octavia, CreateListener.of(ListenerProtocol.TCP, 0, "lb-1"), "protocol_port: \"0\"");
        assertRefused(
                otc,
                CreateListener.of(ListenerProtocol.UDP, 4789, "lb-1"),
                "protocol_port: \"4789\"",
                "protocol is UDP");
    }

    @Test
    void openTelekomCloudHasFewerProtocols() {
        for (ListenerProtocol known : ListenerProtocol.known()) {
            octavia.check(CreateListener.of(known, 80, "lb-1"));
        }
        otc.check(CreateListener.of(ListenerProtocol.unlisted("QUIC"), 80, "lb-1"));

        assertRefused(
                otc,
                CreateListener.of(ListenerProtocol.PROMETHEUS, 80, "lb-1"),
                "protocol: \"PROMETHEUS\" is not allowed, but one of TCP, HTTP, UDP, TERMINATED_HTTPS is");
    }

    @Test
    void terminatedHttpsNeedsACertificateOnOpenTelekomCloud() {
        assertRefused(
                otc,
                CreateListener.of(ListenerProtocol.TERMINATED_HTTPS, 443, "lb-1"),
                "default_tls_container_ref",
                "it is required when protocol is TERMINATED_HTTPS");
    }

    @Test
    void aTimeIsAWholeNumberOfItsUnitWithinItsLimits() {
        octavia.check(update().timeoutClientData(Duration.ofDays(24)).build());
        octavia.check(update().timeoutClientData(Duration.ZERO).build());

        assertRefused(
                octavia,
                update().timeoutClientData(Duration.ofNanos(1)).build(),
                "timeout_client_data",
                "milliseconds");
        assertRefused(
                octavia,
                update().timeoutMemberConnect(Duration.ofMillis(2_073_600_001)).build(),
                "timeout_member_connect: \"2073600001\" is not allowed, but 0 to 2073600000 is");
        assertRefused(octavia, update().timeoutTcpInspect(Duration.ofMillis(-1)).build(), "timeout_tcp_inspect");
        assertRefused(octavia, update().hstsMaxAge(Duration.ofMillis(1500)).build(), "hsts_max_age", "seconds");
        assertRefused(octavia, update().hstsMaxAge(Duration.ofSeconds(-1)).build(), "hsts_max_age: \"-1\"");
    }

    @Test
    void aConnectionLimitIsMinus1OrMore() {
        octavia.check(update().connectionLimit(-1).build());
        octavia.check(update().connectionLimit(0).build());

        assertRefused(octavia, update().connectionLimit(-2).build(), "connection_limit: \"-2\"", "-1 or more");
        assertRefused(otc, update().connectionLimit(-2).build(), "connection_limit: \"-2\"", "-1 to 2147483647");
    }

    @Test
    void textsHaveTheLengthOfTheirCloud() {
        octavia.check(update().defaultTlsContainerRef("x".repeat(255)).build());

        assertRefused(
                otc, update().defaultTlsContainerRef("x".repeat(129)).build(), "default_tls_container_ref", "0 to 128");
        assertRefused(octavia, update().tlsCiphers("x".repeat(2049)).build(), "tls_ciphers", "0 to 2048 characters");
        assertRefused(
                octavia, update().sniContainerRefs(List.of("x".repeat(256))).build(), "sni_container_refs", "0 to 255");
        assertRefused(
                octavia, update().tlsVersions(List.of("x".repeat(33))).build(), "tls_versions", "0 to 32 characters");
        assertRefused(
                octavia,
                update().insertHeaders(Map.of("X-Forwarded-For", "x".repeat(256)))
                        .build(),
                "insert_headers",
                "0 to 255 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org/24", "192.0.2.0/129", "192.0.2.0/x"})
    void anAllowedNetworkIsANetwork(String network) {
        assertRefused(octavia, update().allowedCidrs(List.of(network)).build(), "allowed_cidrs", network);
    }

    @Test
    void whatACloudLacksIsNotSentToIt() {
        assertUnsupported(octavia, update().http2Enable(false).build(), "http2_enable");
        assertUnsupported(octavia, ListListeners.builder().tlsContainerId("c").build(), "tls_container_id");
        assertUnsupported(otc, update().timeoutClientData(Duration.ofSeconds(1)).build(), "timeout_client_data");
        assertUnsupported(
                otc, update().insertHeaders(Map.of("X-Forwarded-For", "true")).build(), "insert_headers");
        assertUnsupported(otc, ShowListenerStats.of("l-1"), "ShowListenerStats");
        assertUnsupported(otc, update().clearInsertHeaders().build(), "insert_headers");
    }

    @Observed(
            in = Area.NULLS,
            value = "admin_state_up: null switches off: what is not given must not be written as null")
    @Test
    void onlyWhatNullSetsBackIsCleared() {
        otc.check(update().clearDefaultPoolId().build());
        octavia.check(update().clearSniContainerRefs().build());

        assertRefused(octavia, update().addCleared("admin_state_up").build(), "cleared: \"admin_state_up\"");
        assertRefused(
                octavia,
                update().insertHeaders(Map.of("X-Forwarded-For", "true"))
                        .clearInsertHeaders()
                        .build(),
                "insert_headers",
                "cleared");
        assertUnsupported(
                otc,
                update().clearDefaultTlsContainerRef().build(),
                "clearing default_tls_container_ref does not exist in the dialect otc, only in octavia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b"})
    void anIdCannotReachAnotherPath(String id) {
        assertRefused(octavia, ShowListener.of(id), "listener_id: \"" + id + "\"");
        assertRefused(octavia, RemoveListener.of(id), "listener_id: \"" + id + "\"");
    }

    private static UpdateListener.Builder update() {
        return UpdateListener.builder().listenerId("l-1");
    }
}
