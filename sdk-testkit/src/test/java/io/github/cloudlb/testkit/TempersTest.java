package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class TempersTest extends OctaviaTestBase {
    private static final String MEMBER = "{\"member\":{\"address\":\"192.0.2.7\",\"protocol_port\":80}}";

    @Test
    void aCallThatIsDroppedBeforeTheCommitChangesNothing() {
        octavia.onAnyWrite().dropBeforeCommit();

        assertThatThrownBy(() -> client.post(members, MEMBER)).isInstanceOf(IOException.class);

        assertThat(octavia.members(pool)).isEmpty();
    }

    @Test
    void aCallThatIsDroppedAfterTheCommitIsCarriedOut() {
        octavia.onAnyWrite().dropAfterCommit();

        assertThatThrownBy(() -> client.post(members, MEMBER)).isInstanceOf(IOException.class);

        assertThat(octavia.members(pool)).hasSize(1);
    }

    @Test
    void anAnswerThatIsCutEndsTooEarly() {
        octavia.onAny().cutAfterBytes(10);

        assertThatThrownBy(() -> client.post(members, MEMBER)).isInstanceOf(IOException.class);

        assertThat(octavia.members(pool)).hasSize(1);
    }

    @Test
    void thoseBytesOfTheBodyArrive() throws Exception {
        octavia.onAny().cutAfterBytes(10);
        byte[] request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), octavia.uri().getPort())) {
            socket.getOutputStream().write(request);

            String all = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(all).contains("Content-Length: ").endsWith("\r\n\r\nNothing is");
        }
    }

    @Test
    void anAnswerThatIsCutAfterItsEndIsWhole() throws Exception {
        octavia.onAny().cutAfterBytes(1_000_000);

        assertThat(json(client.get(members)).path("members").isArray()).isTrue();
    }

    @Test
    void aSlowCallTakesTheTimeOfTheServer() throws Exception {
        VirtualTime time = VirtualTime.standingStill();
        try (OctaviaServer slow = OctaviaServer.start(time)) {
            slow.onAny().slow(Duration.ofMinutes(20));

            new Browser(slow.uri()).get("/");

            assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(20));
        }
    }

    @Test
    void aCallThatHangsIsNotCarriedOut() {
        octavia.onAny().hang();

        assertThatThrownBy(() -> client.sendWithin(Duration.ofMillis(50), "GET", members))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aCallThatHangsLaterHangsToo() {
        octavia.onAny().hang().after(Duration.ofMillis(1));

        assertThatThrownBy(() -> client.sendWithin(Duration.ofMillis(50), "DELETE", members))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void theJournalTellsWhatWasCarriedOutFromWhatWasNot() {
        octavia.onAnyWrite().dropBeforeCommit().dropAfterCommit();

        assertThatThrownBy(() -> client.post(members, MEMBER)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.post(members, MEMBER)).isInstanceOf(IOException.class);

        assertThat(octavia.journal().timeline())
                .containsSubsequence(members + "  not carried out: RESET", members + "  201, lost: RESET");
    }

    @Test
    void aResetEndsWhatHangs() throws Exception {
        octavia.onAny().hang().always();
        // More than there are threads in the server.
        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> client.sendWithin(Duration.ofMillis(20), "GET", members))
                    .isInstanceOf(IOException.class);
        }

        octavia.reset();

        assertThat(client.sendWithin(Duration.ofSeconds(10), "GET", members).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCallThatIsLateIsNotCarriedOutAfterAReset() throws Exception {
        octavia.onAny().slow(Duration.ofMinutes(1));
        CompletableFuture<Throwable> late =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> client.post(members, MEMBER)));
        while (octavia.calls().isEmpty()) {
            Thread.onSpinWait();
        }

        octavia.reset();

        assertThat(late.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        assertThat(octavia.journal().timeline()).isEmpty();
    }

    @Test
    void partsOfASecondAreRoundedUpForThoseWhoAreToComeAgain() throws Exception {
        octavia.onAny().throttle(1, Duration.ofMillis(1500));

        assertThat(client.get(members).headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void aPlanThatFailsWhileACallIsLateIsSeenInTheTimeline() throws Exception {
        try (OctaviaServer virtual = OctaviaServer.start()) {
            virtual.onAny().slow(Duration.ofMinutes(1));
            virtual.time().after(Duration.ofSeconds(1), () -> {
                throw new AssertionError("not now");
            });

            assertThat(new Browser(virtual.uri()).get(members).statusCode()).isEqualTo(500);

            assertThat(virtual.journal().timeline()).contains("The test kit could not answer", "not now");
        }
    }

    @Test
    void aProxyAnswersWithItsPageAsOftenAsSaid() throws Exception {
        octavia.onAny().htmlBadGateway(2);

        HttpResponse<String> first = client.get(members);

        assertThat(first.statusCode()).isEqualTo(502);
        assertThat(first.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(client.get(members).statusCode()).isEqualTo(502);
        assertThat(client.get(members).statusCode()).isEqualTo(200);
    }

    @Test
    void tooManyCallsAreToldWhenToComeAgain() throws Exception {
        octavia.onAny().throttle(1, Duration.ofSeconds(7));

        HttpResponse<String> answer = client.get(members);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(client.get(members).statusCode()).isEqualTo(200);
    }

    @Test
    void theServiceFailsInItsOwnForm() throws Exception {
        octavia.onAny().serverError(1);

        assertThat(fault(client.get(members))).isEqualTo("500 Something unknown went wrong");
        assertThat(client.get(members).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerHasAFieldThatNobodyHasHeardOfInEachObject() throws Exception {
        octavia.addMember(pool, "192.0.2.1", 80);
        octavia.onAny().unknownField();

        HttpResponse<String> answer = client.get(members);

        assertThat(json(answer).has("unheard_of")).isTrue();
        assertThat(json(answer).path("members").path(0).has("unheard_of")).isTrue();
        assertThat(json(answer).path("members").path(0).path("address").asText())
                .isEqualTo("192.0.2.1");
    }

    @Test
    void statesAreOnesThatNobodyHasHeardOf() throws Exception {
        octavia.onAny().unknownEnum();

        HttpResponse<String> answer = client.get("/v2.0/lbaas/loadbalancers/" + lb);

        assertThat(json(answer).path("loadbalancer").path("provisioning_status").asText())
                .isEqualTo("UNHEARD_OF");
        assertThat(json(answer).path("loadbalancer").path("name").asText()).isEqualTo("web");
    }

    @Test
    void aStepMayBeForTheThirdCall() {
        octavia.on("GET /v2.0/lbaas/pools/*/members").at(3).serverError(1);

        assertThat(IntStream.range(0, 4).mapToObj(i -> statusOf(members))).containsExactly(200, 200, 500, 200);
    }

    @Test
    void theCallsBeforeThatAreLeftToOtherScripts() {
        octavia.onAny().at(3).serverError(1);
        octavia.on("GET /v2.0/lbaas/pools/*/members").answers(503);

        assertThat(IntStream.range(0, 4).mapToObj(i -> statusOf(members))).containsExactly(503, 200, 500, 200);
    }

    @Test
    void aNumberThatHasAStepAlreadyIsRefused() {
        Script script = octavia.onAny().serverError(2);

        assertThatThrownBy(() -> script.at(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepMayBeForTheCallsAboutOneResource() {
        String other = octavia.addPool(lb, "other");
        octavia.onAny().about(pool).serverError(1).always();

        assertThat(statusOf("/v2.0/lbaas/pools/" + other)).isEqualTo(200);
        assertThat(statusOf(members)).isEqualTo(500);
        assertThat(statusOf("/v2.0/lbaas/pools/" + pool)).isEqualTo(500);
    }

    @Test
    void aBodyWithAPercentSignIsNoFormThatCannotBeRead() throws Exception {
        octavia.onAny().about(NOBODY).serverError(1);
        String half = "{\"pool\":{\"description\":\"50% of all\"}}";

        assertThat(client.put("/v2.0/lbaas/pools/" + pool, half).statusCode()).isEqualTo(200);
    }

    @Test
    void loginsAreNoCallsToTheService() throws Exception {
        octavia.onAny().serverError(1).always();

        assertThat(login()).isNotEmpty();
    }

    @Test
    void aServerWhoseClockIsAheadDatesItsAnswersSo() throws Exception {
        octavia.clockSkew(Duration.ofHours(2));

        assertThat(client.get(members).statusCode()).isEqualTo(401);
        assertThat(client.get("/").headers().firstValue("Date")).contains("Wed, 4 Mar 2026 07:06:07 GMT");
    }

    private int statusOf(String path) {
        try {
            return client.get(path).statusCode();
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void nothingIsSlowerThanForEver() {
        octavia.onAny().slow(ChronoUnit.FOREVER.getDuration());

        assertThatThrownBy(() -> client.sendWithin(Duration.ofMillis(50), "GET", members))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void noAnswerIsCutBeforeItBegins() {
        assertThatThrownBy(() -> octavia.onAny().cutAfterBytes(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are no -1 bytes");
    }
}
