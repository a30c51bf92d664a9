package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;

/** A load balancer with a pool, and a client that is logged in. */
abstract class OctaviaTestBase {
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    final SetClock clock = new SetClock();
    final OctaviaServer octavia = OctaviaServer.start(clock);
    final String lb = octavia.addLoadBalancer("web");
    final String pool = octavia.addPool(lb, "web");
    final String members = "/v2.0/lbaas/pools/" + pool + "/members";
    Browser client = new Browser(octavia.uri());

    @BeforeEach
    void logIn() throws Exception {
        client = new Browser(
                octavia.uri(),
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "X-Auth-Token",
                login());
    }

    @AfterEach
    void close() {
        octavia.close();
    }

    String login() throws Exception {
        return new Browser(octavia.authUri(), "Content-Type", "application/json")
                .post("/auth/tokens", KeystoneTest.password(OctaviaServer.PASSWORD))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    /** A client that is logged in as the administrator. */
    Browser administrator() throws Exception {
        String login = KeystoneTest.password(OctaviaServer.ADMIN_PASSWORD)
                .replace("\"user\":{\"name\":\"demo\"", "\"user\":{\"name\":\"admin\"");
        String token = new Browser(octavia.authUri(), "Content-Type", "application/json")
                .post("/auth/tokens", login)
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
        return new Browser(
                octavia.uri(), "Accept", "application/json", "Content-Type", "application/json", "X-Auth-Token", token);
    }

    /** Makes something below {@code /v2.0/lbaas}, and returns what is answered of it. */
    JsonNode made(String collection, String body) throws Exception {
        HttpResponse<String> answer = client.post("/v2.0/lbaas/" + collection, body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer).iterator().next();
    }

    /** What there is below {@code /v2.0/lbaas}. */
    JsonNode seen(String path) throws Exception {
        return json(client.get("/v2.0/lbaas/" + path)).iterator().next();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body()).orElseThrow();
    }

    static String fault(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).path("faultstring").asText();
    }
}
