package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Roles by STS: on top of other credentials, and by a token in a file. */
class RoleTest extends CredentialsTestBase {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AlibabaCredentials given = AlibabaCredentials.of("given-id", "given-secret");

    private void stsIssues(String... ids) {
        for (String id : ids) {
            answers(sts.on(ASSUME), credentials(id, HOUR));
        }
    }

    @Test
    void isAssumedByAKeyThatIsGiven() {
        stsIssues("STS.1");

        RecordedRequest request = asked(client(AlibabaCredentials.assumeRole(given, role())));

        assertThat(keyOf(request)).isEqualTo("STS.1");
        assertThat(request.header("x-acs-security-token")).contains("token-of-STS.1");
        RecordedRequest assumed = last(sts);
        assertThat(assumed.method() + " " + assumed.path()).isEqualTo("POST /");
        assertThat(assumed.header("x-acs-action")).contains("AssumeRole");
        assertThat(assumed.header("x-acs-version")).contains("2015-04-01");
        assertThat(keyOf(assumed)).isEqualTo("given-id");
        assertThat(assumed.parameters())
                .isEqualTo(Map.of("RoleArn", List.of(ROLE), "RoleSessionName", List.of("cloudlb-sdk-java")));
    }

    @Test
    void isAssumedWithAllThatIsSaidOfIt() {
        stsIssues("STS.1");
        Role role = Role.builder()
                .arn(ROLE)
                .sessionName("me@work")
                .duration(Duration.ofMinutes(15))
                .policy("{\"Version\": \"1\"}")
                .externalId("agreed")
                .stsEndpoint(sts.uri())
                .build();

        asked(client(AlibabaCredentials.assumeRole(given, role)));

        assertThat(last(sts).parameters())
                .containsEntry("RoleSessionName", List.of("me@work"))
                .containsEntry("DurationSeconds", List.of("900"))
                .containsEntry("Policy", List.of("{\"Version\": \"1\"}"))
                .containsEntry("ExternalId", List.of("agreed"));
        assertThat(role.toString()).doesNotContain("agreed");
    }

    @Test
    void isAssumedOnTopOfAnyOther() {
        instanceRole("web", "STS.ecs");
        stsIssues("STS.1", "STS.2");
        AlibabaCredentials instance = AlibabaCredentials.ecsRole("web", around(Map.of()));
        AlibabaCredentials first = AlibabaCredentials.assumeRole(instance, role());

        assertThat(keyOf(client(AlibabaCredentials.assumeRole(first, role())))).isEqualTo("STS.2");
        assertThat(sts.requests()).extracting(CredentialsTestBase::keyOf).containsExactly("STS.ecs", "STS.1");
        assertThat(sts.requests())
                .extracting(request -> request.header("x-acs-security-token").orElse(""))
                .containsExactly("token-of-STS.ecs", "token-of-STS.1");
    }

    @Test
    void thatMayNotBeAssumedIsToldAsStsTellsIt() {
        sts.on(ASSUME).answers(403, "{\"Code\": \"NoPermission\", \"Message\": \"not you\", \"RequestId\": \"req-9\"}");

        assertThatThrownBy(() -> asked(client(AlibabaCredentials.assumeRole(given, role()))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("AssumeRole{" + ROLE + "}: 403 NoPermission not you (request req-9)");
        assertThat(alb.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>top-secret</html>", "{\"Credentials\": {\"AccessKeySecret\": \"top-secret\"}}"})
    void thatStsIssuesInAWayNobodyUnderstandsIsNotShown(String answer) {
        answers(sts.on(ASSUME), answer);

        assertThatThrownBy(() -> asked(client(AlibabaCredentials.assumeRole(given, role()))))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("STS: the answer has no usable AccessKeyId")
                .satisfies(failure -> assertThat(Secrets.allOf(failure)).doesNotContain("top-secret"));
    }

    @Test
    void endsWithTheCallThatNeedsIt() {
        sts.on(ASSUME).hang();
        AlbClient client = opened(builder()
                .callLimit(Duration.ofMillis(20))
                .retries(RetryPolicy.never())
                .credentials(AlibabaCredentials.assumeRole(given, role()))
                .build());

        assertThatThrownBy(() -> asked(client)).isInstanceOf(SdkException.class).hasMessageContaining("in time");
        assertThat(alb.requests()).isEmpty();
    }

    @Test
    void thatStsWouldRefuseIsRefusedBefore() {
        Role named = Role.builder().arn(ROLE).sessionName("a b").build();
        Role brief = Role.builder().arn(ROLE).duration(Duration.ofMinutes(1)).build();

        assertThatThrownBy(() -> AlibabaCredentials.assumeRole(given, named))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("RoleSessionName: ");
        assertThatThrownBy(() -> AlibabaCredentials.assumeRole(given, brief))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("DurationSeconds: ");
        assertThatThrownBy(() -> AlibabaCredentials.assumeRole(given, Role.of(" ")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("RoleArn: ");
    }

    @Test
    void isAssumedByATokenWithoutASignature() {
        Path token = write("token", "oidc-token-1\n");
        stsIssues("STS.1", "STS.2");
        AlbClient client = client(AlibabaCredentials.oidcRole(role(), "acs:ram::1:oidc-provider/ack", token));

        assertThat(keyOf(client)).isEqualTo("STS.1");
        RecordedRequest request = last(sts);
        assertThat(request.header("authorization")).isEmpty();
        assertThat(request.headers().keySet()).noneMatch(name -> name.startsWith("x-acs-"));
        assertThat(request.parameters())
                .containsEntry("Action", List.of("AssumeRoleWithOIDC"))
                .containsEntry("Version", List.of("2015-04-01"))
                .containsEntry("Format", List.of("JSON"))
                .containsEntry("Timestamp", List.of("2026-03-04T05:06:07Z"))
                .containsKey("SignatureNonce")
                .hasSize(5);
        assertThat(new WireTestBase.Sent(request).form())
                .isEqualTo(Map.of(
                        "OIDCProviderArn", "acs:ram::1:oidc-provider/ack",
                        "OIDCToken", "oidc-token-1",
                        "RoleArn", ROLE,
                        "RoleSessionName", "cloudlb-sdk-java"));
    }

    @Test
    void isAssumedByTheTokenThatIsInTheFileThen() {
        Path token = write("token", "oidc-token-1");
        stsIssues("STS.1", "STS.2");
        AlbClient client = client(AlibabaCredentials.oidcRole(role(), "provider", token));
        asked(client);
        write("token", "oidc-token-2");
        time.passes(HOUR);

        assertThat(keyOf(client)).isEqualTo("STS.2");
        assertThat(new WireTestBase.Sent(last(sts)).form()).containsEntry("OIDCToken", "oidc-token-2");
    }

    @Test
    void withoutItsTokenIsNotAskedFor() {
        AlibabaCredentials none = AlibabaCredentials.oidcRole(role(), "provider", home.resolve("token"));

        assertThatThrownBy(() -> asked(client(none)))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("token file")
                .hasMessageContaining("is empty or cannot be read");
        assertThat(sts.requests()).isEmpty();
    }

    @Test
    void doesNotShowTheTokenThatStsQuotes() {
        Path token = write("token", "oidc-token-1");
        sts.on(ASSUME).answers(400, "{\"Code\": \"AuthenticationFail.OIDCToken\", \"Message\": \"bad oidc-token-1\"}");

        assertThatThrownBy(() -> asked(client(AlibabaCredentials.oidcRole(role(), "provider", token))))
                .isInstanceOf(SdkException.class)
                .satisfies(failure ->
                        assertThat(Secrets.allOf(failure)).contains("bad ***").doesNotContain("oidc-token-1"));
    }

    @Test
    void isAssumedWhereTheVariablesSay() {
        assertThat(stsOf(Map.of())).hasToString("https://sts.aliyuncs.com");
        assertThat(stsOf(Map.of("ALIBABA_CLOUD_STS_REGION", "eu-central-1")))
                .hasToString("https://sts.eu-central-1.aliyuncs.com");
        assertThat(stsOf(Map.of(
                        "ALIBABA_CLOUD_STS_REGION", "eu-central-1", "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED", "true")))
                .hasToString("https://sts-vpc.eu-central-1.aliyuncs.com");
        assertThatThrownBy(() -> stsOf(Map.of("ALIBABA_CLOUD_STS_REGION", "evil.com/")))
                .isInstanceOf(InvalidInputException.class);
    }

    private URI stsOf(Map<String, String> environment) {
        return Sts.of(Role.of(ROLE), around(environment)).endpoint();
    }
}
