package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.internal.alibaba.RpcSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The older way to sign: all parameters, by HMAC-SHA1. */
class RpcSignaturesTest {
    private final SetClock clock = new SetClock();
    private final AlbServer alb = AlbServer.start(clock);
    private final Map<String, String> parameters = new TreeMap<>(Map.of(
            "Action", "ListServerGroups",
            "Version", "2020-06-16",
            "Format", "JSON",
            "AccessKeyId", AlbServer.ACCESS_KEY_ID,
            "SignatureMethod", "HMAC-SHA1",
            "SignatureVersion", "1.0",
            "SignatureNonce", "n-1",
            "Timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));

    @AfterEach
    void close() {
        alb.close();
    }

    /** By com.aliyun:aliyun-java-sdk-core:4.7.10. */
    @Test
    void worksOutTheSignatureThatOthersWorkOut() {
        Map<String, String> others = new TreeMap<>(Map.of(
                "Action", "DescribeRegions",
                "Version", "2020-06-16",
                "Format", "JSON",
                "AccessKeyId", "ak-example-0001",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", "nonce-example-1001",
                "Timestamp", "2026-03-04T05:06:07Z"));

        String stringToSign = RpcSignature.stringToSign("GET", others);

        assertThat(stringToSign)
                .startsWith("GET&%2F&AccessKeyId%3Dak-example-0001%26Action%3DDescribeRegions%26")
                .endsWith("%26Timestamp%3D2026-03-04T05%253A06%253A07Z%26Version%3D2020-06-16");
        assertThat(RpcSignature.signature(stringToSign, "sk-example-0001-not-a-secret"))
                .isEqualTo("NyPfyaXFeJjymPEIjVb9h5kgE+o=");
    }

    @Test
    void acceptsWhatIsSignedWithTheKey() throws Exception {
        parameters.put("ServerGroupNames.1", "a b*~é");

        assertThat(signed("GET").statusCode()).isEqualTo(200);
        assertThat(alb.calls()).containsExactly("ListServerGroups");
    }

    @Test
    void acceptsParametersInAForm() throws Exception {
        assertThat(signed("POST").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        assertThat(AlbBrowser.code(send("GET", RpcSignature.signature(stringToSign("GET"), "guess"))))
                .isEqualTo("400 SignatureDoesNotMatch");
    }

    @Test
    void refusesAParameterThatWasChangedAfterSigning() throws Exception {
        String signature = RpcSignature.signature(stringToSign("POST"), AlbServer.ACCESS_KEY_SECRET);
        parameters.put("MaxResults", "5");

        assertThat(AlbBrowser.code(send("POST", signature))).isEqualTo("400 SignatureDoesNotMatch");
    }

    @Test
    void refusesANonceUsedBefore() throws Exception {
        signed("GET");

        assertThat(AlbBrowser.code(signed("GET"))).isEqualTo("400 SignatureNonceUsed");
    }

    @Test
    void refusesATimeThatIsSixteenMinutesOff() throws Exception {
        Instant early = clock.instant().plus(Duration.ofMinutes(16)).truncatedTo(ChronoUnit.SECONDS);
        parameters.put("Timestamp", early.toString());

        assertThat(AlbBrowser.code(signed("GET"))).isEqualTo("400 InvalidTimeStamp.Expired");
        parameters.put("Timestamp", "now");
        assertThat(AlbBrowser.code(signed("GET"))).isEqualTo("400 InvalidTimeStamp.Format");
    }

    @Test
    void refusesWhatIsNotComplete() throws Exception {
        parameters.put("SignatureVersion", "2.0");
        assertThat(AlbBrowser.code(signed("GET"))).isEqualTo("400 IncompleteSignature");
        parameters.remove("SignatureNonce");
        parameters.put("SignatureVersion", "1.0");
        assertThat(AlbBrowser.code(signed("GET"))).isEqualTo("400 MissingSignatureNonce");
        parameters.put("AccessKeyId", "nobody");
        assertThat(AlbBrowser.code(signed("GET"))).isEqualTo("404 InvalidAccessKeyId.NotFound");
    }

    @Test
    void takesATemporaryKeyWithItsTokenOnly() throws Exception {
        parameters.put("AccessKeyId", AlbServer.TEMPORARY_ACCESS_KEY_ID);
        String secret = AlbServer.TEMPORARY_ACCESS_KEY_SECRET;

        assertThat(AlbBrowser.code(send("GET", RpcSignature.signature(stringToSign("GET"), secret))))
                .isEqualTo("400 MissingSecurityToken");
        parameters.put("SecurityToken", AlbServer.SECURITY_TOKEN);
        assertThat(send("GET", RpcSignature.signature(stringToSign("GET"), secret))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> signed(String method) throws Exception {
        return send(method, RpcSignature.signature(stringToSign(method), AlbServer.ACCESS_KEY_SECRET));
    }

    private String stringToSign(String method) {
        return RpcSignature.stringToSign(method, parameters);
    }

    private HttpResponse<String> send(String method, String signature) throws Exception {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("Signature", signature);
        String encoded = all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return method.equals("GET")
                ? new Browser(alb.uri()).get("/?" + encoded)
                : new Browser(alb.uri(), "content-type", "application/x-www-form-urlencoded").post("/", encoded);
    }
}
