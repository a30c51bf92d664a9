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

/** Which files are read, and which of them has the last word. */
class CloudsFileTest {
    private static final String HOME = ".config/openstack/";

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
    @ValueSource(strings = {"clouds.yaml", "clouds.yml", "clouds.json"})
    void isFoundByAnyOfItsNames(String name) {
        configured.file(
                HOME + name,
                "{\"clouds\": {\"a\": {\"auth\": {\"auth_url\": AUTH, \"user_id\": \"u\", \"password\": \"p\"}}}}");

        assertThat(configured.login("a")).contains("\"user\":{\"id\":\"u\"");
    }

    @Test
    void isReadWhereTheVariableSaysBeforeAnywhereElse() {
        configured.file(HOME + "clouds.yaml", cloud("home"));
        configured.clouds(cloud("named"));

        assertThat(configured.login("a")).contains("\"id\":\"named\"");
    }

    @Test
    void isLookedForElsewhereIfItIsNotWhereTheVariableSays() {
        configured.file(HOME + "clouds.yaml", cloud("home"));
        configured.variable("OS_CLIENT_CONFIG_FILE", folder.resolve("none.yaml").toString());

        assertThat(configured.login("a")).contains("\"id\":\"home\"");
    }

    @Test
    void isFoundWhereConfigurationsAreKept() {
        configured.file(HOME + "clouds.yaml", cloud("home"));
        configured.file("kept/openstack/clouds.yaml", cloud("kept"));
        configured.variable("XDG_CONFIG_HOME", folder.resolve("kept").toString());

        assertThat(configured.login("a")).contains("\"id\":\"kept\"");
    }

    @Test
    void secretsAreMergedOverItAtAnyDepth() {
        configured.file(HOME + "clouds.yaml", """
                clouds:
                  a: {auth: {auth_url: AUTH, user_id: u-1, password: open}}
                """);
        configured.file(HOME + "secure.yaml", "clouds: {a: {auth: {password: hidden}, region_name: R}, b: {}}");

        assertThat(configured.login("a")).contains("\"user\":{\"id\":\"u-1\",\"password\":\"hidden\"}");
    }

    @Test
    void secretsMayBeAnywhere() {
        configured.clouds(cloud("u-1"));
        configured.file(HOME + "secure.yaml", "clouds: {a: {auth: {password: of-home}}}");
        assertThat(configured.login("a")).contains("of-home");

        Path named = configured.file("named.yaml", "clouds: {a: {auth: {password: of-variable}}}");
        configured.variable("OS_CLIENT_SECURE_FILE", named.toString());
        assertThat(configured.login("a")).contains("of-variable");
    }

    @Test
    void secretsMayBeAllThereIs() {
        configured.file(HOME + "secure.yaml", cloud("secret"));

        assertThat(configured.login("a")).contains("\"id\":\"secret\"");
    }

    @Test
    void theOnlyCloudIsMeantIfNoneIsNamed() {
        configured.clouds(cloud("only"));

        assertThat(configured.login(null)).contains("\"id\":\"only\"");
    }

    @Test
    void ofSeveralCloudsOneHasToBeNamed() {
        configured.clouds("clouds: {a: {}, b: {}}");

        configured.assertRefused(null).hasMessageContainingAll("several clouds", "[a, b]", "clouds.yaml");
    }

    @Test
    void theVariablesAreACloudOfTheirOwn() {
        configured.clouds(cloud("of-file"));
        configured.variable("OS_AUTH_URL", cloud.uri().toString());
        configured.variable("OS_USER_ID", "of-variables");
        configured.variable("OS_PASSWORD", "secret");
        configured.variable("OS_SYSTEM_SCOPE", "all");

        assertThat(configured.login(null)).contains("\"id\":\"of-variables\"", "\"system\"");
        assertThat(configured.login("envvars")).contains("\"id\":\"of-variables\"");
        assertThat(configured.login("a")).contains("\"id\":\"of-file\"").doesNotContain("system");
        configured.variable("OS_CLOUD", "a");
        assertThat(configured.login(null)).contains("\"id\":\"of-file\"");
        configured.variable("OS_CLOUD_NAME", "mine");
        assertThat(configured.login("mine")).contains("\"id\":\"of-variables\"");
    }

    @Test
    void variablesThatDoNotSayWhereAreNoCloud() {
        configured.clouds(cloud("of-file"));
        configured.variable("OS_REGION_NAME", "R");
        configured.variable("OS_NAME", "Linux");

        assertThat(configured.login(null)).contains("\"id\":\"of-file\"");
    }

    @Test
    void nothingIsNotTheWordForIt() {
        configured.clouds("""
                clouds: {a: {auth: {auth_url: AUTH, user_id: "null", password: "~", project_id: null, domain_id: ~}}}
                """);

        assertThat(configured.login("a"))
                .contains("\"user\":{\"id\":\"null\",\"password\":\"~\"}")
                .doesNotContain("scope");
    }

    @Test
    void aKeyThatIsThereTwiceHasItsLastValue() {
        configured.clouds("clouds: {a: {auth: {auth_url: AUTH, user_id: u-1, user_id: u-2, password: secret}}}");

        assertThat(configured.login("a")).contains("\"id\":\"u-2\"");
    }

    @Test
    void ofSeveralMergedSectionsTheFirstCounts() {
        configured.clouds("""
                one: &one {password: first}
                two: &two {password: second, user_id: u-2}
                clouds:
                  a:
                    auth: {<<: [*one, *two], auth_url: AUTH}
                """);

        assertThat(configured.login("a")).contains("\"user\":{\"id\":\"u-2\",\"password\":\"first\"}");
    }

    private static String cloud(String user) {
        return "clouds: {a: {auth: {auth_url: AUTH, user_id: " + user + ", password: secret}}}";
    }
}
