package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.testkit.internal.alibaba.Acs3;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.signing.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class AlbSignaturesTest {
    private final SetClock clock = new SetClock();
    private final AlbServer alb = AlbServer.start(clock);
    private final AlbBrowser client = new AlbBrowser(alb.uri(), clock);

    @AfterEach
    void close() {
        alb.close();
    }

    @Test
    void worksOutTheSignatureThatOthersWorkOut() {
        String form = "Servers.1.Port=80&Servers.1.ServerId=i-1&Servers.1.ServerType=Ecs&Servers.2.Port=8080"
                + "&Servers.2.ServerId=10.0.0.9&Servers.2.ServerType=Ip";
        Map<String, List<String>> headers = new TreeMap<>(Map.of(
                "content-type", List.of("application/x-www-form-urlencoded"),
                "host", List.of("alb.cn-hangzhou.aliyuncs.com"),
                "x-acs-action", List.of("AddServersToServerGroup"),
                "x-acs-content-sha256", List.of("d5722fa161c72fa62f69b42707fdbf2a9b73aae5ce53ae6ee6aa69ce7d78e0dd"),
                "x-acs-date", List.of("2026-01-02T03:04:05Z"),
                "x-acs-signature-nonce", List.of("n-1"),
                "x-acs-version", List.of("2020-06-16")));
        RecordedRequest request =
                new RecordedRequest("", "POST", "/", "ClientToken=t-1&DryRun=true&ServerGroupId=sgp-a1", headers, form);

        String stringToSign = Acs3.stringToSign(request, List.copyOf(headers.keySet()));

        assertThat(Digests.sha256(form)).isEqualTo("d5722fa161c72fa62f69b42707fdbf2a9b73aae5ce53ae6ee6aa69ce7d78e0dd");
        assertThat(stringToSign)
                .isEqualTo("ACS3-HMAC-SHA256\n10f771bd299b98eee9545972d216363a195ba53ef0a66872fde6f38691afe5e2");
        assertThat(Acs3.signature(stringToSign, "testsecret"))
                .isEqualTo("27a9ff2b99ae03e3b9666e8a8b08312b9b3fb5733bb06b3dd5f62f308d79fb20");
    }

    @Test
    void acceptsWhatIsSignedWithTheKey() throws Exception {
        assertThat(client.call("ListServerGroups", "ServerGroupNames.1=a%20b%2A~%C3%A9&MaxResults=5")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAWrongSecretAndTellsItsOwnStringToSign() throws Exception {
        HttpResponse<String> answer =
                client.key(AlbServer.ACCESS_KEY_ID, "guess").call("ListServerGroups", "");

        assertThat(AlbBrowser.code(answer)).isEqualTo("400 SignatureDoesNotMatch");
        assertThat(answer.body()).containsPattern("server StringToSign is \\[ACS3-HMAC-SHA256 [0-9a-f]{64}\\]");
        assertThat(Json.read(answer.body()).orElseThrow().fieldNames())
                .toIterable()
                .containsExactly("RequestId", "HostId", "Code", "Message", "Recommend");
    }

    @Test
    void refusesAnUnknownKey() throws Exception {
        assertThat(client.key("nobody", "x").code("ListServerGroups", "")).isEqualTo("404 InvalidAccessKeyId.NotFound");
    }

    @Test
    void refusesANonceUsedBefore() throws Exception {
        client.header("x-acs-signature-nonce", "n-1");

        assertThat(client.call("ListServerGroups", "").statusCode()).isEqualTo(200);
        assertThat(client.code("ListServerGroups", "")).isEqualTo("400 SignatureNonceUsed");
    }

    @Test
    void refusesAClockThatIsMoreThanFifteenMinutesOff() throws Exception {
        String signed = clock.instant().toString();
        client.header("x-acs-date", signed);

        clock.passes(Duration.ofMinutes(15));
        assertThat(client.call("ListServerGroups", "").statusCode()).isEqualTo(200);
        clock.passes(Duration.ofSeconds(1));
        assertThat(client.code("ListServerGroups", "")).isEqualTo("400 InvalidTimeStamp.Expired");
        assertThat(client.header("x-acs-date", "today").code("ListServerGroups", ""))
                .isEqualTo("400 InvalidTimeStamp.Format");
    }

    @Test
    void refusesAnotherBodyThanWasSigned() throws Exception {
        assertThat(client.header("x-acs-content-sha256", Digests.sha256("another"))
                        .code("ListServerGroups", ""))
                .isEqualTo("400 SignatureDoesNotMatch");
    }

    @Test
    void refusesHeadersWithoutASignature() throws Exception {
        Browser unsigned = new Browser(alb.uri(), "x-acs-action", "ListServerGroups", "x-acs-version", "2020-06-16");

        assertThat(AlbBrowser.code(unsigned.post("/", ""))).isEqualTo("400 MissingParameter");
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        assertThat(client.header("x-acs-version", "2022-04-30").code("ListServerGroups", ""))
                .isEqualTo("404 InvalidVersion");
    }

    @Test
    void refusesACallThatNobodySigned() throws Exception {
        Browser unsigned = new Browser(alb.uri());

        assertThat(AlbBrowser.code(unsigned.get("/?Action=ListServerGroups&Version=2020-06-16")))
                .isEqualTo("400 MissingAccessKeyId");
        assertThat(alb.calls()).containsExactly("ListServerGroups");
    }

    @Test
    void takesATemporaryKeyWithItsTokenOnly() throws Exception {
        client.key(AlbServer.TEMPORARY_ACCESS_KEY_ID, AlbServer.TEMPORARY_ACCESS_KEY_SECRET);

        assertThat(client.code("ListServerGroups", "")).isEqualTo("400 MissingSecurityToken");
        client.header("x-acs-security-token", "another");
        assertThat(client.code("ListServerGroups", "")).isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
        client.header("x-acs-security-token", AlbServer.SECURITY_TOKEN);
        assertThat(client.call("ListServerGroups", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"wrong, InvalidSecurityToken.MismatchWithAccessKey", "'', MissingSecurityToken"})
    void aTokenThatIsRefusedWasNotFresh(String token, String code) throws Exception {
        AlbBrowser temporary = new AlbBrowser(alb.uri(), clock)
                .key(AlbServer.TEMPORARY_ACCESS_KEY_ID, AlbServer.TEMPORARY_ACCESS_KEY_SECRET);
        if (!token.isEmpty()) {
            temporary.header("x-acs-security-token", token);
        }

        assertThat(temporary.code("ListAcls", "")).isEqualTo("400 " + code);

        assertThatThrownBy(() -> alb.verify().everySignatureFresh()).isInstanceOf(AssertionError.class);
    }
}
