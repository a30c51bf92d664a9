package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.servergroup.AddServersToServerGroup;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The older signature, as it arrives; computed here once more from what the vendor says of it. */
class RpcSignatureTest extends CredentialsTestBase {
    private AlbClient client() {
        return opened(builder()
                .credentials(AlibabaCredentials.temporary("my-id", "my-secret", "my-token+"))
                .signature(AlibabaSignature.RPC_HMAC_SHA1)
                .build());
    }

    @Test
    void standsInTheQueryWithAllThatIsCommon() throws Exception {
        RecordedRequest request = asked(client());

        assertThat(request.method() + " " + request.path()).isEqualTo("POST /");
        assertThat(request.headers().keySet()).noneMatch(name -> name.startsWith("x-acs-"));
        assertThat(request.header("authorization")).isEmpty();
        assertThat(request.parameters())
                .containsEntry("Action", List.of("ListAsynJobs"))
                .containsEntry("Version", List.of("2020-06-16"))
                .containsEntry("Format", List.of("JSON"))
                .containsEntry("AccessKeyId", List.of("my-id"))
                .containsEntry("SecurityToken", List.of("my-token+"))
                .containsEntry("SignatureMethod", List.of("HMAC-SHA1"))
                .containsEntry("SignatureVersion", List.of("1.0"))
                .containsEntry("Timestamp", List.of("2026-03-04T05:06:07Z"))
                .containsEntry("Signature", List.of(signature(request)))
                .containsKey("SignatureNonce")
                .hasSize(10);
    }

    @Test
    void coversTheFormToo() throws Exception {
        alb.on("POST /").answers(200, "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}");
        client().send(AddServersToServerGroup.of(
                "sgp-1",
                List.of(ServerSpec.builder()
                        .from(ServerSpec.ecs("i-1", 80))
                        .description("ä /*~+&=%20")
                        .build())));

        RecordedRequest request = last(alb);
        assertThat(new WireTestBase.Sent(request).form())
                .containsEntry("Servers.1.ServerId", "i-1")
                .doesNotContainKey("Action");
        assertThat(request.parameters()).containsEntry("Signature", List.of(signature(request)));
    }

    @Test
    void isMadeAnewForEachAttempt() {
        alb.on("POST /").answers(503, "{\"Code\": \"ServiceUnavailable\"}");

        asked(client());

        assertThat(alb.requests())
                .extracting(request -> request.parameters().get("SignatureNonce"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private static String signature(RecordedRequest request) throws Exception {
        Map<String, String> all = new TreeMap<>(new WireTestBase.Sent(request).query());
        all.putAll(new WireTestBase.Sent(request).form());
        all.remove("Signature");
        String canonical = all.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("my-secret&".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        byte[] signed = mac.doFinal(("POST&%2F&" + encoded(canonical)).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signed);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
