package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What a login sends says what was understood. */
class CloudsYamlTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @TempDir
    Path folder;

    private Configured configured;

    @BeforeEach
    void nobodyLogsIn() {
        configured = new Configured(cloud, folder);
    }

    @Test
    void readsNamesAndTheirDomains() {
        configured.clouds("""
                clouds:
                  otc:
                    auth: {auth_url: AUTH, username: demo, password: secret, project_name: eu-de,
                           user_domain_name: OTC-1, project_domain_id: d-2, domain_name: other}
                """);

        assertThat(configured.login("otc"))
                .isEqualTo(Configured.password(
                        "\"name\":\"demo\",\"domain\":{\"name\":\"OTC-1\"}",
                        "secret",
                        "\"name\":\"eu-de\",\"domain\":{\"id\":\"d-2\"}"));
    }

    @Test
    void readsIds() {
        configured.clouds("""
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: secret, project_id: p-1}}
                """);

        assertThat(configured.login("a")).isEqualTo(Configured.password("\"id\":\"u-1\"", "secret", "\"id\":\"p-1\""));
    }

    @Test
    void takesTheDefaultDomainWhereNoneIsNamed() {
        configured.clouds("""
                clouds:
                  a: {auth: {auth_url: AUTH, username: demo, password: secret, project_name: demo}}
                """);

        assertThat(configured.login("a"))
                .isEqualTo(Configured.password(
                        "\"name\":\"demo\",\"domain\":{\"id\":\"default\"}",
                        "secret",
                        "\"name\":\"demo\",\"domain\":{\"id\":\"default\"}"));
    }

    @Test
    void keepsValuesThatLookLikeNumbersAsTheyAreWritten() {
        configured.clouds("""
                clouds:
                  7:
                    auth: {auth_url: AUTH, username: true, password: 1.10, project_name: 0123, domain_id: 1e3}
                """);

        assertThat(configured.login("7"))
                .isEqualTo(Configured.password(
                        "\"name\":\"true\",\"domain\":{\"id\":\"1e3\"}",
                        "1.10",
                        "\"name\":\"0123\",\"domain\":{\"id\":\"1e3\"}"));
    }

    @Test
    void takesThePasswordFromTheFileOfSecrets() {
        configured.clouds("""
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: "", project_id: p-1}}
                """);
        configured.file("secure.yaml", "clouds: {a: {auth: {password: hidden}}}");

        assertThat(configured.login("a")).isEqualTo(Configured.password("\"id\":\"u-1\"", "hidden", "\"id\":\"p-1\""));
    }

    @Test
    void followsMergedSections() {
        configured.clouds("""
                defaults: &defaults {auth_url: AUTH, user_id: u-1, project_id: p-1, password: common}
                clouds:
                  a:
                    auth:
                      <<: *defaults
                      password: own
                """);

        assertThat(configured.login("a")).isEqualTo(Configured.password("\"id\":\"u-1\"", "own", "\"id\":\"p-1\""));
    }

    @Test
    void readsApplicationCredentials() {
        configured.clouds("""
                clouds:
                  a:
                    auth_type: v3applicationcredential
                    auth: {auth_url: AUTH, application_credential_id: ac-1, application_credential_secret: s}
                  b:
                    auth: {auth_url: AUTH, application_credential_name: ac, application_credential_secret: s,
                           username: demo, user_domain_name: Default}
                """);

        assertThat(configured.login("a")).contains("\"application_credential\":{\"id\":\"ac-1\",\"secret\":\"s\"}");
        assertThat(configured.login("b"))
                .contains("{\"name\":\"ac\",\"user\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}},");
    }

    @Test
    void isFoundInTheFolderOfTheUser() {
        configured.file(".config/openstack/clouds.yaml", """
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: secret, project_id: p-1}}
                """);
        configured.variable("OS_CLOUD", "a");

        assertThat(configured.login(null)).contains("\"id\":\"u-1\"");
    }

    @Test
    void readsTheVariables() {
        configured.variable("OS_AUTH_URL", cloud.uri().toString());
        configured.variable("OS_USERNAME", "demo");
        configured.variable("OS_PASSWORD", "secret");
        configured.variable("OS_PROJECT_NAME", "42");
        configured.variable("OS_USER_DOMAIN_NAME", "Default");
        configured.variable("OS_PROJECT_DOMAIN_ID", "default");
        configured.variable("OS_REGION_NAME", "");

        assertThat(configured.login(null))
                .isEqualTo(Configured.password(
                        "\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}",
                        "secret",
                        "\"name\":\"42\",\"domain\":{\"id\":\"default\"}"));
    }
}
