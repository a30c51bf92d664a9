package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** What the keys of {@code clouds.yaml} become in a login. */
class ConfiguredCredentialsTest {
    private static final String USER = "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{"
            + "\"id\":\"u-1\",\"password\":\"secret\"}}}";

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
    @CsvSource(
            delimiter = '|',
            value = {
                "domain_id: d-1 | {\"domain\":{\"id\":\"d-1\"}}",
                "domain_name: OTC-1 | {\"domain\":{\"name\":\"OTC-1\"}}",
                "system_scope: all | {\"system\":{\"all\":true}}",
                "trust_id: t-1 | {\"OS-TRUST:trust\":{\"id\":\"t-1\"}}",
                "project_id: p-1 | {\"project\":{\"id\":\"p-1\"}}",
                "tenant_id: p-1 | {\"project\":{\"id\":\"p-1\"}}",
                "'tenant_name: p, domain_id: d-1' | {\"project\":{\"name\":\"p\",\"domain\":{\"id\":\"d-1\"}}}",
                "'system_scope: all, project_id: p-1' | {\"project\":{\"id\":\"p-1\"}}",
                "'domain_id: d-1, project_id: p-1' | {\"project\":{\"id\":\"p-1\"}}",
                "'tenant_id: old, project_id: p-1' | {\"project\":{\"id\":\"p-1\"}}"
            })
    void logsInForWhatIsNamed(String keys, String scope) {
        configured.clouds("clouds: {a: {auth: {auth_url: AUTH, user_id: u-1, password: secret, " + keys + "}}}");

        assertThat(configured.login("a")).isEqualTo(USER + ",\"scope\":" + scope + "}}");
    }

    @Test
    void leavesTheProjectToKeystoneWhereNoneIsNamed() {
        configured.clouds("clouds: {a: {auth: {auth_url: AUTH, user_id: u-1, password: secret}}}");

        assertThat(configured.login("a")).isEqualTo(USER + "}}");
    }

    @Test
    void refusesAnotherSystemThanAll() {
        configured.clouds("""
                clouds: {a: {auth: {auth_url: AUTH, user_id: u-1, password: secret, system_scope: some}}}
                """);

        configured.assertRefused("a").hasMessageContainingAll("system_scope", "\"some\"", "all is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth: {user_domain_id: d, user_domain_name: n, domain_id: x} | {\"id\":\"d\"}",
                "auth: {domain_name: n, default_domain_id: x} | {\"name\":\"n\"}",
                "auth: {default_domain_name: n} | {\"name\":\"n\"}",
                "default_domain: d | {\"id\":\"d\"}",
                "user-domain-name: n | {\"name\":\"n\"}",
                "identity_api_version: 3 | {\"id\":\"default\"}"
            })
    void findsTheDomainOfTheUser(String keys, String domain) {
        configured.clouds("""
                clouds:
                  a:
                    auth_url: AUTH
                    username: demo
                    password: secret
                    project_id: p-1
                    %s
                """.formatted(keys));

        assertThat(configured.login("a"))
                .contains("\"user\":{\"name\":\"demo\",\"domain\":" + domain + ",\"password\":\"secret\"}");
    }

    @Test
    void believesWhatStandsUnderAuthBeforeWhatStandsBesideIt() {
        configured.clouds("""
                clouds:
                  a:
                    password: other
                    user_id: other
                    auth: {auth_url: AUTH, user_id: u-1, password: secret}
                """);

        assertThat(configured.login("a")).isEqualTo(USER + "}}");
    }

    @Test
    void exchangesATokenForOneOfAProject() {
        configured.clouds("""
                clouds: {a: {auth_type: v3token, auth: {auth_url: AUTH, token: t-1, project_id: p-1}}}
                """);

        assertThat(configured.login("a"))
                .isEqualTo("{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"t-1\"}},"
                        + "\"scope\":{\"project\":{\"id\":\"p-1\"}}}}");
    }

    @Test
    void usesATokenAsItIsWhereNothingElseIsNamed() {
        configured.clouds("clouds: {a: {auth: {auth_url: AUTH, token: t-1}, elb_endpoint_override: CLOUD}}");
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, "{\"pool\": {\"id\": \"p-1\"}}");

        try (OpenStackClient client = configured.client("a")) {
            client.pools().getPool("p-1");
        }
        assertThat(cloud.calls()).containsExactly("GET /v2.0/lbaas/pools/p-1");
        assertThat(cloud.requests().get(0).header("X-Auth-Token")).hasValue("t-1");
    }

    @Test
    void aTokenNeedsNoKeystoneWhereTheLoadBalancersAreKnown() {
        configured.clouds("clouds: {a: {auth: {token: t-1}, load_balancer_endpoint: CLOUD}}");

        configured.client("a").close();
    }

    @ParameterizedTest
    @CsvSource({
        "v3applicationcredential, application_credential",
        "application_credential, application_credential",
        "v3token, token",
        "token, token",
        "v3password, password",
        "password, password"
    })
    void doesWhatTheTypeSaysWhateverElseIsThere(String type, String method) {
        configured.clouds("""
                clouds:
                  a:
                    auth_type: %s
                    ak: access
                    sk: secret
                    auth: {auth_url: AUTH, token: t-1, user_id: u-1, password: secret,
                           application_credential_id: ac-1, application_credential_secret: s%s}
                """.formatted(type, type.contains("app") ? "" : ", project_id: p-1"));

        assertThat(configured.login("a")).contains("{\"identity\":{\"methods\":[\"" + method + "\"]");
    }

    @Test
    void refusesATypeItDoesNotKnow() {
        configured.clouds("clouds: {a: {auth_type: v3oidcpassword, auth: {auth_url: AUTH}}}");

        configured
                .assertRefused("a")
                .hasMessageContainingAll("auth_type", "v3oidcpassword", "v3password", "cloud a of");
    }
}
