package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What {@code aliyun configure} writes, in each of its modes. */
class CliConfigTest extends CredentialsTestBase {
    private static final String KEY = "\"access_key_id\": \"cli-id\", \"access_key_secret\": \"cli-secret\"";

    private void config(String... profiles) {
        write(
                ".aliyun/config.json",
                "{\"current\": \"me\", \"profiles\": [" + String.join(", ", profiles) + "], \"meta\": {}}");
    }

    private static String profile(String name, String mode, String more) {
        return "{\"name\": \"" + name + "\", \"mode\": \"" + mode
                + "\", \"region_id\": \"cn-hangzhou\", \"retry_count\": 0, " + more + "}";
    }

    private KeySource source(String... profile) throws NotSetUpException {
        return new CliConfig(around(Map.of()), Optional.of(profile.length == 0 ? "me" : profile[0])).source();
    }

    private AlbClient client(Map<String, String> environment) {
        return opened(builder().build(around(environment)));
    }

    @Test
    void holdsAKey() {
        config(profile("me", "AK", KEY));

        assertThat(keyOf(client(Map.of()))).isEqualTo("cli-id");
    }

    @Test
    void holdsATemporaryKey() {
        config(profile("me", "StsToken", KEY + ", \"sts_token\": \"cli-token\""));

        assertThat(asked(client(Map.of())).header("x-acs-security-token")).contains("cli-token");
    }

    @Test
    void isReadByTheProfileThatIsNamed() {
        config(profile("me", "AK", KEY), profile("other", "AK", KEY.replace("cli-id", "other-id")));

        assertThat(keyOf(client(Map.of("ALIBABA_CLOUD_PROFILE", "other")))).isEqualTo("other-id");
        assertThat(keyOf(client(Map.of("ALIBABACLOUD_PROFILE", "other")))).isEqualTo("other-id");
        assertThat(keyOf(client(AlibabaCredentials.profile("other", around(Map.of())))))
                .isEqualTo("other-id");
    }

    @Test
    void namesTheRoleOfTheInstance() {
        config(profile("me", "EcsRamRole", "\"ram_role_name\": \"web\""));
        instanceRole("web", "STS.ecs");

        assertThat(keyOf(client(Map.of()))).isEqualTo("STS.ecs");
        assertThat(metadata.calls()).containsExactly(PUT_TOKEN, GET_ROLES + "web");
    }

    @Test
    void namesAnAddress() {
        config(profile("me", "CredentialsURI", "\"credentials_uri\": \"" + keyAddress() + "\""));
        answers(address.on(GET_KEY), key("STS.uri", Duration.ofHours(1)));

        assertThat(keyOf(client(Map.of()))).isEqualTo("STS.uri");
    }

    @Test
    void saysAllOfARole() throws NotSetUpException {
        config(profile(
                "me",
                "RamRoleArn",
                KEY + ", \"sts_token\": \"t\", \"ram_role_arn\": \"" + ROLE + "\", \"ram_session_name\": \"session\","
                        + " \"expired_seconds\": 900, \"policy\": \"p\", \"external_id\": \"e\", \"sts_region\": \"cn-beijing\","
                        + " \"enable_vpc\": true"));

        AssumedRole role = (AssumedRole) ((SessionSource) source()).issuer();

        assertThat(role.role())
                .isEqualTo(Role.builder()
                        .arn(ROLE)
                        .sessionName("session")
                        .duration(Duration.ofMinutes(15))
                        .policy("p")
                        .externalId("e")
                        .stsEndpoint(role.sts().endpoint())
                        .build());
        assertThat(role.sts().endpoint()).hasToString("https://sts-vpc.cn-beijing.aliyuncs.com");
        assertThat(role.source().explain()).endsWith("key cli-id with its token");
    }

    @Test
    void chainsRoles() throws NotSetUpException {
        config(
                profile(
                        "me",
                        "ChainableRamRoleArn",
                        "\"source_profile\": \"middle\", \"ram_role_arn\": \"" + ROLE + "\""),
                profile(
                        "middle",
                        "RamRoleArnWithRoleName",
                        "\"ram_role_name\": \"web\", \"ram_role_arn\": \"middle\""));

        AssumedRole last = (AssumedRole) ((SessionSource) source()).issuer();
        AssumedRole middle = (AssumedRole) ((SessionSource) last.source()).issuer();

        assertThat(last.role().arn()).isEqualTo(ROLE);
        assertThat(middle.role().arn()).isEqualTo("middle");
        assertThat(middle.source().toString()).isEqualTo("role web of this instance");
    }

    @Test
    void namesATokenForARole() throws NotSetUpException {
        config(profile(
                "me",
                "OIDC",
                "\"ram_role_arn\": \"" + ROLE
                        + "\", \"oidc_provider_arn\": \"p\", \"oidc_token_file\": \"/run/token\""));

        OidcRole role = (OidcRole) ((SessionSource) source()).issuer();

        assertThat(role.providerArn()).isEqualTo("p");
        assertThat(role.tokenFile()).hasToString("/run/token");
        assertThat(role.sts().endpoint()).hasToString("https://sts.aliyuncs.com");
    }

    @Test
    void holdsTheKeyOfALoginUntilThatEnds() {
        AlbClient client = client(AlibabaCredentials.profile("me", around(Map.of())));
        login("STS.1", 3600);
        assertThat(keyOf(client)).isEqualTo("STS.1");
        login("STS.2", 7200);
        time.passes(Duration.ofMinutes(61));
        assertThat(keyOf(client)).isEqualTo("STS.2");
        time.passes(Duration.ofMinutes(61));

        assertThatThrownBy(() -> asked(client))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("run aliyun configure");
    }

    private void login(String id, int seconds) {
        long end = new VirtualTime().now().getEpochSecond() + seconds;
        config(profile(
                "me", "CloudSSO", KEY.replace("cli-id", id) + ", \"sts_token\": \"t\", \"sts_expiration\": " + end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AK | | has no access_key_id",
                "StsToken | \"access_key_id\": \"i\", \"access_key_secret\": \"top-secret\" | has no sts_token",
                "AK | \"access_key_id\": \"i\", \"access_key_secret\": \"top secret\" | beyond ASCII in its access_key_secret",
                "RamRoleArn | \"access_key_id\": \"i\", \"access_key_secret\": \"top-secret\" | has no ram_role_arn",
                "OIDC | \"ram_role_arn\": \"r\" | has no oidc_provider_arn",
                "ChainableRamRoleArn | \"source_profile\": \"me\", \"ram_role_arn\": \"r\" | is a source of itself",
                "ChainableRamRoleArn | \"source_profile\": \"none\", \"ram_role_arn\": \"r\" | has no profile none",
                "RsaKeyPair | \"private_key\": \"top-secret\" | has the mode RsaKeyPair, which is not supported here",
                "External | | has no process_command",
                "CredentialsURI | | has no credentials_uri"
            })
    void saysWhatIsMissing(String mode, String settings, String reason) {
        config(profile("me", mode, settings == null ? "\"a\": \"b\"" : settings));

        assertThatThrownBy(this::source)
                .isInstanceOf(NotSetUpException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "top-secret", "{\"profiles\": [\"top-secret\"]}", "{\"profiles\": top-secret}"})
    void thatIsNoneIsNotShown(String content) {
        write(".aliyun/config.json", content);

        assertThatThrownBy(this::source)
                .isInstanceOf(NotSetUpException.class)
                .hasMessageEndingWith("config.json cannot be read as the CLI's configuration");
    }

    @Test
    void ofAnotherNameIsNotFound() {
        config(profile("me", "AK", KEY));

        assertThatThrownBy(() -> asked(client(AlibabaCredentials.profile("none", around(Map.of())))))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("config.json has no profile none");
        assertThat(alb.requests()).isEmpty();
    }
}
