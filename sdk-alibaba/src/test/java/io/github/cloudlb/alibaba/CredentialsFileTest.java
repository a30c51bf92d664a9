package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file that the vendor's SDKs share, in each of its types. */
class CredentialsFileTest extends CredentialsTestBase {
    private static final String KEY = "access_key_id = file-id\naccess_key_secret = file-secret\n";

    private void file(String content) {
        write(".alibabacloud/credentials", content);
    }

    private KeySource source() throws NotSetUpException {
        return new CredentialsFile(around(Map.of()), Optional.empty()).source();
    }

    private AlbClient client(Map<String, String> environment) {
        return opened(builder().build(around(environment)));
    }

    @Test
    void holdsAKeyAmongComments() {
        file("""
                # mine
                [default]                ; the one
                enable = true
                type = access_key        # as in the vendor's manual
                access_key_id=  file-id
                ; access_key_id = old
                access_key_secret = a#b;c=
                """);

        assertThat(keyOf(client(Map.of()))).isEqualTo("file-id");
        assertThat(Ini.read(List.of("[a]", "b = c#d;e= # f")).get("a")).containsEntry("b", "c#d;e=");
    }

    @Test
    void holdsATemporaryKey() {
        file("[default]\ntype = sts\nsecurity_token = file-token\n" + KEY);

        assertThat(asked(client(Map.of())).header("x-acs-security-token")).contains("file-token");
    }

    @Test
    void isReadByTheProfileThatIsNamed() {
        file("[default]\ntype = access_key\n" + KEY + "[other]\ntype = access_key\n"
                + KEY.replace("file-id", "other-id"));

        assertThat(keyOf(client(Map.of("ALIBABA_CLOUD_PROFILE", "other")))).isEqualTo("other-id");
        assertThat(keyOf(client(AlibabaCredentials.profile("other", around(Map.of())))))
                .isEqualTo("other-id");
    }

    @Test
    void isWhereTheVariableSays() {
        write("elsewhere", "[default]\ntype = access_key\n" + KEY);

        assertThat(keyOf(client(Map.of(
                        "ALIBABA_CLOUD_CREDENTIALS_FILE",
                        home.resolve("elsewhere").toString()))))
                .isEqualTo("file-id");
    }

    @Test
    void mayHaveItsOlderName() {
        write(".alibabacloud/credentials.ini", "[default]\ntype = access_key\n" + KEY);

        assertThat(keyOf(client(Map.of()))).isEqualTo("file-id");
    }

    @Test
    void namesTheRoleOfTheInstance() {
        file("[default]\ntype = ecs_ram_role\nrole_name = web\n");
        instanceRole("web", "STS.ecs");

        assertThat(keyOf(client(Map.of()))).isEqualTo("STS.ecs");
    }

    @Test
    void namesAnAddress() {
        file("[default]\ntype = credentials_uri\ncredentials_uri = " + keyAddress() + "\n");
        answers(address.on(GET_KEY), key("STS.uri", Duration.ofHours(1)));

        assertThat(keyOf(client(Map.of()))).isEqualTo("STS.uri");
    }

    @Test
    void saysAllOfARole() throws NotSetUpException {
        file("[default]\ntype = ram_role_arn\nrole_arn = " + ROLE + "\nrole_session_name = session\npolicy = p\n"
                + KEY);

        AssumedRole role = (AssumedRole) ((SessionSource) source()).issuer();

        assertThat(role.role())
                .isEqualTo(Role.builder()
                        .arn(ROLE)
                        .sessionName("session")
                        .policy("p")
                        .build());
        assertThat(role.source().explain()).endsWith("key file-id");
    }

    @Test
    void namesATokenForARole() throws NotSetUpException {
        file("[default]\ntype = oidc_role_arn\nrole_arn = " + ROLE
                + "\noidc_provider_arn = p\noidc_token_file_path = /run/token\n");

        OidcRole role = (OidcRole) ((SessionSource) source()).issuer();

        assertThat(role.providerArn()).isEqualTo("p");
        assertThat(role.tokenFile()).hasToString("/run/token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type = access_key | has no access_key_id",
                "access_key_id = i | has no type",
                "type = rsa_key_pair | has the type rsa_key_pair, which is not supported here",
                "enable = false | is not enabled"
            })
    void saysWhatIsMissing(String line, String reason) {
        file("[default]\n" + line + "\n");

        assertThatThrownBy(this::source).isInstanceOf(NotSetUpException.class).hasMessageContaining(reason);
    }
}
