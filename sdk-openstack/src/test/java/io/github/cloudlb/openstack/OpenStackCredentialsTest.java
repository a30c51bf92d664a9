package io.github.cloudlb.openstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class OpenStackCredentialsTest {
    private static final OpenStackCredentials USER = OpenStackCredentials.password(Who.withId("u-1"), "secret");

    @Test
    void areForTheScopeThatIsNamed() {
        assertThat(scope(USER)).isEmpty();
        assertThat(scope(USER.forProject(Who.withId("p-1")))).isEqualTo("{\"project\":{\"id\":\"p-1\"}}");
        assertThat(scope(USER.forDomain(Who.withId("d-1")))).isEqualTo("{\"domain\":{\"id\":\"d-1\"}}");
        assertThat(scope(USER.forDomain(Who.named("OTC-1", "")))).isEqualTo("{\"domain\":{\"name\":\"OTC-1\"}}");
        assertThat(scope(USER.forSystem())).isEqualTo("{\"system\":{\"all\":true}}");
        assertThat(scope(USER.forSystem().forProject(Who.named("p", "d"))))
                .isEqualTo("{\"project\":{\"name\":\"p\",\"domain\":{\"name\":\"d\"}}}");
    }

    private static String scope(OpenStackCredentials credentials) {
        String body = new String(new CreateToken(credentials, Instant::now).body(), UTF_8);
        int at = body.indexOf(",\"scope\":");
        return at < 0 ? "" : body.substring(at + ",\"scope\":".length(), body.length() - 2);
    }

    @Test
    void sayWhoTheyAreAndForWhat() {
        assertThat(USER).hasToString("password of u-1");
        assertThat(USER.forSystem()).hasToString("password of u-1 for system");
        assertThat(OpenStackCredentials.password("Default", "demo", "secret", "web"))
                .hasToString("password of demo@Default for project web@Default");
        assertThat(OpenStackCredentials.token("t").forDomain(Who.withId("d-1"))).hasToString("token for domain d-1");
    }

    @Test
    void anApplicationCredentialHasItsProjectInIt() {
        OpenStackCredentials credential = OpenStackCredentials.applicationCredential("ac-1", "secret");

        assertThatThrownBy(() -> credential.forProject(Who.withId("p-1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("scope", "project p-1", "part of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void areRefusedWithoutASecret(String secret) {
        assertThatThrownBy(() -> OpenStackCredentials.password(Who.withId("u-1"), secret))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("password");
        assertThatThrownBy(() -> OpenStackCredentials.applicationCredential("ac-1", secret))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> OpenStackCredentials.token(secret)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> OpenStackCredentials.accessKey("ak", secret, "p-1"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> OpenStackCredentials.temporaryAccessKey("ak", "sk", secret, "p-1"))
                .isInstanceOf(InvalidInputException.class);
    }
}
