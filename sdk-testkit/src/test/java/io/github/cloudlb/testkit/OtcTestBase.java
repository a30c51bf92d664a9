package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;

/** Open Telekom Cloud with a load balancer and a pool, and a client that is logged in. */
abstract class OtcTestBase {
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    static final String LBAAS = "/v2.0/lbaas/";

    final SetClock clock = new SetClock();
    final OctaviaServer otc = OctaviaServer.start(Dialect.OTC, clock);
    final String lb = otc.addLoadBalancer("web");
    final String pool = otc.addPool(lb, "web");
    final String members = LBAAS + "pools/" + pool + "/members";
    Browser client = new Browser(otc.uri());

    @BeforeEach
    void logIn() throws Exception {
        client = new Browser(otc.uri(), "Content-Type", "application/json", "X-Auth-Token", login());
    }

    @AfterEach
    void close() {
        otc.close();
    }

    String login() throws Exception {
        return new Browser(otc.authUri(), "Content-Type", "application/json")
                .post("/auth/tokens", password())
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    static String password() {
        return """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "demo",
                  "password": "testkit-password", "domain": {"name": "Default"}}}},
                  "scope": {"project": {"name": "eu-de", "domain": {"name": "Default"}}}}}""";
    }

    /** Makes something that must succeed. */
    JsonNode made(String path, String body) throws Exception {
        HttpResponse<String> answer = client.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode json = OctaviaTestBase.json(answer);
        return json.size() == 1 ? json.elements().next() : json;
    }

    String id(String path, String body) throws Exception {
        return made(path, body).path("id").asText();
    }

    String listener(int port) throws Exception {
        return id(
                LBAAS + "listeners",
                body("{'listener': {'protocol': 'HTTP', 'protocol_port': %d, 'loadbalancer_id': '%s'}}", port, lb));
    }

    /** With single quotes for double ones. */
    static String body(String json, Object... arguments) {
        return json.replace('\'', '"').formatted(arguments);
    }

    /** Status, code and text of a refusal, after a look at the rest of it. */
    static String refusal(HttpResponse<String> answer) {
        JsonNode json = OctaviaTestBase.json(answer);
        assertThat(json.fieldNames()).toIterable().containsExactly("error_msg", "error_code", "request_id");
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValue(json.path("request_id").asText());
        return answer.statusCode() + " " + json.path("error_code").asText() + " "
                + json.path("error_msg").asText();
    }
}
