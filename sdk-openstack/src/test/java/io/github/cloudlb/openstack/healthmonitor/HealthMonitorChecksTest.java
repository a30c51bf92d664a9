package io.github.cloudlb.openstack.healthmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.BeforeSending;
import io.github.cloudlb.openstack.Observed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** What is refused before anything is sent. */
class HealthMonitorChecksTest extends BeforeSending {
    @Test
    void aDelayHasTheLimitsOfItsCloud() {
        octavia.check(create().delay(Duration.ZERO).build());
        octavia.check(create().delay(Duration.ofSeconds(51)).build());

        assertRefused(octavia, create().delay(Duration.ofSeconds(-1)).build(), "delay: \"-1\"", "0 or more is");
        assertRefused(otc, create().delay(Duration.ZERO).build(), "delay: \"0\"", "1 to 50 is");
        assertRefused(otc, update().timeout(Duration.ofSeconds(51)).build(), "timeout: \"51\"", "1 to 50 is");
    }

    @Test
    void udpIsAskedEvery3SecondsAtMostOnOctavia() {
        CreateHealthMonitor.Builder udp = create().type(HealthMonitorType.UDP_CONNECT);
        octavia.check(udp.delay(Duration.ofSeconds(3)).build());
        otc.check(udp.delay(Duration.ofSeconds(2)).build());

        assertRefused(octavia, udp.delay(Duration.ofSeconds(2)).build(), "delay: \"2\"", "3 or more is");
    }

    @Test
    void aFractionOfASecondIsRefused() {
        assertRefused(octavia, create().delay(Duration.ofMillis(2500)).build(), "delay: \"PT2.5S\"", "whole seconds");
        assertRefused(otc, update().timeout(Duration.ofMillis(1)).build(), "timeout: \"PT0.001S\"", "whole seconds");
    }

    @Test
    void thereAre1To10Retries() {
        octavia.check(create().maxRetries(10).build());

        assertRefused(octavia, create().maxRetries(11).build(), "max_retries: \"11\"", "1 to 10 is");
        assertRefused(otc, update().maxRetriesDown(0).build(), "max_retries_down: \"0\"", "1 to 10 is");
    }

    @Test
    void openTelekomCloudHasFewerTypes() {
        otc.check(create().type(HealthMonitorType.UDP_CONNECT).build());
        otc.check(create().type(HealthMonitorType.unlisted("NEWER")).build());
        octavia.check(create().type(HealthMonitorType.TLS_HELLO).build());

        assertRefused(
                otc,
                create().type(HealthMonitorType.PING).build(),
                "type: \"PING\" is not allowed, but one of TCP, UDP_CONNECT, HTTP is");
    }

    @Test
    void bothSpellingsAreOneType() {
        assertThat(HealthMonitorType.of("UDP_CONNECT"))
                .isSameAs(HealthMonitorType.of("UDP-CONNECT"))
                .isEqualTo(HealthMonitorType.unlisted("udp-connect"));
        assertThat(HealthMonitorType.known()).hasSize(7);
        assertThatThrownBy(() -> HealthMonitorType.of("UDP CONNECT")).hasMessageContaining("UDP-CONNECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "200,202", "200 , 202", "200-204"})
    void expectedCodesAreOneOrSomeOrARange(String codes) {
        octavia.check(create().expectedCodes(codes).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "2xx", "200-204,300-302", "200;202"})
    void noOtherCodesAreExpectedOnOctavia(String codes) {
        assertRefused(octavia, create().expectedCodes(codes).build(), "expected_codes: \"" + codes + "\"");
        otc.check(create().expectedCodes(codes).build());
    }

    @Test
    void aPathStartsWithASlash() {
        assertRefused(octavia, create().urlPath("health").build(), "url_path: \"health\"", "that starts with / is");
        assertRefused(otc, create().urlPath("/" + "x".repeat(80)).build(), "url_path", "0 to 80 characters is");
    }

    @Test
    void aDomainNameNeedsHttp11OnOctavia() {
        octavia.check(create().domainName("www.example.com").httpVersion(1.1).build());
        // The version may be set already.
        octavia.check(update().domainName("www.example.com").build());
        otc.check(create().domainName("www.example.com").build());

        assertRefused(
                octavia,
                create().domainName("www.example.com").build(),
                "domain_name: \"www.example.com\" is not allowed, but one where http_version is 1.1 is");
        assertRefused(
                octavia,
                create().domainName("www.example.com").httpVersion(1.0).build(),
                "one where http_version is 1.1 is");
        assertRefused(octavia, create().domainName("a b").httpVersion(1.1).build(), "domain_name: \"a b\"");
        assertRefused(otc, create().domainName("x".repeat(101)).build(), "domain_name", "0 to 100 characters is");
    }

    @Test
    void thereAreTwoVersionsOfHttp() {
        octavia.check(create().httpVersion(1.0).build());

        assertRefused(octavia, update().httpVersion(2.0).build(), "http_version: \"2.0\"", "one of 1.0, 1.1 is");
    }

    @Test
    void aFieldOfOneCloudIsNotSentToTheOther() {
        assertUnsupported(octavia, create().monitorPort(80).build(), "monitor_port does not exist");
        assertUnsupported(octavia, update().type(HealthMonitorType.TCP).build(), "type does not exist");
        assertUnsupported(octavia, update().clearMonitorPort().build(), "monitor_port does not exist");
        assertUnsupported(octavia, ListHealthMonitors.builder().tenantId("t").build(), "tenant_id does not exist");
        assertUnsupported(otc, create().httpVersion(1.1).build(), "http_version does not exist");
        assertUnsupported(otc, ListHealthMonitors.builder().projectId("p").build(), "project_id does not exist");
        assertUnsupported(otc, ListHealthMonitors.builder().poolId("p").build(), "pool_id does not exist");
    }

    @Observed(in = Area.NULLS, value = "delay: null of a health monitor is 400, where others are set back")
    @Test
    void delayTimeoutAndRetriesCannotBeSetBack() {
        for (String field : new String[] {"delay", "timeout", "max_retries", "admin_state_up"}) {
            assertRefused(octavia, update().addCleared(field).build(), "cleared: \"" + field + "\"");
        }
        assertRefused(octavia, update().urlPath("/").clearUrlPath().build(), "url_path", "it is cleared");
    }

    @Test
    void nullIsNotSentToOpenTelekomCloudWhereItMeansNothing() {
        otc.check(update().clearDomainName().build());

        assertUnsupported(otc, update().clearUrlPath().build(), "clearing url_path does not exist");
        assertUnsupported(otc, update().clearName().build(), "clearing name does not exist");
    }

    @Test
    void anIdIsNoPath() {
        assertRefused(octavia, ShowHealthMonitor.of(".."), "healthmonitor_id: \"..\"");
        assertRefused(octavia, RemoveHealthMonitor.of("a/b"), "healthmonitor_id: \"a/b\"");
    }

    private static CreateHealthMonitor.Builder create() {
        CreateHealthMonitor.Builder create = CreateHealthMonitor.builder();
        create.poolId("p-1")
                .type(HealthMonitorType.HTTP)
                .delay(Duration.ofSeconds(5))
                .timeout(Duration.ofSeconds(3))
                .maxRetries(2);
        return create;
    }

    private static UpdateHealthMonitor.Builder update() {
        UpdateHealthMonitor.Builder update = UpdateHealthMonitor.builder();
        update.healthMonitorId("hm-1");
        return update;
    }
}
