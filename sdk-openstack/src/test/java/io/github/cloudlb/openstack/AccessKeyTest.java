package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.pool.CreateMember;
import io.github.cloudlb.openstack.pool.ListPools;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests that are signed. {@link SdkSignature} computes anew what the signature has to be. */
class AccessKeyTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private static final String SECRET = "sk-example-0001-not-a-secret";
    private static final OpenStackCredentials KEY = OpenStackCredentials.accessKey("ak-example-0001", SECRET, "p-1");
    private static final OpenStackCredentials TEMPORARY =
            OpenStackCredentials.temporaryAccessKey("ak-example-0001", SECRET, "token-of-it", "p-1");
    private static final String POOL = "{\"pool\": {\"id\": \"p-1\"}}";
    private static final String EXPIRED = "{\"error_msg\": \"Incorrect IAM authentication information: aksk signature"
            + " expired\", \"error_code\": \"APIGW.0301\", \"request_id\": \"r-1\"}";

    private final VirtualTime time = Clients.time();

    static Stream<OpenStackCredentials> inAllForms() {
        return Stream.of(KEY, TEMPORARY)
                .flatMap(key -> Stream.of(key, key.signedPlainly(), key.signedFor("eu-de", "elb")));
    }

    @ParameterizedTest
    @MethodSource("inAllForms")
    void whatIsSentIsWhatIsSigned(OpenStackCredentials key) {
        cloud.on("GET /v2.0/lbaas/pools").answers(200, "{\"pools\": []}");
        cloud.on("POST /v2.0/lbaas/pools/x/members")
                .answers(201, "{\"member\": {\"id\": \"m-1\", \"address\": \"192.0.2.1\", \"protocol_port\": 80}}");
        cloud.on("DELETE /v2.0/lbaas/pools/x/members/m-1").answers(204);

        try (OpenStackClient client = client(key)) {
            client.send(ListPools.builder().name("a b*~ü").limit(2).build());
            client.send(CreateMember.builder()
                    .poolId("x")
                    .address("192.0.2.1")
                    .protocolPort(80)
                    .subnetId("s-1")
                    .build());
            client.pools().removeMember("x", "m-1");
        }
        assertThat(cloud.requests()).hasSize(3).allSatisfy(request -> {
            SdkSignature signature = SdkSignature.of(request);
            assertThat(signature.value()).isEqualTo(signature.expected(request, SECRET));
            assertThat(signature.accessKey()).isEqualTo("ak-example-0001");
            assertThat(request.header("X-Sdk-Date")).hasValue("20261122T044559Z");
            assertThat(request.header("X-Project-Id")).hasValue("p-1");
            assertThat(request.header("X-Auth-Token")).isEmpty();
        });
    }

    @Test
    void theFormIsThatOfTheClouds() {
        assertThat(signature(KEY).scope()).isEqualTo("20261122///sdk_request");
        assertThat(signature(KEY.signedFor("eu-de", "elb")).scope()).isEqualTo("20261122/eu-de/elb/sdk_request");
        assertThat(signature(KEY.signedPlainly()).scope()).isEmpty();
        assertThat(signature(KEY).headers()).containsExactly("accept", "host", "x-sdk-date");
        assertThat(signature(KEY.signedPlainly()).headers())
                .containsExactly("accept", "host", "x-project-id", "x-sdk-date");
    }

    private SdkSignature signature(OpenStackCredentials key) {
        return SdkSignature.of(looked(key));
    }

    @Test
    void aTemporaryKeyBringsItsToken() {
        assertThat(looked(TEMPORARY).header("X-Security-Token")).hasValue("token-of-it");
        assertThat(looked(TEMPORARY.signedPlainly()).header("X-Security-Token")).hasValue("token-of-it");
        assertThat(looked(KEY).header("X-Security-Token")).isEmpty();
    }

    private RecordedRequest looked(OpenStackCredentials key) {
        cloud.reset();
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, POOL);
        try (OpenStackClient client = client(key)) {
            client.pools().getPool("p-1");
        }
        return cloud.requests().get(0);
    }

    @Test
    void eachAttemptIsSignedAnew() {
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(503).then(503).then(200, POOL);

        try (OpenStackClient client = OpenStackClient.builder()
                .endpoint(cloud.uri())
                .credentials(KEY)
                .time(time)
                .retries((attempt, message, failure) -> Optional.of(Duration.ofMinutes(1)))
                .build()) {
            client.pools().getPool("p-1");
        }
        assertThat(cloud.requests())
                .extracting(request -> request.header("X-Sdk-Date").orElse(""))
                .containsExactly("20261122T044559Z", "20261122T044659Z", "20261122T044759Z");
        assertThat(cloud.requests())
                .allSatisfy(request -> assertThat(SdkSignature.of(request).value())
                        .isEqualTo(SdkSignature.of(request).expected(request, SECRET)));
    }

    @Test
    void goesByTheServicesClockOnceItHasRefusedOurs() {
        cloud.on("GET /v2.0/lbaas/pools/p-1")
                .answers(401, "application/json", EXPIRED, "Date", date(Duration.ofMinutes(20)))
                .then(200, POOL)
                .then(200, POOL);

        try (OpenStackClient client = client(KEY)) {
            client.pools().getPool("p-1");
            client.pools().getPool("p-1");
        }
        assertThat(cloud.requests())
                .extracting(request -> request.header("X-Sdk-Date").orElse(""))
                .containsExactly("20261122T044559Z", "20261122T050559Z", "20261122T050559Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {-4, 0, 4})
    void aKeyThatIsRefusedIsNotTriedAgain(long minutes) {
        cloud.on("GET /v2.0/lbaas/pools/p-1")
                .answers(401, "application/json", EXPIRED, "Date", date(Duration.ofMinutes(minutes)))
                .always();

        try (OpenStackClient client = client(KEY)) {
            assertThatThrownBy(() -> client.pools().getPool("p-1")).isInstanceOf(UnauthenticatedException.class);
        }
        assertThat(cloud.calls()).describedAs("a key gets locked").hasSize(1);
    }

    @Test
    void aClockThatIsNoneIsNotGoneBy() {
        cloud.on("GET /v2.0/lbaas/pools/p-1")
                .answers(401, "application/json", EXPIRED, "Date", "yesterday")
                .always();

        try (OpenStackClient client = client(KEY)) {
            assertThatThrownBy(() -> client.pools().getPool("p-1")).isInstanceOf(UnauthenticatedException.class);
        }
        assertThat(cloud.calls()).hasSize(1);
    }

    private String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.now().plus(ahead).atOffset(ZoneOffset.UTC));
    }

    @Test
    void onlyAnAccessKeySigns() {
        assertThatThrownBy(() -> OpenStackCredentials.token("t").signedPlainly())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("access key");
    }

    private OpenStackClient client(OpenStackCredentials key) {
        return OpenStackClient.builder()
                .endpoint(cloud.uri())
                .credentials(key)
                .time(time)
                .build();
    }
}
