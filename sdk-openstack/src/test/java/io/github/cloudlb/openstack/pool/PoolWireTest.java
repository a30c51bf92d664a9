package io.github.cloudlb.openstack.pool;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;

/** What is the same on the wire in both dialects. */
class PoolWireTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String POOL = """
            {"id": "p-1", "name": "web", "description": "", "protocol": "HTTP", "lb_algorithm": "SOURCE_IP",
              "admin_state_up": true, "listeners": [{"id": "l-1"}], "loadbalancers": [{"id": "lb-1"}],
              "members": [{"id": "m-1"}], "healthmonitor_id": "hm-1", "session_persistence": null,
              "created_at": "2026-11-22T04:46:00", "updated_at": "2026-11-22T04:48:00", "tenant_id": "t-1"}""";
    private static final String MEMBER = """
            {"id": "m-1", "name": "one", "address": "192.0.2.1", "protocol_port": 80, "weight": 0, "subnet_id": "s-1",
              "admin_state_up": true, "operating_status": "NO_MONITOR", "tenant_id": "t-1"}""";

    static List<OpenStackClient> bothDialects() {
        return List.of(octavia, otc);
    }

    @Pins("pool.list")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void listsPoolsByFilter(OpenStackClient cloudClient) {
        cloud.on("GET /v2.0/lbaas/pools").answers(200, "{\"pools\": [" + POOL + "], \"pools_links\": []}");

        assertThat(cloudClient
                        .pools()
                        .listPools(ListPools.builder()
                                .name("web")
                                .loadBalancerId("lb-1")
                                .limit(2)
                                .build()))
                .extracting(Pool::id)
                .containsExactly("p-1");

        assertThat(sent(cloud)).startsWith("GET /v2.0/lbaas/pools?").contains("name=web", "limit=2");
    }

    @Pins("pool.show")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void readsAPool(OpenStackClient cloudClient) {
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, "{\"pool\": " + POOL + "}");

        Pool pool = cloudClient.pools().getPool("p-1");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/pools/p-1");
        assertThat(pool.protocol()).hasValue(PoolProtocol.HTTP);
        assertThat(pool.lbAlgorithm()).hasValue(LbAlgorithm.SOURCE_IP);
        assertThat(pool.listenerIds()).containsExactly("l-1");
        assertThat(pool.healthMonitorId()).hasValue("hm-1");
        assertThat(pool.createdAt()).hasValue(Instant.parse("2026-11-22T04:46:00Z"));
    }

    @Pins("pool.update")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void changesAPool(OpenStackClient cloudClient) {
        cloud.on("PUT /v2.0/lbaas/pools/p-1").answers(200, "{\"pool\": " + POOL + "}");

        Pool pool = cloudClient
                .pools()
                .updatePool(UpdatePool.builder()
                        .poolId("p-1")
                        .name("")
                        .adminStateUp(false)
                        .clearSessionPersistence()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/pools/p-1"
                        + " {\"pool\":{\"name\":\"\",\"admin_state_up\":false,\"session_persistence\":null}}");
        assertThat(pool.name()).hasValue("web");
    }

    @Pins("pool.delete")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void deletesAPool(OpenStackClient cloudClient) {
        cloud.on("DELETE /v2.0/lbaas/pools/p-1").answers(204);

        cloudClient.pools().deletePool("p-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/pools/p-1");
    }

    @Pins("member.list")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void listsMembersByFilter(OpenStackClient cloudClient) {
        cloud.on("GET /v2.0/lbaas/pools/p-1/members")
                .answers(200, "{\"members\": [" + MEMBER + "], \"members_links\": []}");

        assertThat(cloudClient
                        .pools()
                        .listMembers(ListMembers.builder()
                                .poolId("p-1")
                                .weight(0)
                                .adminStateUp(true)
                                .build()))
                .singleElement()
                .satisfies(member -> assertThat(member.weight()).hasValue(0));

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/pools/p-1/members?admin_state_up=true&weight=0");
    }

    @Pins(value = "member.create", in = "otc")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void addsAMember(OpenStackClient cloudClient) {
        cloud.on("POST /v2.0/lbaas/pools/p-1/members").answers(201, "{\"member\": " + MEMBER + "}");

        Member member = cloudClient
                .pools()
                .createMember(CreateMember.builder()
                        .poolId("p-1")
                        .address("192.0.2.1")
                        .protocolPort(80)
                        .subnetId("s-1")
                        .weight(0)
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/pools/p-1/members {\"member\":{\"address\":\"192.0.2.1\","
                        + "\"protocol_port\":80,\"subnet_id\":\"s-1\",\"weight\":0}}");
        assertThat(member.id()).isEqualTo("m-1");
    }

    @Pins("member.update")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void changesAMember(OpenStackClient cloudClient) {
        cloud.on("PUT /v2.0/lbaas/pools/p-1/members/m-1").answers(200, "{\"member\": " + MEMBER + "}");

        Member member = cloudClient
                .pools()
                .updateMember(UpdateMember.builder()
                        .poolId("p-1")
                        .memberId("m-1")
                        .weight(0)
                        .build());

        assertThat(sent(cloud)).isEqualTo("PUT /v2.0/lbaas/pools/p-1/members/m-1 {\"member\":{\"weight\":0}}");
        assertThat(member.weight()).hasValue(0);
    }

    @Pins("member.delete")
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bothDialects")
    void deletesAMember(OpenStackClient cloudClient) {
        cloud.on("DELETE /v2.0/lbaas/pools/p-1/members/m-1").answers(204);

        cloudClient.pools().deleteMember("p-1", "m-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/pools/p-1/members/m-1");
    }
}
