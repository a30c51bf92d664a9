package io.github.cloudlb.openstack.pool;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.openstack.common.AlpnProtocol;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;

class PoolOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String POOL = """
            {"pool": {"lb_algorithm": "ROUND_ROBIN", "protocol": "HTTP", "description": "", "admin_state_up": true,
              "loadbalancers": [{"id": "lb-1"}], "created_at": "2017-05-10T18:14:44", "provisioning_status": "ACTIVE",
              "updated_at": "2017-05-10T23:08:12", "listeners": [{"id": "l-1"}], "members": [{"id": "m-1"}, {"id": "m-2"}],
              "session_persistence": {"cookie_name": null, "type": "SOURCE_IP", "persistence_timeout": 90,
                "persistence_granularity": "255.255.255.255"}, "healthmonitor_id": null, "operating_status": "ONLINE",
              "name": "web", "id": "p-1", "project_id": "e3cd", "tenant_id": "e3cd", "tags": [], "tls_versions": null,
              "alpn_protocols": ["h2", "http/1.1"], "tls_enabled": false}}""";

    @Pins(value = "pool.create", in = "octavia")
    @Test
    void createsAPoolOfAListener() {
        cloud.on("POST /v2.0/lbaas/pools").answers(201, POOL);

        octavia.pools()
                .createPool(CreatePool.builder()
                        .protocol(PoolProtocol.UDP)
                        .lbAlgorithm(LbAlgorithm.ROUND_ROBIN)
                        .listenerId("l-1")
                        .sessionPersistence(SessionPersistence.builder()
                                .type(PersistenceType.SOURCE_IP)
                                .persistenceTimeout(Duration.ofSeconds(90))
                                .build())
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/pools {\"pool\":{\"protocol\":\"UDP\","
                        + "\"lb_algorithm\":\"ROUND_ROBIN\",\"listener_id\":\"l-1\","
                        + "\"session_persistence\":{\"type\":\"SOURCE_IP\",\"persistence_timeout\":90}}}");
    }

    @Pins(value = "pool.create", in = "otc")
    @Test
    void writesMinutesOnOpenTelekomCloud() {
        cloud.on("POST /v2.0/lbaas/pools").answers(201, POOL);

        Pool pool = otc.pools()
                .createPool(CreatePool.builder()
                        .protocol(PoolProtocol.TCP)
                        .lbAlgorithm(LbAlgorithm.SOURCE_IP)
                        .loadBalancerId("lb-1")
                        .sessionPersistence(SessionPersistence.builder()
                                .type(PersistenceType.SOURCE_IP)
                                .persistenceTimeout(Duration.ofHours(1))
                                .build())
                        .build());

        assertThat(sent(cloud)).endsWith("{\"type\":\"SOURCE_IP\",\"persistence_timeout\":60}}}");
        assertThat(pool.sessionPersistence().orElseThrow().persistenceTimeout()).hasValue(Duration.ofMinutes(90));
    }

    @Test
    void readsAPool() {
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, POOL);

        Pool pool = octavia.pools().getPool("p-1");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/pools/p-1");
        assertThat(pool.memberIds()).containsExactly("m-1", "m-2");
        assertThat(pool.loadBalancerIds()).containsExactly("lb-1");
        assertThat(pool.listenerIds()).containsExactly("l-1");
        assertThat(pool.healthMonitorId()).isEmpty();
        assertThat(pool.description()).hasValue("");
        assertThat(pool.tlsVersions()).isEmpty();
        assertThat(pool.alpnProtocols()).containsExactly(AlpnProtocol.H2, AlpnProtocol.of("http/1.1"));
        assertThat(pool.updatedAt()).hasValue(Instant.parse("2017-05-10T23:08:12Z"));
        SessionPersistence session = pool.sessionPersistence().orElseThrow();
        assertThat(session.persistenceTimeout()).hasValue(Duration.ofSeconds(90));
        assertThat(session.cookieName()).isEmpty();
        assertThat(session.unlisted()).isEmpty();
        assertThat(pool.unlisted()).isEmpty();
    }

    @Observed(in = Area.NULLS, value = "session_persistence is taken away with null, and 400 with {}")
    @Test
    void changesAPoolAndRemovesItsSessionPersistenceWithNull() {
        cloud.on("PUT /v2.0/lbaas/pools/p-1").answers(200, POOL);

        octavia.pools()
                .updatePool(UpdatePool.builder()
                        .poolId("p-1")
                        .description("")
                        .adminStateUp(false)
                        .clearSessionPersistence()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1 {\"pool\":{\"description\":\"\","
                        + "\"admin_state_up\":false,\"session_persistence\":null}}");
    }

    @Test
    void deletesAPool() {
        cloud.on("DELETE /v2.0/lbaas/pools/p-1").answers(204);

        octavia.pools().deletePool("p-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/pools/p-1");
    }
}
