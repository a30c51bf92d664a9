package io.github.cloudlb.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Whole calls of the two services, signed by implementations other than this one. */
class KnownAnswersTest {

    private static final String LOAD_BALANCERS = "/v2.0/lbaas/loadbalancers";

    @Test
    void addServersToServerGroup() {
        SigningRequest request = new SigningRequest(
                "POST",
                "alb.cn-hangzhou.aliyuncs.com",
                "/",
                List.of(
                        new Parameter("ServerGroupId", "sgp-a1"),
                        new Parameter("DryRun", "true"),
                        new Parameter("ClientToken", "t-1")),
                List.of(
                        new Parameter("accept", "application/json"),
                        new Parameter("x-acs-action", "AddServersToServerGroup"),
                        new Parameter("x-acs-version", "2020-06-16"),
                        new Parameter("content-type", "application/x-www-form-urlencoded")),
                ("Servers.1.Port=80&Servers.1.ServerId=i-1&Servers.1.ServerType=Ecs"
                                + "&Servers.2.Port=8080&Servers.2.ServerId=10.0.0.9&Servers.2.ServerType=Ip")
                        .getBytes(StandardCharsets.UTF_8));
        AccessKey key = AccessKey.of("testid", "testsecret");
        Instant time = Instant.parse("2026-01-02T03:04:05Z");

        assertThat(new Acs3Signer().trace(request, key, time, "n-1").stringToSign())
                .endsWith("\n10f771bd299b98eee9545972d216363a195ba53ef0a66872fde6f38691afe5e2");
        assertThat(new Acs3Signer().sign(request, key, time, "n-1"))
                .containsExactly(
                        new Parameter("x-acs-date", "2026-01-02T03:04:05Z"),
                        new Parameter("x-acs-signature-nonce", "n-1"),
                        new Parameter(
                                "x-acs-content-sha256",
                                "d5722fa161c72fa62f69b42707fdbf2a9b73aae5ce53ae6ee6aa69ce7d78e0dd"),
                        new Parameter(
                                "Authorization",
                                "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;x-acs-action;"
                                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                                        + "Signature=27a9ff2b99ae03e3b9666e8a8b08312b9b3fb5733bb06b3dd5f62f308d79fb20"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GET, 329f2e18ed3a638eb35d25360b2380c13a4a9f702cbe5898f3160f81e55e4c0f,"
                + "77b7f4c69e5efba288d363b89a6745c2be17e7e7a06de5ab48ea41bcd88f0ce7",
        "POST, 037ea94be921d9b50fe7430feba75bf6cd4d61558644e8df6f82d96ddbbc076a,"
                + "61fa297f92d047507abd7dea73d44c98c2cd9190075efa54c49ded1d23d280c2",
        "DELETE, c2e67783ded9cc20fda812006f158465ab1a2f8cf6e5120d1f4e8bd99168e353,"
                + "d1bf545b7fa66178069ede0f00539438725cddbb550ce6241404a31462316eb6",
    })
    void loadBalancersOfOpenTelekomCloud(String method, String scoped, String plain) {
        assertThat(signature(new ScopedSdkSigner("", ""), loadBalancers(method)))
                .isEqualTo(scoped);
        assertThat(signature(new SdkSigner(), loadBalancers(method))).isEqualTo(plain);
    }

    private static SigningRequest loadBalancers(String method) {
        return switch (method) {
            case "GET" ->
                openTelekomCloud(
                        method,
                        LOAD_BALANCERS,
                        List.of(new Parameter("name", "a b*~"), new Parameter("limit", "2")),
                        "");
            case "POST" ->
                openTelekomCloud(
                        method,
                        LOAD_BALANCERS,
                        List.of(),
                        "{\"loadbalancer\":{\"name\":\"web\","
                                + "\"vip_subnet_id\":\"11111111-2222-3333-4444-555555555555\"}}");
            default ->
                openTelekomCloud(method, LOAD_BALANCERS + "/11111111-2222-3333-4444-555555555555", List.of(), "");
        };
    }

    private static SigningRequest openTelekomCloud(String method, String path, List<Parameter> query, String body) {
        return new SigningRequest(
                method,
                "elb.example.test",
                path,
                query,
                List.of(new Parameter("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(RequestSigner signer, SigningRequest request) {
        List<Parameter> headers =
                signer.sign(request, AccessKey.of("AKEXAMPLE", "SKEXAMPLE"), Instant.parse("2024-02-29T10:11:12Z"), "");
        String authorization = headers.get(headers.size() - 1).value();
        return authorization.substring(authorization.indexOf("Signature=") + "Signature=".length());
    }
}
