package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Pools")
abstract class PoolBehaviours extends TreeBehaviours {
    PoolBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneIsTold() {
        Said said = create("'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'");

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{pool: {admin_state_up: flag, alpn_protocols: null, ca_tls_container_ref: null,"
                        + " created_at: time, crl_container_ref: null, description: text, id: uuid, lb_algorithm: text,"
                        + " listeners: [], loadbalancers: [{id: uuid}], members: [], name: text, operating_status:"
                        + " text, project_id: text, protocol: text, provisioning_status: text, session_persistence:"
                        + " null, tags: [], tenant_id: text, tls_ciphers: null, tls_container_ref: null, tls_enabled:"
                        + " flag, tls_versions: null, updated_at: null}}");
        assertThat(said.get("operating_status")).isEqualTo("OFFLINE");
        assertThat(said.get("provisioning_status")).isEqualTo("PENDING_CREATE");
    }

    @Test
    void oneOfAListenerIsItsDefault() {
        assertThat(lbaas.get("/listeners/" + listener).get("default_pool_id")).isEqualTo(pool);
        assertThat(lbaas.get("/pools/" + pool).one().at("/listeners/0/id").asText())
                .isEqualTo(listener);
        assertThat(lbaas.get("/pools/" + pool).one().at("/loadbalancers/0/id").asText())
                .isEqualTo(lb);
    }

    @Test
    void oneOfALoadBalancerStandsAlone() {
        assertThat(lbaas.get("/pools/" + newPool()).one().path("listeners")).isEmpty();
    }

    @Test
    void itKnowsItsMembers() {
        String id = poolOf(2);

        assertThat(lbaas.get("/pools/" + id).one().path("members"))
                .extracting(one -> one.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(
                        lbaas.get("/pools/" + id + "/members").each("id"));
    }

    @Test
    void oneOfNeitherIsRefused() {
        assertThat(lbaas.post("/pools", "{'pool':{'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}")
                        .told())
                .isEqualTo("400 Validation failure: Must provide at least one of: loadbalancer_id, listener_id");
    }

    @Test
    void aListenerHasOneDefaultOnly() {
        assertThat(lbaas.post(
                                "/pools",
                                "{'pool':{'listener_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                                        .formatted(listener))
                        .told())
                .isEqualTo("409 This listener already has a default pool");
    }

    @Test
    void anUnknownLoadBalancerIsNotFound() {
        assertThat(lbaas.post(
                                "/pools",
                                "{'pool':{'loadbalancer_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                                        .formatted(NOBODY))
                        .told())
                .isEqualTo("404 Load Balancer " + NOBODY + " not found.");
    }

    @Test
    void anUnknownListenerBreaksOctavia() {
        assertThat(lbaas.post(
                                "/pools",
                                "{'pool':{'listener_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}"
                                        .formatted(NOBODY))
                        .told())
                .isEqualTo("500 'NoneType' object has no attribute 'load_balancer_id'");
    }

    @Test
    void anotherProtocolThanTheListenersIsRefused() {
        String id = newListener();

        assertThat(lbaas.post(
                                "/pools",
                                "{'pool':{'listener_id':'%s','protocol':'TCP','lb_algorithm':'ROUND_ROBIN'}}"
                                        .formatted(id))
                        .told())
                .isEqualTo("400 Validation failure: The pool protocol 'TCP' is invalid while the listener protocol is"
                        + " 'HTTP'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'lb_algorithm':'ROUND_ROBIN' | protocol. Value: 'None'. Mandatory field missing.
        'protocol':'HTTP'            | lb_algorithm. Value: 'None'. Mandatory field missing.
        """)
    void aMissingValueIsNamed(String attributes, String text) {
        assertThat(create(attributes).told()).isEqualTo("400 Invalid input for field/attribute " + text);
    }

    @Test
    void anUnknownAlgorithmIsToldWhichThereAre() {
        String told = create("'protocol':'HTTP','lb_algorithm':'RANDOM'").told();

        assertThat(told)
                .startsWith("400 Invalid input for field/attribute lb_algorithm. Value: 'RANDOM'. Value should be one"
                        + " of: ");
        assertThat(told.replaceAll(".*one of: ", "").split(", "))
                .containsExactlyInAnyOrder("ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "SOURCE_IP_PORT");
    }

    @Test
    void whatCannotBeChangedIsUnknown() {
        for (String fixed : new String[] {"protocol", "loadbalancer_id", "listener_id", "bogus"}) {
            assertThat(lbaas.put("/pools/" + pool, "{'pool':{'" + fixed + "':null}}")
                            .told())
                    .isEqualTo("400 Unknown attribute for argument pool_.pool: " + fixed);
        }
    }

    @Test
    void aChangeIsKept() {
        String id = newPool();
        assertThat(lbaas.put(
                                "/pools/" + id,
                                "{'pool':{'name':'n','lb_algorithm':'SOURCE_IP','admin_state_up':false,'tags':['t']}}")
                        .told())
                .isEqualTo("200");
        settle();

        Said said = lbaas.get("/pools/" + id);
        assertThat(said.get("name")
                        + said.get("lb_algorithm")
                        + said.get("admin_state_up")
                        + said.one().path("tags"))
                .isEqualTo("nSOURCE_IPfalse[\"t\"]");
    }

    @Test
    void nullEmptiesTextsAndDisables() {
        String id = newPool();
        lbaas.put("/pools/" + id, "{'pool':{'name':'n','description':'d'}}");
        settle();
        lbaas.put("/pools/" + id, "{'pool':{'name':null,'description':null,'admin_state_up':null}}");
        settle();

        Said said = lbaas.get("/pools/" + id);
        assertThat(said.get("name") + said.get("description")).isEmpty();
        assertThat(said.get("admin_state_up")).isEqualTo("false");
    }

    @Test
    void aPoolThatGoesTakesItsMembersAlongAndLeavesTheListener() {
        String above = newListener();
        String id = made(
                "/pools",
                "{'pool':{'listener_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}".formatted(above));
        batch(id, "{'address':'192.0.2.1','protocol_port':80}");

        cloud.whileNothingIsCarriedOut(() -> {
            assertThat(lbaas.delete("/pools/" + id).told()).isEqualTo("204");
            assertThat(lbaas.get("/pools/" + id).get("provisioning_status")).isEqualTo("PENDING_DELETE");
        });
        settle();

        assertThat(lbaas.get("/pools/" + id).told()).isEqualTo("404 Pool " + id + " not found.");
        assertThat(lbaas.get("/pools/" + id + "/members").status()).isEqualTo(404);
        assertThat(lbaas.get("/listeners/" + above)
                        .one()
                        .path("default_pool_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPoolMayServeTwoListeners() {
        String first = newListener();
        String second = newListener();
        String id = made(
                "/pools",
                "{'pool':{'listener_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}".formatted(first));

        assertThat(lbaas.put("/listeners/" + second, "{'listener':{'default_pool_id':'" + id + "'}}")
                        .told())
                .isEqualTo("200");
        settle();

        assertThat(lbaas.get("/pools/" + id).one().path("listeners"))
                .extracting(one -> one.path("id").asText())
                .containsExactlyInAnyOrder(first, second);
    }

    private Said create(String attributes) {
        return lbaas.post("/pools", body(attributes));
    }

    private String body(String attributes) {
        return "{'pool':{'loadbalancer_id':'" + lb + "'," + attributes + "}}";
    }
}
