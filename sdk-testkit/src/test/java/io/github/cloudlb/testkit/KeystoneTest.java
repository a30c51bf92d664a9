package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class KeystoneTest extends OctaviaTestBase {
    private static final String UNAUTHENTICATED = """
            {"error":{"code":401,"message":"The request you have made requires authentication.","title":"Unauthorized"}}""";
    private static final String BY_CREDENTIAL = """
            {"auth":{"identity":{"methods":["application_credential"],"application_credential":{"id":"%s","secret":"%s"}}}}""";

    private final Browser keystone = new Browser(octavia.authUri(), "Content-Type", "application/json");

    @Test
    void logsInWithThePassword() throws Exception {
        HttpResponse<String> answer = keystone.post("/auth/tokens", password(OctaviaServer.PASSWORD));

        JsonNode token = json(answer).path("token");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Subject-Token")).isPresent();
        assertThat(answer.headers().firstValue("x-openstack-request-id")).isPresent();
        assertThat(token.path("expires_at").asText()).isEqualTo("2026-03-04T06:06:07.000000Z");
        assertThat(token.path("project").path("name").asText()).isEqualTo(OctaviaServer.PROJECT);
    }

    @Test
    void theCatalogLeadsToOctavia() throws Exception {
        JsonNode catalog = json(keystone.post("/auth/tokens", password(OctaviaServer.PASSWORD)))
                .path("token")
                .path("catalog");

        List<String> endpoints = new ArrayList<>();
        catalog.get(1)
                .path("endpoints")
                .forEach(one -> endpoints.add(one.path("interface").asText() + " "
                        + one.path("region").asText() + " " + one.path("url").asText()));
        assertThat(catalog.get(1).path("type").asText()).isEqualTo("load-balancer");
        assertThat(endpoints)
                .containsExactlyInAnyOrder(
                        "public RegionOne " + octavia.uri(),
                        "internal RegionOne " + octavia.uri(),
                        "admin RegionOne " + octavia.uri());
    }

    @Test
    void leavesTheCatalogOutOnDemand() throws Exception {
        JsonNode answer = json(keystone.post("/auth/tokens?nocatalog", password(OctaviaServer.PASSWORD)));

        assertThat(answer.path("token").has("catalog")).isFalse();
        assertThat(answer.path("token").has("roles")).isTrue();
    }

    @Test
    void saysNothingOfWhatWasWrong() throws Exception {
        HttpResponse<String> wrongPassword = keystone.post("/auth/tokens", password("guess"));
        HttpResponse<String> wrongProject = keystone.post(
                "/auth/tokens",
                password(OctaviaServer.PASSWORD)
                        .replace("\"project\":{\"name\":\"demo\"", "\"project\":{\"name\":\"other\""));

        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(wrongPassword.body()).isEqualTo(UNAUTHENTICATED);
        assertThat(wrongProject.body()).isEqualTo(UNAUTHENTICATED);
        assertThat(wrongPassword.headers().firstValue("WWW-Authenticate"))
                .contains("Keystone uri=\"" + octavia.authUri() + "\"");
    }

    @Test
    void logsInWithAnApplicationCredential() throws Exception {
        HttpResponse<String> answer = keystone.post("/auth/tokens", credential());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer)
                        .path("token")
                        .path("application_credential")
                        .path("restricted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTokenCutToItsApplicationCredentialTellsItsEndWithoutAZone() throws Exception {
        octavia.applicationCredentialEnds(clock.instant().plus(Duration.ofMinutes(5)));

        JsonNode token = json(keystone.post("/auth/tokens", credential())).path("token");

        assertThat(token.path("expires_at").asText()).isEqualTo("2026-03-04T05:11:07.000000");
        assertThat(token.path("issued_at").asText()).isEqualTo("2026-03-04T05:06:07.000000Z");
    }

    @Test
    void anUnknownApplicationCredentialIsNotFoundAWrongSecretUnauthorized() throws Exception {
        HttpResponse<String> unknown = keystone.post("/auth/tokens", BY_CREDENTIAL.formatted("deadbeef", "x"));
        HttpResponse<String> wrong =
                keystone.post("/auth/tokens", BY_CREDENTIAL.formatted(OctaviaServer.APPLICATION_CREDENTIAL_ID, "x"));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Could not find Application Credential: deadbeef.");
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @Test
    void anApplicationCredentialTakesNoScope() throws Exception {
        HttpResponse<String> answer = keystone.post(
                "/auth/tokens", credential().replace("}}}}", "}},\"scope\":{\"project\":{\"id\":\"1\"}}}}"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Application credentials cannot request a scope.");
    }

    @Test
    void aTokenGotWithATokenKeepsItsEnd() throws Exception {
        String first = login();
        clock.passes(Duration.ofMinutes(10));

        JsonNode token = json(keystone.post(
                        "/auth/tokens",
                        "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"" + first + "\"}}}}"))
                .path("token");

        assertThat(token.path("methods")).hasSize(2);
        assertThat(token.path("expires_at").asText()).isEqualTo("2026-03-04T06:06:07.000000Z");
    }

    @Test
    void showsAndRevokesATokenToWhoHasOne() throws Exception {
        String token = login();
        Browser holder = keystone.with("X-Auth-Token", login(), "X-Subject-Token", token);

        assertThat(holder.get("/auth/tokens").statusCode()).isEqualTo(200);
        assertThat(holder.delete("/auth/tokens").statusCode()).isEqualTo(204);
        assertThat(holder.get("/auth/tokens").statusCode()).isEqualTo(404);
        assertThat(keystone.get("/auth/tokens").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsNotJson() throws Exception {
        assertThat(keystone.post("/auth/tokens", "{x").body())
                .contains("Expecting to find valid JSON in request body.");
        assertThat(new Browser(octavia.authUri()).post("/auth/tokens", "{}").body())
                .contains("Expecting to find application/json in Content-Type header.");
        assertThat(keystone.post("/auth/tokens", "{\"auth\":{}}").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(json(keystone.get("")).path("version").path("id").asText()).isEqualTo("v3.14");
        assertThat(keystone.get("/nowhere").headers().firstValue("Content-Type"))
                .contains("text/html; charset=utf-8");
    }

    @Test
    void octaviaRefusesWhoHasNoToken() throws Exception {
        HttpResponse<String> answer = new Browser(octavia.uri()).get("/v2.0/nowhere");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").path("title").asText()).isEqualTo("Unauthorized");
        assertThat(answer.headers().firstValue("x-openstack-request-id")).isEmpty();
        assertThat(new Browser(octavia.uri()).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void octaviaRefusesATokenThatHasExpired() throws Exception {
        octavia.tokenLifetime(Duration.ofMinutes(1));
        logIn();
        assertThat(client.get(members).statusCode()).isEqualTo(200);

        clock.passes(Duration.ofMinutes(1));

        assertThat(client.get(members).statusCode()).isEqualTo(401);
    }

    @Test
    void octaviaRefusesTokensThatTheTestExpires() throws Exception {
        octavia.expireTokens();
        assertThat(client.get(members).statusCode()).isEqualTo(401);

        logIn();
        assertThat(client.get(members).statusCode()).isEqualTo(200);
    }

    @Test
    void callsToKeystoneAreKeptApart() throws Exception {
        client.get(members);

        assertThat(octavia.calls()).containsExactly("GET " + members);
        assertThat(octavia.callsToIdentity()).containsExactly("POST /identity/v3/auth/tokens");
        assertThat(octavia.requests()).hasSize(2);
    }

    static String password(String password) {
        return """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"demo","domain":{"name":"Default"},"password":"%s"}}},\
                "scope":{"project":{"name":"demo","domain":{"name":"Default"}}}}}""".formatted(password);
    }

    private static String credential() {
        return BY_CREDENTIAL.formatted(
                OctaviaServer.APPLICATION_CREDENTIAL_ID, OctaviaServer.APPLICATION_CREDENTIAL_SECRET);
    }
}
