package io.github.cloudlb.openstack.amphora;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;

class AmphoraOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String ONE = """
            {"id": "a-1", "loadbalancer_id": "lb-1", "compute_id": "c-1", "lb_network_ip": "192.0.2.1",
              "vrrp_ip": "198.51.100.1", "ha_ip": "198.51.100.2", "vrrp_port_id": "vp-1", "ha_port_id": "hp-1",
              "cert_expiration": "2026-12-22T19:58:51", "cert_busy": false, "role": "STANDALONE", "status": "ALLOCATED",
              "vrrp_interface": null, "vrrp_id": 1, "vrrp_priority": null, "cached_zone": "nova",
              "created_at": "2026-11-22T19:58:51", "updated_at": null, "image_id": null, "compute_flavor": "m1"}""";

    @Test
    @Pins(value = "amphora.list", in = "octavia")
    void listsAmphoraePageByPage() {
        cloud.on("GET /v2.0/octavia/amphorae?loadbalancer_id=lb-1&vrrp_ip=198.51.100.1&cert_expiration="
                        + "2026-12-22T19%3A58%3A51&role=STANDALONE&status=ALLOCATED&limit=1")
                .answers(200, "{\"amphorae\": [" + ONE + "], \"amphorae_links\": [{\"rel\": \"next\"}]}");
        cloud.on("GET /v2.0/octavia/amphorae").answers(200, "{\"amphorae\": [], \"amphorae_links\": []}");

        assertThat(octavia.amphorae()
                        .listAmphorae(ListAmphorae.builder()
                                .loadBalancerId("lb-1")
                                .vrrpIp("198.51.100.1")
                                .certExpiration(Instant.parse("2026-12-22T19:58:51.4Z"))
                                .role(AmphoraRole.STANDALONE)
                                .status(AmphoraStatus.ALLOCATED)
                                .limit(1)
                                .build()))
                .extracting(Amphora::id)
                .containsExactly("a-1");

        assertThat(cloud.requests().get(1).query()).contains("limit=1&marker=a-1");
    }

    @Test
    @Pins(value = "amphora.show", in = "octavia")
    void readsAnAmphora() {
        cloud.on("GET /v2.0/octavia/amphorae/a-1").answers(200, "{\"amphora\": " + ONE + "}");

        Amphora amphora = octavia.amphorae().getAmphora("a-1");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/octavia/amphorae/a-1");
        assertThat(amphora.role()).hasValue(AmphoraRole.STANDALONE);
        assertThat(amphora.status()).hasValue(AmphoraStatus.ALLOCATED);
        assertThat(amphora.certExpiration()).hasValue(Instant.parse("2026-12-22T19:58:51Z"));
        assertThat(amphora.certBusy()).hasValue(false);
        assertThat(amphora.vrrpId()).hasValue(1);
        assertThat(amphora.updatedAt()).isEmpty();
        assertThat(amphora.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "amphora.stats", in = "octavia")
    void readsTheStatisticsOfEachListener() {
        cloud.on("GET /v2.0/octavia/amphorae/a-1/stats").answers(200, """
                {"amphora_stats": [{"active_connections": 1, "bytes_in": 6387472869, "bytes_out": 300, "id": "a-1",
                  "listener_id": "l-1", "loadbalancer_id": "lb-1", "request_errors": 0, "total_connections": 3}]}""");

        assertThat(octavia.amphorae().listAmphoraStatistics("a-1"))
                .singleElement()
                .satisfies(statistics -> {
                    assertThat(statistics.bytesIn()).hasValue(6_387_472_869L);
                    assertThat(statistics.listenerId()).hasValue("l-1");
                    assertThat(statistics.requestErrors()).hasValue(0L);
                    assertThat(statistics.unlisted()).isEmpty();
                });

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/octavia/amphorae/a-1/stats");
    }

    @Test
    @Pins(value = "amphora.configure", in = "octavia")
    void configuresAnAmphora() {
        cloud.on("PUT /v2.0/octavia/amphorae/a-1/config").answers(202);

        octavia.amphorae().configureAmphora("a-1");

        assertThat(sent(cloud)).isEqualTo("PUT /v2.0/octavia/amphorae/a-1/config");
    }

    @Test
    @Pins(value = "amphora.failover", in = "octavia")
    void replacesAnAmphora() {
        cloud.on("PUT /v2.0/octavia/amphorae/a-1/failover").answers(202);

        octavia.amphorae().failoverAmphora("a-1");

        assertThat(sent(cloud)).isEqualTo("PUT /v2.0/octavia/amphorae/a-1/failover");
    }

    @Test
    @Pins(value = "amphora.delete", in = "octavia")
    void deletesAnAmphora() {
        cloud.on("DELETE /v2.0/octavia/amphorae/a-1").answers(204);

        octavia.amphorae().deleteAmphora("a-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/octavia/amphorae/a-1");
    }

    @Test
    void doesNotWaitForAnAmphoraThatIsAtWork() {
        cloud.on("DELETE /v2.0/octavia/amphorae/a-1").answers(409, """
                {"faultcode": "Client", "faultstring": "amphora a-1 is immutable and cannot be updated.",
                  "debuginfo": null}""").always();

        assertThatThrownBy(() -> octavia.amphorae().deleteAmphora("a-1"))
                .isInstanceOfSatisfying(LockedException.class, locked -> {
                    assertThat(locked.attempts()).isEqualTo(1);
                    assertThat(locked.applied()).isEqualTo(Applied.NO);
                })
                .hasMessageContaining("An amphora can be deleted while it is in ERROR");
        assertThat(cloud.calls()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoAddressAndWhatOpenTelekomCloudDoesNotHave() {
        assertThatThrownBy(() -> octavia.amphorae()
                        .listAmphorae(ListAmphorae.builder().haIp("example.org").build())
                        .toList())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ha_ip: \"example.org\"");
        try (OpenStackClient otc = Clients.otc(cloud)) {
            assertThatThrownBy(() -> otc.amphorae().failoverAmphora("a-1")).isInstanceOf(UnsupportedException.class);
        }
        assertThat(cloud.calls()).isEmpty();
    }
}
