package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** Load balancers that are made with all that belongs to them, and what their trees tell. */
class GrowthTest extends OctaviaTestBase {
    private static final String WHOLE = """
            {"loadbalancer":{"name":"whole","vip_subnet_id":"%s","listeners":[{"name":"l","protocol":"HTTP",
            "protocol_port":80,"default_pool":{"name":"p","protocol":"HTTP","lb_algorithm":"ROUND_ROBIN",
            "healthmonitor":{"type":"TCP","delay":5,"timeout":3,"max_retries":2},
            "members":[{"address":"192.0.2.1","protocol_port":80}]},
            "l7policies":[{"action":"REDIRECT_TO_POOL","redirect_pool":{"name":"p"},
            "rules":[{"type":"PATH","compare_type":"STARTS_WITH","value":"/x"}]}]}]}}""".formatted(NOBODY);

    @Test
    void theAnswerHasTheWholeTree() throws Exception {
        JsonNode whole = made("loadbalancers", WHOLE);

        JsonNode listener = whole.path("listeners").path(0);
        JsonNode below = whole.path("pools").path(0);
        assertThat(listener.path("default_pool_id")).isEqualTo(below.path("id"));
        assertThat(listener.path("l7policies").path(0).path("redirect_pool_id")).isEqualTo(below.path("id"));
        assertThat(listener.path("l7policies").path(0).path("rules")).hasSize(1);
        assertThat(below.path("members").path(0).path("provisioning_status").asText())
                .isEqualTo("PENDING_CREATE");
        assertThat(below.path("healthmonitor").isNull()).isTrue();
        assertThat(listener.has("loadbalancers")).isFalse();
    }

    @Test
    void allOfItBecomesActive() throws Exception {
        String id = made("loadbalancers", WHOLE).path("id").asText();

        JsonNode tree = seen("loadbalancers/" + id + "/status").path("loadbalancer");

        JsonNode below = tree.path("listeners").path(0).path("pools").path(0);
        assertThat(tree.path("provisioning_status").asText()).isEqualTo("ACTIVE");
        assertThat(below.path("health_monitor").path("type").asText()).isEqualTo("TCP");
        assertThat(below.path("members").path(0).toString())
                .endsWith("\"operating_status\":\"NO_MONITOR\",\"provisioning_status\":\"ACTIVE\","
                        + "\"address\":\"192.0.2.1\",\"protocol_port\":80}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        "listeners":[{"protocol":"HTTP"}]                                        | Invalid input for field/attribute protocol_port. Value: 'None'. Mandatory field missing.
        "listeners":[{"protocol":"HTTP","protocol_port":80,"bogus":1}]           | Unknown attribute for argument load_balancer.loadbalancer.listeners: bogus
        "listeners":[{"protocol":"HTTP","protocol_port":80,"default_pool":{"name":"q"}}] | Validation failure: Pool 'q' was referenced but no full definition was found.
        "pools":[{"name":"q","protocol":"HTTP"}]                                 | Validation failure: Pool definition for 'q' missing required attribute: lb_algorithm
        """)
    void orNothingOfItIsMade(String children, String text) throws Exception {
        String body = "{\"loadbalancer\":{\"vip_subnet_id\":\"" + NOBODY + "\"," + children + "}}";

        assertThat(fault(client.post("/v2.0/lbaas/loadbalancers", body))).isEqualTo("400 " + text);
        assertThat(seen("loadbalancers")).hasSize(1);
    }

    @Test
    void aPoolThatNoListenerUsesIsNotInTheTree() throws Exception {
        assertThat(client.get("/v2.0/lbaas/loadbalancers/" + lb + "/statuses").body())
                .isEqualTo("{\"statuses\":{\"loadbalancer\":{\"id\":\"" + lb
                        + "\",\"name\":\"web\",\"operating_status\":\"OFFLINE\",\"provisioning_status\":\"ACTIVE\","
                        + "\"listeners\":[]}}}");
    }

    @Test
    void nothingWentThrough() throws Exception {
        String listener = octavia.addListener(lb, "web", 80);

        assertThat(client.get("/v2.0/lbaas/loadbalancers/" + lb + "/stats").body())
                .isEqualTo("{\"stats\":{\"bytes_in\":0,\"bytes_out\":0,\"active_connections\":0,"
                        + "\"total_connections\":0,\"request_errors\":0}}");
        assertThat(client.get("/v2.0/lbaas/listeners/" + listener + "/stats").statusCode())
                .isEqualTo(200);
        assertThat(client.get("/v2.0/lbaas/loadbalancers/" + NOBODY + "/stats").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecureListenerHasWhatTheServiceTakes() throws Exception {
        String start = "{\"listener\":{\"protocol\":\"TERMINATED_HTTPS\",\"protocol_port\":443,\"loadbalancer_id\":\""
                + lb + "\"";

        assertThat(fault(client.post("/v2.0/lbaas/listeners", start + "}}")))
                .isEqualTo("400 Validation failure: An SNI or default certificate container reference must be provided"
                        + " for TERMINATED_HTTPS protocol listeners.");
        JsonNode listener = made("listeners", start + ",\"default_tls_container_ref\":\"ref\"}}");
        assertThat(listener.path("tls_versions").toString()).isEqualTo("[\"TLSv1.2\",\"TLSv1.3\"]");
        assertThat(listener.path("alpn_protocols").toString()).isEqualTo("[\"h2\",\"http/1.1\",\"http/1.0\"]");
    }

    @Test
    void allowedCidrsAreNetworksOfTheVipsKind() throws Exception {
        String listener = "/v2.0/lbaas/listeners/" + octavia.addListener(lb, "web", 80);

        assertThat(json(client.put(listener, "{\"listener\":{\"allowed_cidrs\":[\"10.0.0.1/8\",\"192.0.2.0/24\"]}}"))
                        .path("listener")
                        .path("allowed_cidrs")
                        .toString())
                .isEqualTo("[\"10.0.0.0/8\",\"192.0.2.0/24\"]");
        assertThat(fault(client.put(listener, "{\"listener\":{\"allowed_cidrs\":[\"x\"]}}")))
                .isEqualTo("400 Invalid input for field/attribute allowed_cidrs. Value: '['x']'. Value should be IPv4"
                        + " or IPv6 CIDR format");
        assertThat(fault(client.put(listener, "{\"listener\":{\"allowed_cidrs\":[\"2001:db8::/32\"]}}")))
                .isEqualTo("400 Validation failure: CIDR 2001:db8::/32 IP version incompatible with VIP 198.51.100.1 IP"
                        + " version.");
        assertThat(fault(client.put(listener, "{\"listener\":{\"insert_headers\":{\"X-Nope\":\"true\"}}}")))
                .isEqualTo("400 ['X-Nope'] is not a valid option for insert_headers");
    }

    @Test
    void pathsHaveSeveralSpellings() throws Exception {
        String plain = client.get("/v2.0/lbaas/loadbalancers?fields=id").body();

        assertThat(client.get("/v2/loadbalancers?fields=id").body()).isEqualTo(plain);
        assertThat(client.get("/v2.0/loadbalancers.json?fields=id").body()).isEqualTo(plain);
        assertThat(client.get("/v2.0/octavia").body()).isEqualTo("\"v2\"");
    }
}
