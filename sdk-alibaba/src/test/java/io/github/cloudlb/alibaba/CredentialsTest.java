package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

class CredentialsTest extends AlbTestBase {
    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";

    private AlbClient fromEnvironment(Map<String, String> environment) {
        return AlbClient.builder().endpoint(server.uri()).time(time).build(environment);
    }

    @Test
    void areReadFromTheEnvironment() {
        try (AlbClient alb =
                fromEnvironment(Map.of(ID, AlbServer.ACCESS_KEY_ID, SECRET, AlbServer.ACCESS_KEY_SECRET))) {
            alb.serverGroups().removeServers(group, servers(1), false);
        }

        assertThat(serversLeft()).isEmpty();
        assertThat(removals().get(0).header("x-acs-security-token")).isEmpty();
    }

    @Test
    void ofATemporaryKeyAreSentAndSigned() {
        try (AlbClient alb = fromEnvironment(Map.of(
                ID,
                AlbServer.TEMPORARY_ACCESS_KEY_ID,
                SECRET,
                AlbServer.TEMPORARY_ACCESS_KEY_SECRET,
                TOKEN,
                AlbServer.SECURITY_TOKEN))) {
            alb.serverGroups().removeServers(group, servers(1), false);
        }

        RecordedRequest request = removals().get(0);
        assertThat(request.header("x-acs-security-token")).contains(AlbServer.SECURITY_TOKEN);
        assertThat(request.header("x-acs-accesskey-id")).contains(AlbServer.TEMPORARY_ACCESS_KEY_ID);
        assertThat(request.header("authorization"))
                .hasValueSatisfying(value -> assertThat(value)
                        .contains(";x-acs-security-token;")
                        .startsWith(
                                "ACS3-HMAC-SHA256 Credential=" + AlbServer.TEMPORARY_ACCESS_KEY_ID + ",SignedHeaders=")
                        .doesNotContain(AlbServer.SECURITY_TOKEN));
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void thatAreGivenComeBeforeTheEnvironment() {
        try (AlbClient alb = builder().build(Map.of(ID, "other", SECRET, "other", TOKEN, "other"))) {
            alb.serverGroups().removeServers(group, servers(1), false);
        }

        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void thatAreMissingAreNamedByTheFirstCall() {
        assertThatThrownBy(() -> usedWith(Map.of()))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining(ID + " is not set");
        assertThatThrownBy(() -> usedWith(Map.of(ID, "id")))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining(SECRET + " is not set");
        assertThatThrownBy(() -> usedWith(Map.of(ID, "", SECRET, "secret"))).hasMessageContaining(ID + " is not set");
        assertThat(server.requests()).isEmpty();
    }

    private void usedWith(Map<String, String> environment) {
        try (AlbClient alb = fromEnvironment(environment)) {
            alb.serverGroups().removeServers(group, List.of(ServerRef.ecs("i-1", 80)), false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "tail\n", "two words", "naïve"})
    void thatNoHeaderCanHoldAreRefusedWithoutBeingShown(String part) {
        assertThatThrownBy(() -> AlibabaCredentials.of("id", part))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("accessKeySecret: \"(not shown)\" is not allowed, but printable ASCII without blanks is");
        assertThatThrownBy(() -> AlibabaCredentials.temporary("id", "secret", part))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("securityToken"));
    }

    @Test
    void thatAreEmptyAreRefused() {
        assertThatThrownBy(() -> AlibabaCredentials.of("", "secret")).hasMessageStartingWith("accessKeyId: ");
        assertThatThrownBy(() -> AlibabaCredentials.of("id", "")).hasMessageStartingWith("accessKeySecret: ");
    }

    @Test
    void showNothingButTheirId() {
        assertThat(AlibabaCredentials.temporary("my-id", "my-secret", "my-token"))
                .asString()
                .contains("my-id")
                .doesNotContain("my-secret", "my-token");
    }

    @Test
    void areInNoException() {
        AlibabaCredentials wrong =
                AlibabaCredentials.temporary(AlbServer.TEMPORARY_ACCESS_KEY_ID, "my-secret", AlbServer.SECURITY_TOKEN);
        try (AlbClient alb = builder().credentials(wrong).build()) {
            assertThatThrownBy(() -> alb.serverGroups().removeServers(group, List.of(ServerRef.ecs("i-1", 80)), false))
                    .isInstanceOfSatisfying(SdkException.class, refused -> {
                        StringWriter all = new StringWriter();
                        refused.printStackTrace(new PrintWriter(all));
                        assertThat(all.toString()).doesNotContain("my-secret", AlbServer.SECURITY_TOKEN);
                    })
                    .hasMessageContaining("SignatureDoesNotMatch");
        }
    }
}
