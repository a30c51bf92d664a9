package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests signed with an access key, in both forms. */
class OtcSignaturesTest extends OtcTestBase {
    private static final String POOLS = LBAAS + "pools";
    private static final String WRONG = "401 APIGW.0301 Incorrect IAM authentication information: ";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoSignsNeedsNoToken(boolean scoped) throws Exception {
        OtcSigner signer = new OtcSigner(otc.uri(), clock, scoped);
        String query = "limit=5&name=a%20b%2A~%C3%A9";
        String body = body("{'member': {'address': '10.0.0.1', 'protocol_port': 80, 'subnet_id': 's'}}");

        assertThat(signer.client("GET", POOLS, query, "")
                        .get(POOLS + "?" + query)
                        .statusCode())
                .isEqualTo(200);
        assertThat(signer.client("POST", members, "", body).post(members, body).statusCode())
                .isEqualTo(201);
        otc.verify().everySignatureFresh();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameSignatureMayComeAgain(boolean scoped) throws Exception {
        Browser signed = new OtcSigner(otc.uri(), clock, scoped).client("GET", POOLS, "", "");

        assertThat(signed.get(POOLS).statusCode()).isEqualTo(200);
        assertThat(signed.get(POOLS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSignatureIsForOneRequestOnly(boolean scoped) throws Exception {
        OtcSigner signer = new OtcSigner(otc.uri(), clock, scoped);

        assertThat(refusal(signer.client("GET", POOLS, "", "").get(LBAAS + "listeners")))
                .startsWith(WRONG + "verify aksk signature fail,canonicalRequest:GET|/v2.0/lbaas/listeners/||host:");
        assertThat(refusal(signer.client("GET", POOLS, "limit=1", "").get(POOLS + "?limit=2")))
                .startsWith(WRONG + "verify aksk signature fail");
        assertThat(refusal(signer.client("PUT", members, "", "{\"members\": []}")
                        .put(members, "{\"members\": [], \"action\": \"add\"}")))
                .startsWith(WRONG + "verify aksk signature fail");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDateIsGoodForFifteenMinutes(boolean scoped) throws Exception {
        Browser signed = new OtcSigner(otc.uri(), clock, scoped).client("GET", POOLS, "", "");

        clock.passes(Duration.ofMinutes(15));
        assertThat(signed.get(POOLS).statusCode()).isEqualTo(200);
        clock.passes(Duration.ofMinutes(1));
        HttpResponse<String> refused = signed.get(POOLS);
        assertThat(refusal(refused)).isEqualTo(WRONG + "aksk signature expired");
        assertThat(refused.headers().firstValue("Date")).hasValue("Wed, 4 Mar 2026 05:22:07 GMT");
    }

    @Test
    void aClockThatIsWrongMakesSignaturesOld() throws Exception {
        otc.clockSkew(Duration.ofMinutes(-16));

        assertThat(refusal(new OtcSigner(otc.uri(), clock, true)
                        .client("GET", POOLS, "", "")
                        .get(POOLS)))
                .isEqualTo(WRONG + "aksk signature expired");
    }

    @Test
    void anotherSecretAndAnotherKeyAreRefused() throws Exception {
        OtcSigner signer = new OtcSigner(otc.uri(), clock, false);

        assertThat(refusal(signer.key(OctaviaServer.ACCESS_KEY_ID, "guess")
                        .client("GET", POOLS, "", "")
                        .get(POOLS)))
                .startsWith(WRONG + "verify aksk signature fail");
        assertThat(refusal(signer.key("NOBODY", "guess")
                        .client("GET", POOLS, "", "")
                        .get(POOLS)))
                .isEqualTo(WRONG + "Get secretKey failed,ak:NOBODY,err:ak not exist");
    }

    @Test
    void moreThanFiveFailuresInARowLockTheKey() throws Exception {
        OtcSigner guess = new OtcSigner(otc.uri(), clock, false).key(OctaviaServer.ACCESS_KEY_ID, "guess");
        for (int i = 0; i < 6; i++) {
            guess.client("GET", POOLS, "", "").get(POOLS);
        }
        OtcSigner right = new OtcSigner(otc.uri(), clock, false);

        assertThat(refusal(right.client("GET", POOLS, "", "").get(POOLS)))
                .isEqualTo(WRONG + "AK access failed to reach the limit,forbidden.");
        clock.passes(Duration.ofMinutes(5));
        assertThat(right.client("GET", POOLS, "", "").get(POOLS).statusCode()).isEqualTo(200);
    }

    @Test
    void somethingElseThanASignatureIsWrong() throws Exception {
        assertThat(refusal(
                        client.with("Authorization", "SDK-HMAC-SHA256 Access=x").get(POOLS)))
                .isEqualTo(WRONG + "verify aksk signature fail");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTemporaryKeyNeedsItsToken(boolean scoped) throws Exception {
        OtcSigner bare = temporary(scoped);
        OtcSigner whole = temporary(scoped, "X-Security-Token", OctaviaServer.SECURITY_TOKEN);
        OtcSigner wrong = temporary(scoped, "X-Security-Token", "another");

        assertThat(refusal(bare.client("GET", POOLS, "", "").get(POOLS))).isEqualTo(WRONG + "decrypt token fail");
        assertThat(refusal(wrong.client("GET", POOLS, "", "").get(POOLS))).isEqualTo(WRONG + "decrypt token fail");
        assertThat(whole.client("GET", POOLS, "", "").get(POOLS).statusCode()).isEqualTo(200);
    }

    @Test
    void aTemporaryKeyEnds() throws Exception {
        OtcSigner whole = temporary(false, "X-Security-Token", OctaviaServer.SECURITY_TOKEN);
        otc.temporaryAccessKeyEnds(clock.instant().plusSeconds(900));

        clock.passes(Duration.ofSeconds(899));
        assertThat(whole.client("GET", POOLS, "", "").get(POOLS).statusCode()).isEqualTo(200);
        clock.passes(Duration.ofSeconds(1));
        assertThat(refusal(whole.client("GET", POOLS, "", "").get(POOLS)))
                .isEqualTo(WRONG + "token expires, expires_at: 2026-03-04T05:21:07Z");
    }

    private OtcSigner temporary(boolean scoped, String... headers) {
        return new OtcSigner(otc.uri(), clock, scoped)
                .key(OctaviaServer.TEMPORARY_ACCESS_KEY_ID, OctaviaServer.TEMPORARY_ACCESS_KEY_SECRET, headers);
    }

    @Test
    void temporaryKeysAreGivenOutForAToken() throws Exception {
        HttpResponse<String> answer = client.post(
                "/v3.0/OS-CREDENTIAL/securitytokens",
                body("{'auth': {'identity': {'methods': ['token'], 'token': {'duration_seconds': 1800}}}}"));
        JsonNode key = OctaviaTestBase.json(answer).path("credential");
        OtcSigner signer = new OtcSigner(otc.uri(), clock, true)
                .key(
                        key.path("access").asText(),
                        key.path("secret").asText(),
                        "X-Security-Token",
                        key.path("securitytoken").asText());

        assertThat(answer.statusCode()).isEqualTo(201);
        clock.passes(Duration.ofSeconds(1799));
        assertThat(signer.client("GET", POOLS, "", "").get(POOLS).statusCode()).isEqualTo(200);
        clock.passes(Duration.ofSeconds(1));
        assertThat(refusal(signer.client("GET", POOLS, "", "").get(POOLS))).startsWith(WRONG + "token expires");
    }

    @Test
    void theTokenForATemporaryKeyMayStandInTheBody() throws Exception {
        String ask = "{'auth': {'identity': {'methods': ['token'], 'token': {'id': '%s', 'duration_seconds': %d}}}}";
        Browser nobody = new Browser(otc.uri());
        String path = "/v3.0/OS-CREDENTIAL/securitytokens";

        assertThat(nobody.post(path, body(ask, login(), 900)).statusCode()).isEqualTo(201);
        assertThat(nobody.post(path, body(ask, login(), 899)).statusCode()).isEqualTo(400);
        assertThat(nobody.post(path, body(ask, "another", 900)).statusCode()).isEqualTo(401);
    }

    @Test
    void theProjectIsLookedUpWithASignature() throws Exception {
        OtcSigner signer = new OtcSigner(otc.uri(), clock, false);

        for (String root : new String[] {"", "/identity"}) {
            String projects = root + "/v3/projects";
            JsonNode found = OctaviaTestBase.json(
                    signer.client("GET", projects, "name=eu-de", "").get(projects + "?name=eu-de"));
            assertThat(found.path("projects").findValuesAsText("id")).containsExactly(OctaviaServer.PROJECT_ID);
        }
        JsonNode none = OctaviaTestBase.json(
                signer.client("GET", "/v3/projects", "name=x", "").get("/v3/projects?name=x"));
        assertThat(none.path("projects")).isEmpty();
        assertThat(otc.callsToIdentity()).contains("GET /v3/projects");
        assertThat(refusal(new OtcSigner(otc.uri(), clock, false)
                        .client("GET", "/v3/projects", "", "")
                        .get("/v3/auth/catalog")))
                .startsWith(WRONG + "verify aksk signature fail");
        assertThat(new Browser(otc.uri()).get("/v3/projects").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherProjectIsNotTheKeys() throws Exception {
        OtcSigner signer = new OtcSigner(otc.uri(), clock, true)
                .key(OctaviaServer.ACCESS_KEY_ID, OctaviaServer.ACCESS_KEY_SECRET, "X-Project-Id", "another");

        assertThat(refusal(signer.client("GET", POOLS, "", "").get(POOLS))).startsWith("400 ELB.9808 ");
    }

    @Test
    void octaviaTakesNoAccessKeys() throws Exception {
        try (OctaviaServer octavia = OctaviaServer.start(clock)) {
            Browser signed =
                    new OtcSigner(octavia.uri(), clock, false).client("GET", "/load-balancer/v2.0/lbaas/pools", "", "");

            assertThat(signed.get("/v2.0/lbaas/pools").statusCode()).isEqualTo(401);
            assertThatThrownBy(() -> octavia.temporaryAccessKeyEnds(clock.instant()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
