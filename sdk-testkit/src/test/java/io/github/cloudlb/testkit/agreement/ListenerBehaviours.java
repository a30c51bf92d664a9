package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Listeners")
abstract class ListenerBehaviours extends TreeBehaviours {
    ListenerBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneIsTold() {
        Said said = create("'protocol':'HTTP','protocol_port':" + newPort());

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{listener: {admin_state_up: flag, allowed_cidrs: null, alpn_protocols: null,"
                        + " client_authentication: text, client_ca_tls_container_ref: null, client_crl_container_ref:"
                        + " null, connection_limit: number, created_at: time, default_pool_id: null,"
                        + " default_tls_container_ref: null, description: text, id: uuid, insert_headers: {},"
                        + " l7policies: [], loadbalancers: [{id: uuid}], name: text, operating_status: text,"
                        + " project_id: text, protocol: text, protocol_port: number, provisioning_status: text,"
                        + " sni_container_refs: [], tags: [], tenant_id: text, timeout_client_data: number,"
                        + " timeout_member_connect: number, timeout_member_data: number, timeout_tcp_inspect: number,"
                        + " tls_ciphers: null, tls_versions: null, updated_at: null}}");
    }

    @Test
    void whatWasNotSaidIsDecided() {
        Said said = lbaas.get("/listeners/" + newListener());

        assertThat(said.get("connection_limit")).isEqualTo("-1");
        assertThat(said.get("timeout_client_data")).isEqualTo("50000");
        assertThat(said.get("timeout_member_connect")).isEqualTo("5000");
        assertThat(said.get("timeout_member_data")).isEqualTo("50000");
        assertThat(said.get("timeout_tcp_inspect")).isEqualTo("0");
        assertThat(said.get("client_authentication")).isEqualTo("NONE");
        assertThat(said.get("operating_status")).isEqualTo("OFFLINE");
        assertThat(said.get("admin_state_up")).isEqualTo("true");
        assertThat(said.one().path("loadbalancers").get(0).path("id").asText()).isEqualTo(lb);
    }

    @Test
    void protocolAndPortAreTakenOnce() {
        int port = newPort();
        made("/listeners", body("'protocol':'HTTP','protocol_port':" + port));

        assertThat(create("'protocol':'HTTP','protocol_port':" + port).told())
                .isEqualTo(
                        "409 Another Listener on this Load Balancer is already using protocol HTTP and protocol_port "
                                + port);
        assertThat(create("'protocol':'TCP','protocol_port':" + port).told())
                .isEqualTo(
                        "409 Another Listener on this Load Balancer is already using protocol HTTP and protocol_port "
                                + port);
        assertThat(create("'protocol':'UDP','protocol_port':" + port).told()).isEqualTo("201");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'protocol_port':80                                  | protocol. Value: 'None'. Mandatory field missing.
        'protocol':'HTTP'                                   | protocol_port. Value: 'None'. Mandatory field missing.
        'protocol':'HTTP','protocol_port':0                 | protocol_port. Value: '0'. Value should be greater or equal to 1
        'protocol':'HTTP','protocol_port':65536             | protocol_port. Value: '65536'. Value should be lower or equal to 65535
        'protocol':'HTTP','protocol_port':9,'connection_limit':-2 | connection_limit. Value: '-2'. Value should be greater or equal to -1
        'protocol':'HTTP','protocol_port':9,'default_pool_id':'x' | default_pool_id. Value: 'x'. Value should be UUID format
        'protocol':'HTTP','protocol_port':9,'timeout_client_data':-1 | timeout_client_data. Value: '-1'. Value should be greater or equal to 0
        """)
    void aBadValueIsNamed(String attributes, String text) {
        assertThat(create(attributes).told()).isEqualTo("400 Invalid input for field/attribute " + text);
    }

    @Test
    void anUnknownProtocolIsToldWhichThereAre() {
        String told = create("'protocol':'http','protocol_port':9").told();

        assertThat(told)
                .startsWith("400 Invalid input for field/attribute protocol. Value: 'http'. Value should be one of: ");
        assertThat(told.replaceAll(".*one of: ", "").split(", "))
                .containsExactlyInAnyOrder("HTTP", "PROMETHEUS", "UDP", "TERMINATED_HTTPS", "HTTPS", "SCTP", "TCP");
    }

    @Test
    void aListenerNeedsALoadBalancer() {
        assertThat(lbaas.post("/listeners", "{'listener':{'protocol':'HTTP','protocol_port':80}}")
                        .told())
                .isEqualTo(
                        "400 Invalid input for field/attribute loadbalancer_id. Value: 'None'. Mandatory field missing.");
    }

    @Test
    void anUnknownLoadBalancerIsNotFound() {
        assertThat(lbaas.post(
                                "/listeners",
                                "{'listener':{'loadbalancer_id':'%s','protocol':'HTTP','protocol_port':80}}"
                                        .formatted(NOBODY))
                        .told())
                .isEqualTo("404 Load Balancer " + NOBODY + " not found.");
    }

    @Test
    void anUnknownPoolIsNotFound() {
        assertThat(create("'protocol':'HTTP','protocol_port':%d,'default_pool_id':'%s'".formatted(newPort(), NOBODY))
                        .told())
                .isEqualTo("404 Pool " + NOBODY + " not found.");
        assertThat(lbaas.put("/listeners/" + listener, "{'listener':{'default_pool_id':'" + NOBODY + "'}}")
                        .told())
                .isEqualTo("404 Pool " + NOBODY + " not found.");
    }

    @Test
    void whatCannotBeChangedIsUnknown() {
        for (String fixed : new String[] {"protocol", "protocol_port", "loadbalancer_id", "bogus"}) {
            assertThat(lbaas.put("/listeners/" + listener, "{'listener':{'" + fixed + "':null}}")
                            .told())
                    .isEqualTo("400 Unknown attribute for argument listener_.listener: " + fixed);
        }
    }

    @Test
    void aChangeIsKept() {
        String id = newListener();
        Said said = lbaas.put("/listeners/" + id, """
                {'listener':{'name':'n','description':'d','connection_limit':100,'timeout_client_data':1000,\
                'insert_headers':{'X-Forwarded-For':'true'},'allowed_cidrs':['192.0.2.0/24'],'tags':['t']}}""");
        assertThat(said.told()).isEqualTo("200");
        settle();

        Said shown = lbaas.get("/listeners/" + id);
        assertThat(shown.get("connection_limit")).isEqualTo("100");
        assertThat(shown.get("timeout_client_data")).isEqualTo("1000");
        assertThat(shown.one().path("insert_headers").toString()).isEqualTo("{\"X-Forwarded-For\":\"true\"}");
        assertThat(shown.one().path("allowed_cidrs").toString()).isEqualTo("[\"192.0.2.0/24\"]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name                   | ''
        description            | ''
        connection_limit       | -1
        timeout_client_data    | 50000
        timeout_member_connect | 5000
        timeout_member_data    | 50000
        timeout_tcp_inspect    | 0
        admin_state_up         | false
        """)
    void aChangeToNullMeansTheInitialValueAndDisables(String field, String value) {
        String id = made("/listeners", body("""
                'protocol':'HTTP','protocol_port':%d,'name':'n','description':'d','connection_limit':9,\
                'timeout_client_data':9,'timeout_member_connect':9,'timeout_member_data':9,'timeout_tcp_inspect':9""".formatted(newPort())));

        lbaas.put("/listeners/" + id, "{'listener':{'" + field + "':null}}");
        settle();

        assertThat(lbaas.get("/listeners/" + id).get(field)).isEqualTo(value);
    }

    @Test
    void nullTakesHeadersRangesAndPoolAway() {
        String id = made("/listeners", body("""
                'protocol':'HTTP','protocol_port':%d,'insert_headers':{'X-Forwarded-For':'true'},\
                'allowed_cidrs':['192.0.2.0/24'],'default_pool_id':'%s'""".formatted(newPort(), newPool())));

        lbaas.put(
                "/listeners/" + id, "{'listener':{'insert_headers':null,'allowed_cidrs':null,'default_pool_id':null}}");
        settle();

        Said said = lbaas.get("/listeners/" + id);
        assertThat(said.one().path("insert_headers").toString()).isEqualTo("{}");
        assertThat(said.one().path("allowed_cidrs").isNull()).isTrue();
        assertThat(said.one().path("default_pool_id").isNull()).isTrue();
    }

    @Test
    void aListenerThatGoesLeavesItsPool() {
        String id = newListener();
        String used = made(
                "/pools", "{'pool':{'listener_id':'%s','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}}".formatted(id));

        assertThat(lbaas.delete("/listeners/" + id).told()).isEqualTo("204");
        settle();

        assertThat(lbaas.get("/listeners/" + id).told()).isEqualTo("404 Listener " + id + " not found.");
        assertThat(lbaas.get("/pools/" + used).one().path("listeners")).isEmpty();
    }

    private Said create(String attributes) {
        Said said = lbaas.post("/listeners", body(attributes));
        settle();
        return said;
    }

    private String body(String attributes) {
        return "{'listener':{'loadbalancer_id':'" + lb + "'," + attributes + "}}";
    }
}
