package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Health monitors")
abstract class HealthMonitorBehaviours extends TreeBehaviours {
    private static final String PLAIN = "'type':'HTTP','delay':5,'timeout':3,'max_retries':2";

    HealthMonitorBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneIsTold() {
        Said said = create(newPool(), PLAIN);

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{healthmonitor: {admin_state_up: flag, created_at: time, delay: number, domain_name: null,"
                        + " expected_codes: text, http_method: text, http_version: null, id: uuid, max_retries: number,"
                        + " max_retries_down: number, name: text, operating_status: text, pools: [{id: uuid}],"
                        + " project_id: text, provisioning_status: text, tags: [], tenant_id: text, timeout: number,"
                        + " type: text, updated_at: null, url_path: text}}");
    }

    @Test
    void whatWasNotSaidIsDecided() {
        Said said = lbaas.get("/healthmonitors/" + monitor(newPool()));

        assertThat(said.get("http_method")).isEqualTo("GET");
        assertThat(said.get("url_path")).isEqualTo("/");
        assertThat(said.get("expected_codes")).isEqualTo("200");
        assertThat(said.get("max_retries_down")).isEqualTo("3");
        assertThat(said.get("admin_state_up")).isEqualTo("true");
    }

    @Test
    void oneForTcpHasNothingOfHttp() {
        Said said = create(newPool(), "'type':'TCP','delay':5,'timeout':3,'max_retries':2");

        assertThat(Shape.of(said.one().path("http_method"))).isEqualTo("null");
        assertThat(Shape.of(said.one().path("url_path"))).isEqualTo("null");
        assertThat(Shape.of(said.one().path("expected_codes"))).isEqualTo("null");
    }

    @Test
    void thePoolTellsOfItOnlyIfThereIsOne() {
        String id = newPool();
        assertThat(lbaas.get("/pools/" + id).one().has("healthmonitor_id")).isFalse();

        String monitor = monitor(id);

        assertThat(lbaas.get("/pools/" + id).get("healthmonitor_id")).isEqualTo(monitor);
    }

    @Test
    void aPoolHasOneOnly() {
        String id = newPool();
        monitor(id);

        assertThat(create(id, PLAIN).told()).isEqualTo("409 This pool already has a health monitor");
    }

    @Test
    void itLocksItsPool() {
        String id = newPool();
        cloud.whileNothingIsCarriedOut(() -> {
            assertThat(create(id, PLAIN).get("provisioning_status")).isEqualTo("PENDING_CREATE");

            assertThat(lbaas.get("/pools/" + id).get("provisioning_status")).isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void membersAddedAfterItAreOffline() {
        String id = newPool();
        String before = made("/pools/" + id + "/members", "{'member':{'address':'192.0.2.1','protocol_port':80}}");
        monitor(id);
        String after = made("/pools/" + id + "/members", "{'member':{'address':'192.0.2.2','protocol_port':80}}");

        assertThat(lbaas.get("/pools/" + id + "/members/" + before).get("operating_status"))
                .isEqualTo("NO_MONITOR");
        assertThat(lbaas.get("/pools/" + id + "/members/" + after).get("operating_status"))
                .isEqualTo("OFFLINE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        url_path         | /
        expected_codes   | 200
        http_method      | GET
        max_retries_down | 3
        name             | ''
        admin_state_up   | false
        """)
    void aChangeToNullMeansTheInitialValue(String field, String value) {
        String id = made(
                "/healthmonitors",
                body(
                        newPool(),
                        PLAIN
                                + ",'url_path':'/x','expected_codes':'201','http_method':'HEAD','max_retries_down':5,'name':'n'"));

        assertThat(lbaas.put("/healthmonitors/" + id, "{'healthmonitor':{'" + field + "':null}}")
                        .told())
                .isEqualTo("200");
        settle();

        assertThat(lbaas.get("/healthmonitors/" + id).get(field)).isEqualTo(value);
    }

    @Test
    void aMonitorThatGoesLeavesThePool() {
        String id = newPool();
        String monitor = monitor(id);

        cloud.whileNothingIsCarriedOut(() -> {
            assertThat(lbaas.delete("/healthmonitors/" + monitor).told()).isEqualTo("204");
            assertThat(lbaas.get("/healthmonitors/" + monitor).get("provisioning_status"))
                    .isEqualTo("PENDING_DELETE");
            assertThat(lbaas.get("/pools/" + id).get("provisioning_status")).isEqualTo("PENDING_UPDATE");
        });
        settle();

        assertThat(lbaas.get("/healthmonitors/" + monitor).told())
                .isEqualTo("404 Health Monitor " + monitor + " not found.");
        assertThat(lbaas.get("/pools/" + id).one().has("healthmonitor_id")).isFalse();
    }

    @Test
    void aPoolThatGoesTakesItAlong() {
        String id = newPool();
        String monitor = monitor(id);

        lbaas.delete("/pools/" + id);
        settle();

        assertThat(lbaas.get("/healthmonitors/" + monitor).status()).isEqualTo(404);
    }

    private String monitor(String poolId) {
        return made("/healthmonitors", body(poolId, PLAIN));
    }

    private Said create(String poolId, String attributes) {
        return lbaas.post("/healthmonitors", body(poolId, attributes));
    }

    private static String body(String poolId, String attributes) {
        return "{'healthmonitor':{'pool_id':'" + poolId + "'," + attributes + "}}";
    }
}
