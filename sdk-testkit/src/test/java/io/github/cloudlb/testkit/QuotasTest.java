package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuotasTest extends OctaviaTestBase {
    private static final String QUOTAS = "/v2.0/lbaas/quotas";
    private static final String OWN = QUOTAS + "/" + OctaviaServer.PROJECT_ID;
    private static final String NONE =
            "{\"quota\":{\"load_balancer\":-1,\"listener\":-1,\"member\":-1,\"pool\":-1,\"health_monitor\":-1,"
                    + "\"l7policy\":-1,\"l7rule\":-1}}";

    @Test
    void thereIsNoLimitUntilOneIsSet() throws Exception {
        assertThat(client.get(OWN).body()).isEqualTo(NONE);
        assertThat(client.get(OWN + "/default").body()).isEqualTo(NONE);
    }

    @Test
    void anAdministratorSetsThem() throws Exception {
        assertThat(administrator()
                        .put(OWN, "{\"quota\":{\"member\":2,\"loadbalancer\":3}}")
                        .statusCode())
                .isEqualTo(202);

        assertThat(client.get(OWN).body()).startsWith("{\"quota\":{\"load_balancer\":3,\"listener\":-1,\"member\":2,");
        assertThat(client.get(OWN + "/default").body()).isEqualTo(NONE);
        assertThat(client.get(QUOTAS).body())
                .startsWith("{\"quotas\":[{\"project_id\":\"" + OctaviaServer.PROJECT_ID
                        + "\",\"loadbalancer\":3,\"load_balancer\":3,\"listener\":null,\"member\":2,\"pool\":null,"
                        + "\"healthmonitor\":null,\"health_monitor\":null,");
        assertThat(administrator().delete(OWN).statusCode()).isEqualTo(202);
        assertThat(client.get(OWN).body()).isEqualTo(NONE);
    }

    @Test
    void aTestSetsThemWithoutAsking() throws Exception {
        octavia.quota("member", 1);
        octavia.quota("loadbalancer", 3);

        assertThat(client.get(OWN).body()).startsWith("{\"quota\":{\"load_balancer\":3,\"listener\":-1,\"member\":1,");
    }

    @Test
    void aKindThatThereIsNotHasNoQuota() {
        octavia.quota("rule", 1);

        assertThat(octavia.export()).contains("l7rule: 1");
        assertThatThrownBy(() -> octavia.quota("membr", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no quota for membr, only for [load_balancer, ");
    }

    @Test
    void othersMustNot() throws Exception {
        assertThat(client.put(OWN, "{\"quota\":{\"member\":2}}").statusCode()).isEqualTo(403);
        assertThat(client.get(QUOTAS + "/other").statusCode()).isEqualTo(403);
        assertThat(fault(administrator().put(OWN, "{\"quota\":{\"member\":-2}}")))
                .isEqualTo("400 Invalid input for field/attribute member. Value: '-2'. Value should be greater or equal"
                        + " to -1");
        assertThat(fault(administrator().delete(QUOTAS + "/never"))).isEqualTo("404 Quotas never not found.");
    }

    @Test
    void whatIsOverTheLimitIsRefused() throws Exception {
        administrator().put(OWN, "{\"quota\":{\"member\":1,\"health_monitor\":0}}");
        octavia.addMember(pool, "192.0.2.1", 80);

        assertThat(fault(client.post(members, "{\"member\":{\"address\":\"192.0.2.2\",\"protocol_port\":80}}")))
                .isEqualTo("403 Quota has been met for resources: Member");
        assertThat(fault(client.post(
                        "/v2.0/lbaas/healthmonitors",
                        "{\"healthmonitor\":{\"type\":\"TCP\",\"delay\":5,\"timeout\":3,\"max_retries\":2,\"pool_id\":\""
                                + pool + "\"}}")))
                .isEqualTo("403 Quota has been met for resources: Health Monitor");
        assertThat(seen("loadbalancers/" + lb).path("provisioning_status").asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void ofABatchTheGrowthCounts() throws Exception {
        administrator().put(OWN, "{\"quota\":{\"member\":1}}");
        octavia.addMember(pool, "192.0.2.1", 80);
        String other = "{\"address\":\"192.0.2.2\",\"protocol_port\":80}";

        assertThat(client.put(members, "{\"members\":[" + other + "]}").statusCode())
                .isEqualTo(202);
        assertThat(fault(client.put(
                        members, "{\"members\":[" + other + ",{\"address\":\"192.0.2.3\",\"protocol_port\":80}]}")))
                .isEqualTo("403 Quota has been met for resources: Member");
    }
}
