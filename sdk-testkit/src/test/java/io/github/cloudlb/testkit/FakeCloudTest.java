package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

class FakeCloudTest {
    private static final String REMOVE = "DELETE /v2/lbaas/pools/p-1/members/m-1";

    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(cloud.uri());
    }

    @Test
    void answersInTheOrderScripted() throws Exception {
        cloud.on(REMOVE).answers(503).then(204);

        assertThat(remove().statusCode()).isEqualTo(503);
        assertThat(remove().statusCode()).isEqualTo(204);
        assertThat(cloud.calls()).hasSize(2).containsOnly(REMOVE);
    }

    @Test
    void saysWhatWasAskedAndWhatIsScriptedWhenItKnowsNoAnswer() throws Exception {
        cloud.on(REMOVE).answers(204);

        HttpResponse<String> answer = browser.get("/v2/lbaas/pools?name=web");

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).contains("GET /v2/lbaas/pools?name=web").contains(REMOVE + " (1 left)");
    }

    @Test
    void anAnswerIsGivenOnce() throws Exception {
        cloud.on(REMOVE).answers(204);

        assertThat(remove().statusCode()).isEqualTo(204);
        assertThat(remove().statusCode()).isEqualTo(501);
    }

    @Test
    void wireMocksOwnAdministrationIsNotThere() throws Exception {
        HttpResponse<String> answer = browser.get("/__admin/mappings");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("WireMock's administration is not here");
    }

    @Test
    void theLastAnswerMayStay() throws Exception {
        cloud.on(REMOVE).answers(503).then(404).always();

        assertThat(remove().statusCode()).isEqualTo(503);
        assertThat(remove().statusCode()).isEqualTo(404);
        assertThat(remove().statusCode()).isEqualTo(404);
    }

    @Test
    void takesABodyFromAResourceBesideTheTest() throws Exception {
        cloud.on(REMOVE).answers(404, "member-not-found.json");

        HttpResponse<String> answer = remove();

        assertThat(answer.body()).contains("Member gone not found.");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void aMissingResourceIsToldWhereItIsScripted() {
        assertThatThrownBy(() -> cloud.on(REMOVE).answers(404, "no-such.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No resource no-such.json beside " + FakeCloudTest.class.getName());
    }

    @Test
    void sendsTheHeadersItWasGiven() throws Exception {
        cloud.on(REMOVE).answers(429, "text/html", "<h1>Slow down</h1>", "Retry-After", "7");

        HttpResponse<String> answer = remove();

        assertThat(answer.body()).isEqualTo("<h1>Slow down</h1>");
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void keepsWhatWasSent() throws Exception {
        cloud.on("POST /v2/things?limit=2").answers(201, "{}");

        browser.with("X-Auth-Token", "t-1").post("/v2/things?limit=2&limit=3", "unlike the script");
        browser.with("X-Auth-Token", "t-1").post("/v2/things?limit=2", "{\"a\":1}");

        RecordedRequest request = cloud.requests().get(1);
        assertThat(request.header("x-auth-token")).contains("t-1");
        assertThat(request.body()).isEqualTo("{\"a\":1}");
        assertThat(request.parameters()).containsOnlyKeys("limit");
        assertThat(cloud.requests().get(0).parameters().get("limit")).containsExactly("2", "3");
    }

    @Test
    void aStarStandsForOneSegment() throws Exception {
        cloud.on("DELETE /v2/lbaas/pools/*/members/*").answers(204).always();

        assertThat(remove().statusCode()).isEqualTo(204);
        assertThat(browser.delete("/v2/lbaas/pools/p-1").statusCode()).isEqualTo(501);
    }

    @Test
    void breaksTheConnection() {
        for (Fault fault : Fault.values()) {
            cloud.on(REMOVE).fault(fault);
            assertThatThrownBy(this::remove).as(fault.name()).isInstanceOf(IOException.class);
        }
        assertThat(cloud.calls()).containsOnly(REMOVE);
    }

    @Test
    void hangsUntilTheClientGivesUp() {
        cloud.on(REMOVE).hang();

        assertThatThrownBy(() -> browser.sendWithin(Duration.ofMillis(50), "DELETE", "/v2/lbaas/pools/p-1/members/m-1"))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aLateAnswerIsLate() {
        cloud.on(REMOVE).answers(204).after(Duration.ofDays(1));

        assertThatThrownBy(() -> browser.sendWithin(Duration.ofMillis(50), "DELETE", "/v2/lbaas/pools/p-1/members/m-1"))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void nothingCanBeLateThatIsNotScripted() {
        assertThatThrownBy(() -> cloud.on(REMOVE).after(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoOfThemKnowNothingOfEachOther() throws Exception {
        try (FakeCloud other = FakeCloud.started()) {
            other.on(REMOVE).answers(204);

            assertThat(remove().statusCode()).isEqualTo(501);
            assertThat(other.calls()).isEmpty();
            assertThat(other.uri()).isNotEqualTo(cloud.uri());
        }
    }

    private HttpResponse<String> remove() throws IOException, InterruptedException {
        return browser.delete("/v2/lbaas/pools/p-1/members/m-1");
    }
}
