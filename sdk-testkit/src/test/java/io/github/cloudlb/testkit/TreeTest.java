package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;

/** Load balancers, listeners and pools, and what is no resource at all. */
class TreeTest extends OctaviaTestBase {
    private static final String BASE = "/v2.0/lbaas/";

    @Test
    void growsFromTheLoadBalancerDown() throws Exception {
        String balancer =
                created("loadbalancers", "{\"loadbalancer\":{\"name\":\"a\",\"vip_subnet_id\":\"" + NOBODY + "\"}}");
        String listener = created(
                "listeners",
                "{\"listener\":{\"protocol\":\"HTTP\",\"protocol_port\":80,\"loadbalancer_id\":\"" + balancer + "\"}}");
        String below = created(
                "pools",
                "{\"pool\":{\"protocol\":\"HTTP\",\"lb_algorithm\":\"ROUND_ROBIN\",\"listener_id\":\"" + listener
                        + "\"}}");

        JsonNode view = one("pools/" + below);
        assertThat(view.path("loadbalancers").get(0).path("id").asText()).isEqualTo(balancer);
        assertThat(view.path("listeners").get(0).path("id").asText()).isEqualTo(listener);
        assertThat(one("listeners/" + listener).path("default_pool_id").asText())
                .isEqualTo(below);
        assertThat(one("loadbalancers/" + balancer).path("pools")).hasSize(1);
    }

    @Test
    void aDeletedPoolTakesItsMembersAlong() throws Exception {
        octavia.addMember(pool, "192.0.2.1", 80);

        client.delete(BASE + "pools/" + pool);

        assertThat(client.get(members).statusCode()).isEqualTo(404);
        assertThat(one("loadbalancers/" + lb).path("pools")).isEmpty();
    }

    @Test
    void aLoadBalancerWithChildrenGoesOnlyInCascade() throws Exception {
        assertThat(fault(client.delete(BASE + "loadbalancers/" + lb + "?cascade=maybe")))
                .isEqualTo("400 Validation failure: Cannot delete Load Balancer " + lb + " - it has children");
        assertThat(client.delete(BASE + "loadbalancers/" + lb + "?cascade=true").statusCode())
                .isEqualTo(204);
        assertThat(client.get(BASE + "loadbalancers").body())
                .isEqualTo("{\"loadbalancers\":[],\"loadbalancers_links\":[]}");
        assertThat(fault(client.get(BASE + "pools/" + pool))).isEqualTo("404 Pool " + pool + " not found.");
    }

    @Test
    void refusesWhatHasNoPlace() throws Exception {
        assertThat(fault(client.post(BASE + "loadbalancers", "{\"loadbalancer\":{\"name\":\"x\"}}")))
                .isEqualTo(
                        "400 Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
        assertThat(fault(client.post(
                        BASE + "pools", "{\"pool\":{\"protocol\":\"HTTP\",\"lb_algorithm\":\"ROUND_ROBIN\"}}")))
                .isEqualTo("400 Validation failure: Must provide at least one of: loadbalancer_id, listener_id");
        assertThat(fault(
                        client.post(BASE + "listeners", "{\"listener\":{\"protocol\":\"HTTP\",\"protocol_port\":81}}")))
                .isEqualTo(
                        "400 Invalid input for field/attribute loadbalancer_id. Value: 'None'. Mandatory field missing.");
        assertThat(fault(client.delete(BASE + "pools"))).isEqualTo("400 Missing argument: \"id\"");
    }

    @Test
    void whatWasDeletedIsImmutableForWhoWantsToPutSomethingBelowIt() throws Exception {
        client.delete(BASE + "loadbalancers/" + lb + "?cascade=true");

        assertThat(fault(client.post(
                        BASE + "pools",
                        "{\"pool\":{\"protocol\":\"HTTP\",\"lb_algorithm\":\"ROUND_ROBIN\",\"loadbalancer_id\":\"" + lb
                                + "\"}}")))
                .isEqualTo("409 Load Balancer " + lb + " is immutable and cannot be updated.");
    }

    @Test
    void anIdIsKnownInCapitals() throws Exception {
        assertThat(client.get(BASE + "pools/" + pool.toUpperCase(java.util.Locale.ROOT))
                        .body())
                .contains(pool);
    }

    @Test
    void aWrongPathNeedNotBeAnError() throws Exception {
        assertThat(client.get(BASE + "pools/" + pool + "/bogus").body()).isEqualTo("{\"pool\":{}}");
        assertThat(client.get("/v2.0/lbaas").body()).isEqualTo("\"v2\"");
        assertThat(client.get("/v2/lbaas/pools/").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPathMayBeAnError() throws Exception {
        assertThat(client.get(BASE + "bogus").body())
                .isEqualTo("{\"code\":404,\"title\":\"Not Found\",\"description\":\"\"}");
        assertThat(client.get("/v2.26/lbaas/pools").statusCode()).isEqualTo(404);
        assertThat(fault(client.get("/v2.0/lbaas//pools")))
                .isEqualTo("403 Policy does not allow this request to be performed.");
        assertThat(client.send("PATCH", BASE + "pools/" + pool, "{}").headers().firstValue("Allow"))
                .contains("DELETE, GET, POST, PUT");
    }

    @Test
    void whoAsksForHtmlGetsNothing() throws Exception {
        Browser browser = new Browser(octavia.uri(), "X-Auth-Token", login(), "Accept", "text/html");

        HttpResponse<String> answer = browser.get(BASE + "pools/" + pool);

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("<h1>406 Not Acceptable</h1>");
    }

    @Test
    void everyAnswerHasARequestId() throws Exception {
        assertThat(client.get(BASE + "pools")
                        .headers()
                        .firstValue("x-openstack-request-id")
                        .orElseThrow())
                .startsWith("req-");
        assertThat(client.get(BASE + "pools/" + NOBODY).headers().firstValue("x-openstack-request-id"))
                .isPresent();
    }

    @Test
    void twoCloudsKnowNothingOfEachOther() throws Exception {
        try (OctaviaServer other = OctaviaServer.start()) {
            assertThat(other.calls()).isEmpty();
            assertThat(new Browser(other.uri(), "X-Auth-Token", login())
                            .get(BASE + "pools")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private String created(String collection, String body) throws Exception {
        return json(client.post(BASE + collection, body))
                .iterator()
                .next()
                .path("id")
                .asText();
    }

    private JsonNode one(String path) throws Exception {
        return json(client.get(BASE + path)).iterator().next();
    }
}
