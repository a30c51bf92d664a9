package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.testkit.FakeCloud;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a login sends says what was understood. */
class CloudsYamlTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void nobodyLogsIn() {
        environment.put("HOME", folder.toString());
        cloud.on("POST /v3/auth/tokens").answers(401);
    }

    @Test
    void readsNamesAndTheirDomains() throws IOException {
        clouds("""
                clouds:
                  otc:
                    auth: {auth_url: AUTH, username: demo, password: secret, project_name: eu-de,
                           user_domain_name: OTC-1, project_domain_id: d-2, domain_name: other}
                """);

        assertThat(login("otc"))
                .isEqualTo(password(
                        "\"name\":\"demo\",\"domain\":{\"name\":\"OTC-1\"}",
                        "secret",
                        "\"name\":\"eu-de\",\"domain\":{\"id\":\"d-2\"}"));
    }

    @Test
    void readsIds() throws IOException {
        clouds("""
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: secret, project_id: p-1}}
                """);

        assertThat(login("a")).isEqualTo(password("\"id\":\"u-1\"", "secret", "\"id\":\"p-1\""));
    }

    @Test
    void takesTheDefaultDomainWhereNoneIsNamed() throws IOException {
        clouds("""
                clouds:
                  a: {auth: {auth_url: AUTH, username: demo, password: secret, project_name: demo}}
                """);

        assertThat(login("a"))
                .isEqualTo(password(
                        "\"name\":\"demo\",\"domain\":{\"id\":\"default\"}",
                        "secret",
                        "\"name\":\"demo\",\"domain\":{\"id\":\"default\"}"));
    }

    @Test
    void keepsValuesThatLookLikeNumbersAsTheyAreWritten() throws IOException {
        clouds("""
                clouds:
                  7:
                    auth: {auth_url: AUTH, username: true, password: 1.10, project_name: 0123, domain_id: 1e3}
                """);

        assertThat(login("7"))
                .isEqualTo(password(
                        "\"name\":\"true\",\"domain\":{\"id\":\"1e3\"}",
                        "1.10",
                        "\"name\":\"0123\",\"domain\":{\"id\":\"1e3\"}"));
    }

    @Test
    void takesThePasswordFromTheFileOfSecrets() throws IOException {
        clouds("""
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: "", project_id: p-1}}
                """);
        Files.writeString(folder.resolve("secure.yaml"), "clouds: {a: {auth: {password: hidden}}}");

        assertThat(login("a")).isEqualTo(password("\"id\":\"u-1\"", "hidden", "\"id\":\"p-1\""));
    }

    @Test
    void followsMergedSections() throws IOException {
        clouds("""
                defaults: &defaults {auth_url: AUTH, user_id: u-1, project_id: p-1, password: common}
                clouds:
                  a:
                    auth:
                      <<: *defaults
                      password: own
                """);

        assertThat(login("a")).isEqualTo(password("\"id\":\"u-1\"", "own", "\"id\":\"p-1\""));
    }

    @Test
    void readsApplicationCredentials() throws IOException {
        clouds("""
                clouds:
                  a:
                    auth_type: v3applicationcredential
                    auth: {auth_url: AUTH, application_credential_id: ac-1, application_credential_secret: s}
                  b:
                    auth: {auth_url: AUTH, application_credential_name: ac, application_credential_secret: s,
                           username: demo, user_domain_name: Default}
                """);

        assertThat(login("a")).contains("\"application_credential\":{\"id\":\"ac-1\",\"secret\":\"s\"}");
        cloud.reset();
        assertThat(login("b"))
                .contains("{\"name\":\"ac\",\"user\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}},");
    }

    @Test
    void isFoundInTheFolderOfTheUser() throws IOException {
        Path place = Files.createDirectories(folder.resolve(".config/openstack"));
        Files.writeString(place.resolve("clouds.yaml"), file("""
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: secret, project_id: p-1}}
                """));
        environment.put("OS_CLOUD", "a");

        assertThat(login(null)).contains("\"id\":\"u-1\"");
    }

    @Test
    void readsTheVariables() {
        environment.put("OS_AUTH_URL", cloud.uri().toString());
        environment.put("OS_USERNAME", "demo");
        environment.put("OS_PASSWORD", "secret");
        environment.put("OS_PROJECT_NAME", "42");
        environment.put("OS_USER_DOMAIN_NAME", "Default");
        environment.put("OS_PROJECT_DOMAIN_ID", "default");
        environment.put("OS_REGION_NAME", "");

        assertThat(login(null))
                .isEqualTo(password(
                        "\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}",
                        "secret",
                        "\"name\":\"42\",\"domain\":{\"id\":\"default\"}"));
    }

    /** The body of the login of a client for this cloud. */
    private String login(@Nullable String name) {
        try (OpenStackClient client = client(name)) {
            assertThatThrownBy(() -> client.pools().getPool("p-1")).isNotNull();
        }
        return cloud.requests().get(0).body();
    }

    private OpenStackClient client(@Nullable String name) {
        OpenStackClient.Builder builder = OpenStackClient.builder().time(new TestTime());
        return (name == null ? builder : builder.cloud(name)).build(environment);
    }

    private void clouds(String yaml) throws IOException {
        Path path = Files.writeString(folder.resolve("clouds.yaml"), file(yaml));
        environment.put("OS_CLIENT_CONFIG_FILE", path.toString());
    }

    private static String file(String yaml) {
        return yaml.replace("AUTH", "\"" + cloud.uri() + "/v3\"");
    }

    private static String password(String user, String password, String project) {
        return "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{" + user
                + ",\"password\":\"" + password + "\"}}},\"scope\":{\"project\":{" + project + "}}}}";
    }
}
