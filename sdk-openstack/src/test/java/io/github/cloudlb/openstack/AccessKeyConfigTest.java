package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class AccessKeyConfigTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @TempDir
    Path folder;

    private Configured configured;

    @BeforeEach
    void configure() {
        configured = new Configured(cloud, folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ak: AKEXAMPLE, sk: hidden, auth: {project_id: p-1}, region_name: eu-de}",
                "{auth: {ak: AKEXAMPLE, sk: hidden, project_id: p-1}, region_name: eu-de}",
                "{access_key: AKEXAMPLE, secret_key: hidden, auth: {project_id: p-1}, region_name: eu-de}",
                "{auth_type: aksk, auth: {ak: AKEXAMPLE, sk: hidden, username: u, password: p, project_id: p-1}, region_name: eu-de}"
            })
    void readsAnAccessKeyByAllItsNames(String section) {
        configured.clouds("clouds: {a: " + section + "}");

        Setup read = configured.read("a", "");

        assertThat(read.who()).hasToString("access_key of AKEXAMPLE for project p-1");
        assertThat(read.who().secret().text()).isEqualTo("hidden");
        assertThat(read.region).isEqualTo("eu-de");
        configured.client("a").close();
    }

    @Test
    void readsATemporaryOne() {
        configured.clouds("""
                clouds: {a: {profile: otc, auth: {ak: AKEXAMPLE, sk: hidden, security_token: s-1, project_name: eu-de}}}
                """);

        Setup read = configured.read("a", "");

        assertThat(read.who().secret().securityToken()).isEqualTo("s-1");
        assertThat(read.authUrl).hasToString("https://iam.eu-de.otc.t-systems.com/v3");
        configured.client("a").close();
    }

    @Test
    void readsTheVariables() {
        configured.variable("OS_ACCESS_KEY", "AKEXAMPLE");
        configured.variable("OS_SECRET_KEY", "hidden");
        configured.variable("OS_SECURITY_TOKEN", "s-1");
        configured.variable("OS_PROJECT_ID", "p-1");
        configured.variable("OS_REGION_NAME", "eu-de");

        Setup read = configured.read("envvars", "");

        assertThat(read.who()).hasToString("access_key of AKEXAMPLE for project p-1");
        assertThat(read.who().secret().securityToken()).isEqualTo("s-1");
    }

    @Test
    void logsInWithThePasswordBesideAnAccessKeyForOtherServices() {
        configured.clouds("""
                clouds: {a: {ak: AKEXAMPLE, sk: hidden, auth: {auth_url: AUTH, user_id: u-1, password: p}}}
                """);

        assertThat(configured.login("a")).contains("\"methods\":[\"password\"]");
    }

    @Test
    void saysWhatIsMissing() {
        configured.clouds("""
                clouds:
                  a: {ak: AKEXAMPLE, auth: {project_id: p-1}}
                  b: {ak: AKEXAMPLE, sk: hidden}
                """);

        configured.assertRefused("a").hasMessageContaining("has no secret_key");
        configured.assertRefused("b").hasMessageContaining("project_id");
    }
}
