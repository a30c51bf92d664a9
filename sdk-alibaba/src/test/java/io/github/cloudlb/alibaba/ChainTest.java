package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.Time;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a client goes by that is given no credentials. */
class ChainTest extends CredentialsTestBase {
    private static final String CLI = ".aliyun/config.json";
    private static final String FILE = ".alibabacloud/credentials";
    private static final String CLI_CONFIG = "{\"current\": \"me\", \"profiles\": [{\"name\": \"me\", \"mode\": \"AK\","
            + " \"access_key_id\": \"cli-id\", \"access_key_secret\": \"top-secret\"}]}";

    private final Map<String, String> variables = new HashMap<>();

    private AlbClient client() {
        return opened(builder().retries(RetryPolicy.never()).build(around(variables)));
    }

    private void keyInVariables() {
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id");
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "top-secret");
    }

    @Test
    void takesTheFirstThatIsSetUp() {
        keyInVariables();
        write(CLI, CLI_CONFIG);
        write(FILE, "[default]\ntype = access_key\naccess_key_id = file-id\naccess_key_secret = top-secret\n");
        instanceRole("web", "ecs-id");
        variables.put("ALIBABA_CLOUD_CREDENTIALS_URI", keyAddress().toString());
        answers(address.on(GET_KEY), key("uri-id", Duration.ofHours(1)));

        assertThat(keyOf(client())).isEqualTo("env-id");
        variables.remove("ALIBABA_CLOUD_ACCESS_KEY_ID");
        assertThat(keyOf(client())).isEqualTo("cli-id");
        variables.put("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");
        assertThat(keyOf(client())).isEqualTo("file-id");
        write(FILE, "");
        assertThat(keyOf(client())).isEqualTo("ecs-id");
        variables.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        assertThat(keyOf(client())).isEqualTo("uri-id");
    }

    @Test
    void looksForARoleByOidcBehindTheKeyInVariables() {
        variables.put("ALIBABA_CLOUD_ROLE_ARN", ROLE);
        variables.put("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "provider");
        variables.put("ALIBABA_CLOUD_OIDC_TOKEN_FILE", home.resolve("no-token").toString());
        write(CLI, CLI_CONFIG);
        AlbClient client = client();

        assertThat(keyOf(client)).isEqualTo("cli-id");
        assertThat(client.credentials().explain())
                .contains("not used: OIDC role: the token file " + home.resolve("no-token")
                        + " is empty or cannot be read");
    }

    @Test
    void saysWhichWasUsedAndWhyTheOthersWereNot() {
        write(CLI, CLI_CONFIG);
        AlbClient client = client();
        assertThat(client.credentials().explain().lines()).hasSize(6).allMatch(line -> line.startsWith("not asked: "));

        asked(client);

        assertThat(client.credentials().explain()).isEqualTo("""
                        not used: environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set
                        not used: OIDC role: ALIBABA_CLOUD_ROLE_ARN is not set
                        used: CLI profile: profile me of %s, key cli-id
                        not asked: credentials file
                        not asked: ECS instance role
                        not asked: credentials URI""".formatted(home.resolve(CLI)));
        assertThat(client.credentials().toString())
                .contains("used: CLI profile")
                .doesNotContain("top-secret");
    }

    @Test
    void saysOfAllWhyThereAreNone() {
        variables.put("ALIBABACLOUD_ACCESS_KEY_ID", "id");
        metadata.on(PUT_TOKEN).answers(404);
        metadata.on(GET_ROLES).answers(404);
        AlbClient client = client();

        assertThatThrownBy(() -> asked(client))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageStartingWith("ListAsynJobs{")
                .hasMessageContaining(
                        "there are no credentials: environment: ALIBABACLOUD_ACCESS_KEY_SECRET is not set; ")
                .hasMessageContaining("; CLI profile: there is no file " + home.resolve(CLI) + "; ")
                .hasMessageContaining("; credentials file: there is no file " + home.resolve(FILE) + "; ")
                .hasMessageContaining("; ECS instance role: ")
                .hasMessageEndingWith("; credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set");
        assertThat(alb.requests()).isEmpty();
    }

    @Test
    void isNotWalkedByEveryCallWhenThereIsNothing() {
        metadata.on(PUT_TOKEN).answers(404).always();
        metadata.on(GET_ROLES).answers(404).always();
        AlbClient client = client();

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> asked(client)).isInstanceOf(NoCredentialsException.class);
        }
        assertThat(metadata.calls()).containsExactly(PUT_TOKEN, GET_ROLES);

        time.passes(Duration.ofSeconds(11));
        write(CLI, CLI_CONFIG);
        assertThat(keyOf(client)).isEqualTo("cli-id");
    }

    @Test
    void isWalkedOnceForTwoHundredThreads() throws Exception {
        instanceRole("web", "ecs-id");

        everybodyAsks(client());

        assertThat(metadata.calls()).containsExactly(PUT_TOKEN, GET_ROLES, GET_ROLES + "web");
        assertThat(alb.requests())
                .hasSize(THREADS)
                .extracting(CredentialsTestBase::keyOf)
                .containsOnly("ecs-id");
    }

    @Test
    void isWalkedAgainAfterACallThatHadNoTimeForIt() {
        metadata.on(PUT_TOKEN).hang();
        instanceRole("web", "ecs-id");
        AlbClient client = opened(
                builder().time(Time.system()).retries(RetryPolicy.never()).build(around(variables)));
        AlbClient hasty = client.with(CallOptions.limit(Duration.ofMillis(50)));

        assertThatThrownBy(() -> asked(hasty)).isInstanceOf(NoCredentialsException.class);
        assertThat(keyOf(client)).isEqualTo("ecs-id");
    }

    @Test
    void staysWithTheOneThatWasUsed() {
        instanceRole("web", "ecs-id");
        AlbClient client = client();
        asked(client);
        write(CLI, CLI_CONFIG);
        time.passes(Duration.ofHours(7));

        assertThat(keyOf(client)).isEqualTo("ecs-id");
        assertThat(metadata.calls()).hasSize(6);
    }

    @Test
    void doesNotTurnToAnotherBecauseOneIsAwayForAMoment() {
        addressInCli();
        instanceRole("web", "ecs-id");
        address.on(GET_KEY).answers(503);
        answers(address.on(GET_KEY), key("uri-id", Duration.ofHours(1)));
        AlbClient client = client();

        assertThatThrownBy(() -> asked(client)).isInstanceOf(ServiceFailureException.class);
        assertThat(metadata.calls()).isEmpty();
        assertThat(keyOf(client)).isEqualTo("uri-id");
    }

    @Test
    void turnsToAnotherWhenOneRefuses() {
        addressInCli();
        instanceRole("web", "ecs-id");
        address.on(GET_KEY).answers(403, "top-secret");
        AlbClient client = client();

        assertThat(keyOf(client)).isEqualTo("ecs-id");
        assertThat(client.credentials().explain())
                .contains("not used: CLI profile: GetKey{}: 403 from 127.0.0.1")
                .contains("used: ECS instance role: role of this instance, key ecs-id until 2026-03-04T11:06:07Z")
                .doesNotContain("top-secret");
    }

    private void addressInCli() {
        write(
                CLI,
                "{\"profiles\": [{\"name\": \"default\", \"mode\": \"CredentialsURI\", \"credentials_uri\": \""
                        + keyAddress() + "\"}]}");
    }

    @Test
    void readsAllThreeVariablesUnderOnePrefix() {
        variables.put("ALIBABACLOUD_ACCESS_KEY_ID", "other-id");
        variables.put("ALIBABACLOUD_ACCESS_KEY_SECRET", "s");
        variables.put("ALIBABA_CLOUD_SECURITY_TOKEN", "stray");
        AlbClient client = client();

        assertThat(keyOf(client)).isEqualTo("other-id");
        assertThat(last(alb).header("x-acs-security-token")).isEmpty();
    }

    @Test
    void doesNotShowAVariableThatCannotBeSent() {
        keyInVariables();
        variables.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "top secret");
        variables.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        variables.put("ALIBABA_CLOUD_CREDENTIALS_URI", "http://top secret");

        assertThatThrownBy(() -> asked(client()))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("holds blanks")
                .satisfies(failure -> assertThat(Secrets.allOf(failure)).doesNotContain("top secret"));
        assertThat(around(variables).toString()).doesNotContain("top secret");
    }
}
