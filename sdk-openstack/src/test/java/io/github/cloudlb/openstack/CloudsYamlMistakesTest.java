package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CloudsYamlMistakesTest {
    @TempDir
    Path folder;

    @Test
    void listsTheCloudsItKnows() throws IOException {
        clouds("clouds: {a: {}, b: {}}");

        assertRefused("c", "cloud: \"c\" is not allowed", "[a, b]", folder.toString());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        clouds("""
                clouds:
                  a: {auth: {auth_url: "https://keystone.example", password: secret}}
                  b: {auth: {auth_url: "https://keystone.example", user_id: u}}
                  c: {auth: {username: demo, password: secret}}
                """);

        assertRefused("a", "cloud a of", "has no username; it has [auth_url, password]");
        assertRefused("b", "has no password");
        assertRefused("c", "has no auth_url");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        clouds("""
                clouds:
                  a: {auth_type: v3totp, auth: {auth_url: "https://keystone.example"}}
                  b: {auth: {auth_url: "http:// no url", user_id: u, password: p}}
                """);

        assertRefused("a", "auth_type: \"v3totp\"", "v3applicationcredential");
        assertRefused("b", "auth_url: \"http:// no url\"");
    }

    @Test
    void saysWhereCloudsWereLookedFor() {
        assertRefused(
                "a",
                "cloud: \"a\" is not allowed",
                "no clouds.yaml",
                folder.resolve("clouds.yaml").toString());
    }

    @Test
    void saysWhereCredentialsWereLookedFor() {
        assertThatThrownBy(() -> OpenStackClient.builder().build(Map.of("HOME", folder.toString())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(
                        "there are no credentials",
                        "OS_CLOUD",
                        "OS_AUTH_URL",
                        folder.resolve(".config/openstack/clouds.yaml").toString());
    }

    private void assertRefused(String name, String... words) {
        Map<String, String> environment = Map.of(
                "HOME",
                folder.toString(),
                "OS_CLIENT_CONFIG_FILE",
                folder.resolve("clouds.yaml").toString());

        assertThatThrownBy(() -> OpenStackClient.builder().cloud(name).build(environment))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(words);
    }

    private void clouds(String yaml) throws IOException {
        Files.writeString(folder.resolve("clouds.yaml"), yaml);
    }
}
