package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Area("Quotas")
abstract class QuotaBehaviours extends TreeBehaviours {
    QuotaBehaviours(Cloud cloud) {
        super(cloud);
    }

    @AfterEach
    final void withoutLimits() {
        as(cloud.administrator()).delete(quotas());
    }

    @Test
    void nothingIsLimited() {
        Said said = lbaas.get(quotas());

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.json()).isEqualTo(lbaas.get(quotas() + "/default").json());
        assertThat(said.one().toString().replace(" ", ""))
                .isEqualTo("{\"load_balancer\":-1,\"listener\":-1,\"member\":-1,\"pool\":-1,\"health_monitor\":-1,"
                        + "\"l7policy\":-1,\"l7rule\":-1}");
    }

    @Test
    void aLimitIsTold() {
        Said said = limit("'member':2,'pool':99");

        assertThat(said.told()).isEqualTo("202");
        assertThat(said.get("member") + said.get("pool")).isEqualTo("299");
        assertThat(lbaas.get(quotas()).get("member")).isEqualTo("2");
        assertThat(lbaas.get(quotas()).get("listener")).isEqualTo("-1");
    }

    @Test
    void aLimitIsListedByBothNames() {
        limit("'load_balancer':50");

        Said said = lbaas.get("/quotas");
        assertThat(Shape.of(said.one()))
                .isEqualTo("[{health_monitor: null, healthmonitor: null, l7policy: null, l7rule: null, listener: null,"
                        + " load_balancer: number, loadbalancer: number, member: null, pool: null, project_id: text,"
                        + " tenant_id: text}]");
        assertThat(said.json().has("quotas_links")).isTrue();
    }

    @Test
    void nullLiftsALimit() {
        limit("'member':2");
        limit("'member':null");

        assertThat(lbaas.get(quotas()).get("member")).isEqualTo("-1");
    }

    @Test
    void limitsAreLiftedTogether() {
        limit("'member':2");

        assertThat(as(cloud.administrator()).delete(quotas()).told()).isEqualTo("202");
        assertThat(as(cloud.administrator()).delete(quotas()).told()).isEqualTo("202");

        assertThat(lbaas.get(quotas()).get("member")).isEqualTo("-1");
    }

    @Test
    void aMemberTooManyIsForbidden() {
        String id = newPool();
        limit("'member':1");
        made("/pools/" + id + "/members", "{'member':{'address':'192.0.2.1','protocol_port':80}}");

        assertThat(lbaas.post("/pools/" + id + "/members", "{'member':{'address':'192.0.2.2','protocol_port':80}}")
                        .told())
                .isEqualTo("403 Quota has been met for resources: Member");
        assertThat(lbaas.get("/loadbalancers/" + lb).get("provisioning_status")).isEqualTo("ACTIVE");
        removePool(id);
    }

    @Test
    void ofABatchTheGrowthCounts() {
        String id = poolOf(1);
        limit("'member':1");

        assertThat(put(id, "{'address':'192.0.2.2','protocol_port':80},{'address':'192.0.2.3','protocol_port':80}"))
                .isEqualTo("403 Quota has been met for resources: Member");
        assertThat(put(id, "{'address':'192.0.2.2','protocol_port':80}")).isEqualTo("202");
        settle();
        removePool(id);
    }

    @Test
    void aPoolTooManyIsForbidden() {
        limit("'pool':0");

        assertThat(lbaas.post(
                                "/pools",
                                "{'pool':{'loadbalancer_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                                        .formatted(lb))
                        .told())
                .isEqualTo("403 Quota has been met for resources: Pool");
    }

    @Test
    void aListenerTooManyIsForbidden() {
        limit("'listener':0");

        assertThat(lbaas.post(
                                "/listeners",
                                "{'listener':{'loadbalancer_id':'%s','protocol':'HTTP','protocol_port':9}}"
                                        .formatted(lb))
                        .told())
                .isEqualTo("403 Quota has been met for resources: Listener");
    }

    @Test
    void aLoadBalancerTooManyIsForbidden() {
        limit("'load_balancer':0");

        assertThat(lbaas.post("/loadbalancers", loadBalancerNamed("many")).told())
                .isEqualTo("403 Quota has been met for resources: Load Balancer");
    }

    @Test
    void aHealthMonitorTooManyIsForbidden() {
        limit("'health_monitor':0");

        assertThat(lbaas.post(
                                "/healthmonitors",
                                ("{'healthmonitor':{'pool_id':'%s','type':'TCP','delay':1,'timeout':1,"
                                                + "'max_retries':1}}")
                                        .formatted(pool))
                        .told())
                .isEqualTo("403 Quota has been met for resources: Health Monitor");
    }

    @Test
    void anUnknownLimitIsRefused() {
        assertThat(limit("'bogus':1").told()).isEqualTo("400 Unknown attribute for argument quotas.quota: bogus");
    }

    @Test
    void aLimitBelowNoneIsRefused() {
        assertThat(limit("'member':-2").told())
                .isEqualTo("400 Invalid input for field/attribute member. Value: '-2'. Value should be greater or equal"
                        + " to -1");
    }

    private void removePool(String id) {
        lbaas.delete("/pools/" + id);
        settle();
    }

    private Said limit(String limits) {
        return as(cloud.administrator()).put(quotas(), "{'quota':{" + limits + "}}");
    }

    private String put(String poolId, String members) {
        return lbaas.put("/pools/" + poolId + "/members", "{'members':[" + members + "]}")
                .told();
    }

    private String quotas() {
        return "/quotas/" + cloud.user().projectId();
    }
}
