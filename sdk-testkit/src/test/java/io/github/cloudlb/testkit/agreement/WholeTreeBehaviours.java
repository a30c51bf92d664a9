package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Load balancers: made with all below them")
abstract class WholeTreeBehaviours extends TreeBehaviours {
    private static final String LISTENER = "{'name':'l','protocol':'HTTP','protocol_port':80%s}";
    private static final String POOL = "{'name':'p','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'%s}";
    private static final String MEMBER = "{'address':'192.0.2.1','protocol_port':80}";
    private static final String MONITOR = "{'type':'HTTP','delay':5,'timeout':3,'max_retries':2}";

    WholeTreeBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aListenerWithItsPoolAndAllBelow() {
        Said said =
                whole(listener(",'default_pool':" + pool(",'members':[" + MEMBER + "],'healthmonitor':" + MONITOR)));
        takenAway(said.id());

        assertThat(said.told()).isEqualTo("201");
        settle(said.id());
        assertThat(said.one().at("/listeners/0/name").asText()).isEqualTo("l");
        assertThat(said.one().at("/pools/0/name").asText()).isEqualTo("p");
        assertThat(said.one().at("/pools/0/members").size()).isEqualTo(1);
        String poolId =
                lbaas.get("/loadbalancers/" + said.id()).one().at("/pools/0/id").asText();
        assertThat(lbaas.get("/pools/" + poolId + "/members").each("address")).containsExactly("192.0.2.1");
        assertThat(lbaas.get("/healthmonitors?pool_id=" + poolId).each("type")).containsExactly("HTTP");
    }

    @Test
    void aPoolBesideTheListenersIsNamedByThem() {
        Said said = lbaas.post(
                "/loadbalancers",
                body("'listeners':[" + listener(",'default_pool':{'name':'p'}") + "],'pools':[" + pool("") + "]"));
        takenAway(said.id());

        assertThat(said.told()).isEqualTo("201");
        settle(said.id());
        Said seen = lbaas.get("/loadbalancers/" + said.id());
        assertThat(seen.one().path("pools").size()).isEqualTo(1);
        String listenerId = seen.one().at("/listeners/0/id").asText();
        assertThat(lbaas.get("/listeners/" + listenerId).get("default_pool_id"))
                .isEqualTo(seen.one().at("/pools/0/id").asText());
    }

    @Test
    void policiesAndRulesAreMadeToo() {
        Said said = whole(listener(",'l7policies':[{'name':'y','action':'REJECT','rules':[{'type':'PATH',"
                + "'compare_type':'STARTS_WITH','value':'/a'}]}]"));
        takenAway(said.id());

        assertThat(said.told()).isEqualTo("201");
        settle(said.id());
        String listenerId = lbaas.get("/loadbalancers/" + said.id())
                .one()
                .at("/listeners/0/id")
                .asText();
        Said policies = lbaas.get("/l7policies?listener_id=" + listenerId);
        assertThat(policies.each("name")).containsExactly("y");
        assertThat(lbaas.get("/l7policies/" + policies.one().get(0).path("id").asText() + "/rules")
                        .each("value"))
                .containsExactly("/a");
    }

    @Test
    void whatIsAnsweredHasAllBelow() {
        Said said = whole(listener(",'default_pool':" + pool(",'members':[" + MEMBER + "]")));
        takenAway(said.id());

        assertThat(Shape.of(said.one().path("listeners")))
                .isEqualTo(
                        "[{admin_state_up: flag, allowed_cidrs: null, alpn_protocols: null, client_authentication: text,"
                                + " client_ca_tls_container_ref: null, client_crl_container_ref: null, connection_limit: number,"
                                + " created_at: time, default_pool_id: uuid, default_tls_container_ref: null, description: text,"
                                + " id: uuid, insert_headers: {}, l7policies: [], name: text, operating_status: text,"
                                + " project_id: text, protocol: text, protocol_port: number, provisioning_status: text,"
                                + " sni_container_refs: [], tags: [], tenant_id: text, timeout_client_data: number,"
                                + " timeout_member_connect: number, timeout_member_data: number, timeout_tcp_inspect: number,"
                                + " tls_ciphers: null, tls_versions: null, updated_at: time}]");
        assertThat(Shape.of(said.one().path("pools")))
                .isEqualTo("[{admin_state_up: flag, alpn_protocols: null, ca_tls_container_ref: null, created_at: time,"
                        + " crl_container_ref: null, description: text, healthmonitor: null, id: uuid,"
                        + " lb_algorithm: text, listeners: [{id: uuid}], members: [{address: text, admin_state_up: flag,"
                        + " backup: flag, created_at: time, id: uuid, monitor_address: null, monitor_port: null,"
                        + " name: text, operating_status: text, project_id: text, protocol_port: number,"
                        + " provisioning_status: text, subnet_id: null, tags: [], tenant_id: text, updated_at: null,"
                        + " weight: number}], name: text, operating_status: text, project_id: text, protocol: text,"
                        + " provisioning_status: text, session_persistence: null, tags: [], tenant_id: text,"
                        + " tls_ciphers: null, tls_container_ref: null, tls_enabled: flag, tls_versions: null,"
                        + " updated_at: null}]");
    }

    @Test
    void aListenerWithoutAPool() {
        Said said = whole(listener(""));
        takenAway(said.id());

        assertThat(Shape.of(said.one().at("/listeners/0/updated_at"))).isEqualTo("null");
        assertThat(said.one().path("pools")).isEmpty();
    }

    @Test
    void aPoolThatNothingNamesNeedsNoName() {
        Said said = lbaas.post("/loadbalancers", body("'pools':[{'protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'}]"));
        takenAway(said.id());

        assertThat(said.told()).isEqualTo("201");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'listeners':[{'protocol':'HTTP'}] | "
                        + "400 Invalid input for field/attribute protocol_port. Value: 'None'. Mandatory field missin"
                        + "g.",
                "'listeners':[{'protocol':'bogus','protocol_port':1}] | "
                        + "400 Invalid input for field/attribute protocol. Value: 'bogus'. Value should be one of: ",
                "'listeners':[{'protocol':'HTTP','protocol_port':1,'bogus':1}] | "
                        + "400 Unknown attribute for argument load_balancer.loadbalancer.listeners: bogus",
                "'listeners':[{'protocol':'HTTP','protocol_port':1},{'protocol':'HTTP','protocol_port':1}] " + "| "
                        + "409 Another Listener on this Load Balancer is already using protocol HTTP and protocol_por"
                        + "t 1",
                "'listeners':[{'protocol':'HTTP','protocol_port':1,'default_pool':{'name':'nobody'}}] | "
                        + "400 Validation failure: Pool 'nobody' was referenced but no full definition was found.",
                "'pools':[{'name':'p','protocol':'HTTP'}] | "
                        + "400 Validation failure: Pool definition for 'p' missing required attribute: lb_algorithm",
                "'pools':[{'name':'p','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN','members':[{'address':"
                        + "'x','protocol_port':1}]}] | "
                        + "400 Invalid input for field/attribute address. Value: 'x'. Value should be IPv4 or IPv6 fo"
                        + "rmat",
                "'pools':[{'name':'p','protocol':'HTTP','lb_algorithm':'ROUND_ROBIN'},{'name':'p','protocol"
                        + "':'HTTP','lb_algorithm':'ROUND_ROBIN'}] | "
                        + "400 Validation failure: Pool names must be unique when creating a fully populated loadbala"
                        + "ncer.",
            })
    void whatCannotBeBelowIsRefused(String below, String told) {
        assertThat(lbaas.post("/loadbalancers", body(below)).told()).startsWith(told);
    }

    private Said whole(String listener) {
        return lbaas.post("/loadbalancers", body("'listeners':[" + listener + "]"));
    }

    private static String body(String below) {
        return loadBalancerNamed("whole").replace("}}", "," + below + "}}");
    }

    private static String listener(String more) {
        return LISTENER.formatted(more);
    }

    private static String pool(String more) {
        return POOL.formatted(more);
    }
}
