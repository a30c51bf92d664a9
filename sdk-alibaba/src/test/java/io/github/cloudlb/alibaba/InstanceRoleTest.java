package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.testkit.FakeCloud;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class InstanceRoleTest extends CredentialsTestBase {
    private static final String TOKEN = "X-aliyun-ecs-metadata-token";

    private AlbClient client(String role, Map<String, String> environment) {
        return client(AlibabaCredentials.ecsRole(role, around(environment)));
    }

    @Test
    void isAskedForInHardenedMode() {
        instanceRole("web", "STS.1");

        assertThat(keyOf(client("", Map.of()))).isEqualTo("STS.1");
        assertThat(metadata.calls()).containsExactly(PUT_TOKEN, GET_ROLES, GET_ROLES + "web");
        assertThat(metadata.requests().get(0).header(TOKEN + "-ttl-seconds")).contains("21600");
        assertThat(metadata.requests().get(1).header(TOKEN)).contains("imds-token");
        assertThat(metadata.requests().get(2).header(TOKEN)).contains("imds-token");
    }

    @Test
    void isNotLookedForIfItsNameIsKnown() {
        instanceRole("web", "STS.1");

        assertThat(keyOf(client("web", Map.of()))).isEqualTo("STS.1");
        assertThat(metadata.calls()).containsExactly(PUT_TOKEN, GET_ROLES + "web");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405})
    void isAskedForWithoutATokenWhereThereIsNoHardenedMode(int status) {
        metadata.on(PUT_TOKEN).answers(status);
        instanceRole("web", "STS.1");

        assertThat(keyOf(client("web", Map.of()))).isEqualTo("STS.1");
        assertThat(last(metadata).header(TOKEN)).isEmpty();
    }

    @Test
    void isNotAskedForWithoutATokenWhereThatIsForbidden() {
        metadata.on(PUT_TOKEN).answers(404);

        assertThatThrownBy(() -> asked(client("web", Map.of("ALIBABA_CLOUD_IMDSV1_DISABLED", "true"))))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("ALIBABA_CLOUD_IMDSV1_DISABLED");
        assertThat(metadata.calls()).containsExactly(PUT_TOKEN);
    }

    @Test
    void isNotAskedForWhereThatIsForbidden() {
        assertThatThrownBy(() -> asked(client("web", Map.of("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "TRUE"))))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("ALIBABA_CLOUD_ECS_METADATA_DISABLED is true");
        assertThat(metadata.calls()).isEmpty();
    }

    @Test
    void thatAnInstanceDoesNotHaveIsToldAsThat() {
        metadata.on(PUT_TOKEN).answers(200, "imds-token");
        metadata.on(GET_ROLES).answers(404, "<html>no such thing</html>");

        assertThatThrownBy(() -> asked(client("", Map.of())))
                .isInstanceOf(SdkException.class)
                .hasMessageContaining("404 from 127.0.0.1:")
                .hasMessageNotContaining("imds-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "../../user-data", "<html>"})
    void ofNoNameIsNotAskedFor(String name) {
        metadata.on(PUT_TOKEN).answers(200, "imds-token");
        metadata.on(GET_ROLES).answers(200, "text/plain", name);

        assertThatThrownBy(() -> asked(client("", Map.of())))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("names no role");
        assertThat(metadata.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "top-secret",
                "[\"top-secret\"]",
                "{\"Code\": \"Success\", \"AccessKeySecret\": \"top-secret\"}",
                "{\"Code\": \"Failed\", \"AccessKeyId\": \"a\", \"AccessKeySecret\": \"top-secret\","
                        + " \"SecurityToken\": \"top-secret\", \"Expiration\": \"2099-01-01T00:00:00Z\"}",
                "{\"AccessKeyId\": \"a\", \"AccessKeySecret\": \"top-secret\", \"SecurityToken\": \"top-secret\"}",
                "{\"AccessKeyId\": \"a\", \"AccessKeySecret\": \"top-secret\", \"SecurityToken\": \"two words\","
                        + " \"Expiration\": \"2099-01-01T00:00:00Z\"}",
                "{\"AccessKeyId\": \"a\", \"AccessKeySecret\": \"top-secret\", \"SecurityToken\": \"top-secret\","
                        + " \"Expiration\": \"top-secret\"}",
                "{\"AccessKeyId\": \"a\", \"AccessKeySecret\": \"top-secret\", \"SecurityToken\": \"top-secret\","
                        + " \"Expiration\": \"2020-01-01T00:00:00Z\"}"
            })
    void thatIsToldInAWayNobodyUnderstandsIsNotShown(String answer) {
        metadata.on(PUT_TOKEN).answers(200, "imds-token");
        answers(metadata.on(GET_ROLES + "web"), answer);

        AlbClient client = client("web", Map.of());
        assertThatThrownBy(() -> asked(client))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("there are no credentials: the metadata service: the ")
                .hasStackTraceContaining("metadata")
                .satisfies(failure -> assertThat(Secrets.allOf(failure)).doesNotContain("top-secret", "imds-token"));
        assertThat(client.credentials().explain()).doesNotContain("top-secret");
    }

    @Test
    void elsewhereTakesNoLongerThanASecondAltogether() {
        metadata.on(PUT_TOKEN).hang().always();
        Surroundings quick =
                new Surroundings(Map.of(), Optional.empty(), Optional.of(metadata.uri()), Duration.ofMillis(20));

        AlbClient client = opened(builder()
                .retries(RetryPolicy.never())
                .credentials(AlibabaCredentials.ecsRole("", quick))
                .build());

        assertThatThrownBy(() -> asked(client))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("in time");
        assertThat(Surroundings.ofProcess().metadataLimit()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Surroundings.ofProcess().metadata()).hasToString("Optional[http://100.100.100.200]");
    }

    @Test
    void isNeverAskedForThroughAProxy() {
        FakeCloud proxy = sts;
        instanceRole("web", "STS.1");
        OkHttpClient behindProxy = new OkHttpClient.Builder()
                .proxy(new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), proxy.uri().getPort())))
                .build();
        AlbClient client = opened(builder()
                .httpClient(behindProxy)
                .retries(RetryPolicy.never())
                .credentials(AlibabaCredentials.ecsRole("web", around(Map.of())))
                .build());

        assertThatThrownBy(() -> asked(client)).isInstanceOf(SdkException.class);
        assertThat(proxy.requests()).hasSize(1);
        assertThat(metadata.calls()).containsExactly(PUT_TOKEN, GET_ROLES + "web");
    }
}
