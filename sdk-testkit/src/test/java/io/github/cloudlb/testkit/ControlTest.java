package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The hand on a server for programs in other languages. */
class ControlTest {
    private final OctaviaServer octavia = OctaviaServer.start();
    private final AlbServer alb = AlbServer.start();
    private final Browser control = new Browser(octavia.uri("/_testkit"));
    private final Browser albControl = new Browser(alb.uri("/_testkit"));
    private String token = "";

    @BeforeEach
    void host() throws Exception {
        assertThat(Hosted.octavia(octavia).uri()).isEqualTo(octavia.uri(""));
        assertThat(Hosted.alibaba(alb, "ALB_ENDPOINT").uri()).isEqualTo(alb.uri());
        token = new Browser(octavia.authUri(), "Content-Type", "application/json")
                .post("/auth/tokens", KeystoneTest.password(OctaviaServer.PASSWORD))
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow();
    }

    @AfterEach
    void close() {
        octavia.close();
        alb.close();
    }

    @Test
    void tellsTheTimelineWithoutItself() throws Exception {
        list();
        control.get("/journal");

        assertThat(control.get("/journal").body())
                .containsSubsequence("POST /identity/v3/auth/tokens", "GET /v2.0/lbaas/loadbalancers  200")
                .doesNotContain("_testkit");
    }

    @Test
    void resets() throws Exception {
        octavia.addLoadBalancer("web");
        assertThat(temper("'any': true, 'temper': 'serverError', 'times': 9")).isEqualTo("204 ");

        assertThat(control.post("/reset", "").statusCode()).isEqualTo(204);

        assertThat(list().body()).as("the token still holds").startsWith("{\"loadbalancers\":[]");
        assertThat(octavia.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'temper': 'serverError'                                    | 500",
                "'temper': 'serverError', 'at': 2                           | 200",
                "'temper': 'htmlBadGateway', 'times': 2                     | 502",
                "'temper': 'throttle', 'retryAfter': 3                      | 429",
                "'temper': 'answers', 'status': 503                         | 503",
                "'temper': 'answers', 'status': 418, 'body': '{}'           | 418",
                "'temper': 'passes'                                         | 200",
                "'temper': 'slow', 'duration': 0.001                        | 200",
                "'temper': 'serverError', 'after': 'PT0.001S'               | 500",
                "'temper': 'unknownField'                                   | 200",
                "'temper': 'unknownEnum'                                    | 200",
                "'temper': 'serverError', 'about': 'somebody-else'          | 200"
            })
    void hasTheTempersOfScripts(String temper, int status) throws Exception {
        assertThat(temper("'any': true, " + temper.strip())).isEqualTo("204 ");

        assertThat(list().statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'temper': 'dropBeforeCommit'",
                "'temper': 'dropAfterCommit'",
                "'temper': 'cutAfterBytes', 'bytes': 5",
                "'temper': 'fault', 'fault': 'reset'",
                "'temper': 'loses', 'fault': 'EMPTY'"
            })
    void hasTheTempersThatLoseAnswers(String temper) throws Exception {
        assertThat(temper("'on': 'DELETE /v2.0/lbaas/pools/x', " + temper)).isEqualTo("204 ");

        // Not a GET, which this client sends again by itself.
        assertThatThrownBy(() -> client().delete("/v2.0/lbaas/pools/x")).isInstanceOf(IOException.class);
    }

    @Test
    void letsACallHang() throws Exception {
        temper("'any': true, 'temper': 'hang'");

        assertThatThrownBy(() -> client().sendWithin(Duration.ofMillis(50), "GET", "/v2.0/lbaas/pools"))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void goesOnAndOnIfToldTo() throws Exception {
        temper("'on': 'GET /v2.0/lbaas/*', 'temper': 'serverError', 'always': true");

        for (int call = 0; call < 3; call++) {
            assertThat(list().statusCode()).isEqualTo(500);
        }
    }

    @Test
    void meansOnlyChangesIfToldTo() throws Exception {
        temper("'anyWrite': true, 'temper': 'serverError'");

        assertThat(list().statusCode()).isEqualTo(200);
        assertThat(client().delete("/v2.0/lbaas/pools/x").statusCode()).isEqualTo(500);
    }

    @Test
    void anEmptyCallIsNoChange() throws Exception {
        temper("'on': '', 'temper': 'serverError'");

        assertThat(client().delete("/v2.0/lbaas/pools/x").statusCode()).isEqualTo(404);
    }

    @Test
    void locksALoadBalancer() throws Exception {
        String id = octavia.addLoadBalancer("web");

        assertThat(temper("'temper': 'lockedByStranger', 'loadBalancer': '" + id + "', 'duration': 'PT1H'"))
                .isEqualTo("204 ");

        assertThat(list().body()).contains("PENDING_UPDATE");
    }

    @Test
    void setsAStatus() throws Exception {
        String id = octavia.addLoadBalancer("web");

        assertThat(temper("'temper': 'setStatus', 'id': '" + id + "', 'status': 'ERROR'"))
                .isEqualTo("204 ");

        assertThat(list().body()).contains("ERROR");
    }

    @Test
    void letsAMemberGetStuck() throws Exception {
        String pool = octavia.addPool(octavia.addLoadBalancer("web"), "web");
        String member = octavia.addMember(pool, "192.0.2.1", 80);

        assertThat(temper("'temper': 'memberStuck', 'member': '" + member + "'"))
                .isEqualTo("204 ");

        client().delete("/v2.0/lbaas/pools/" + pool + "/members/" + member);
        assertThat(octavia.members(pool)).hasSize(1);
    }

    @Test
    void takesALandscapeAndGivesItBack() throws Exception {
        octavia.addLoadBalancer("web");
        String state = control.get("/state").body();
        octavia.reset();

        assertThat(control.post("/seed", state).statusCode()).isEqualTo(204);

        assertThat(control.get("/state").body()).isEqualTo(state).contains("web");
        assertThat(control.post("/seed", "- a list").statusCode()).isEqualTo(400);
    }

    @Test
    void letsTokensExpire() throws Exception {
        assertThat(temper("'temper': 'expireTokens'")).isEqualTo("204 ");

        assertThat(list().statusCode()).isEqualTo(401);
    }

    @Test
    void setsTheClockWrong() throws Exception {
        temper("'temper': 'clockSkew', 'ahead': 86400");

        String date = list().headers().firstValue("Date").orElseThrow();

        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                .isAfter(Instant.now().plus(Duration.ofHours(23)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'temper': 'melt'                                    | There is no temper melt; there are [answers,",
                "'temper': 'serverError'                             | The field on must be a text and is missing",
                "'temper': 'serverError', 'any': 1                   | The field any must be true or false",
                "'temper': 'serverError', 'any': true, 'times': 'x'  | The field times must be a whole number",
                "'temper': 'serverError', 'any': true, 'times': 1.5  | The field times must be a whole number",
                "'temper': 'serverError', 'any': true, 'times': -1   | The field times must be a whole number",
                "'temper': 'cutAfterBytes', 'any': true, 'at': 2, 'bytes': -1 | The field bytes must be a whole number",
                "'temper': 'answers', 'any': true, 'status': 1000    | The field status must be 200 to 599",
                "'temper': 'answers', 'any': true, 'status': 0       | The field status must be 200 to 599",
                "'temper': 'clockSkew', 'ahead': 1e300               | The field ahead must be a number of seconds or",
                "'temper': 'clockSkew', 'ahead': 'P999999999999D'    | The field ahead must be a number of seconds or",
                "'temper': 'serverError', 'any': true, 'tmies': 2    | There is no field tmies here; there are [",
                "'temper': 'slow', 'any': true, 'duration': '1s'     | The field duration must be a number of seconds or",
                "'temper': 'fault', 'any': true, 'fault': 'x'        | There is no fault x",
                "'temper': 'setStatus', 'id': 'x', 'status': 'ERROR' | There is nothing with the id x",
                "'temper': 'jobFails', 'code': 'x'                   | There is no temper jobFails"
            })
    void saysWhatIsWrongAndDoesNothing(String temper, String complaint) throws Exception {
        assertThat(temper(temper)).startsWith("400 " + complaint);

        assertThat(list().statusCode()).isEqualTo(200);
    }

    @Test
    void wantsAnObject() throws Exception {
        assertThat(control.post("/tempers", "[1]").body()).isEqualTo("The body must be a JSON object\n");
    }

    @Test
    void saysWhatThereIs() throws Exception {
        HttpResponse<String> answer = control.get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("POST reset", "GET journal");
    }

    @Test
    void letsJobsFailAndTakeTheirTime() throws Exception {
        assertThat(albControl
                        .post("/tempers", json("'temper': 'jobFails', 'code': 'OperationFailed'"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(albControl
                        .post("/tempers", json("'temper': 'jobsTakeLooks', 'looks': 2"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(albControl
                        .post("/tempers", json("'temper': 'jobsTake', 'duration': 1"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void isNotThereUnlessTheServerIsAProgram() throws Exception {
        try (OctaviaServer inATest = OctaviaServer.start()) {
            assertThat(new Browser(inATest.uri("/_testkit")).get("/journal").statusCode())
                    .isEqualTo(404);
            assertThat(inATest.requests()).hasSize(1);
        }
    }

    private HttpResponse<String> list() throws Exception {
        return client().get("/v2.0/lbaas/loadbalancers");
    }

    private Browser client() {
        return new Browser(octavia.uri(), "X-Auth-Token", token);
    }

    private String temper(String fields) throws Exception {
        HttpResponse<String> answer = control.post("/tempers", json(fields));
        return answer.statusCode() + " " + answer.body();
    }

    private static String json(String fields) {
        return "{" + fields.strip().replace('\'', '"') + "}";
    }
}
