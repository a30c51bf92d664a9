package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Keystone: versions and paths")
abstract class KeystoneVersionBehaviours extends Behaviours {
    KeystoneVersionBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void theVersionIsTold() {
        Said said = keystone.get("");

        assertThat(said.told()).isEqualTo("200");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{version: {id: text, links: [{href: url, rel: text}], media-types: [{base: text, type:"
                        + " text}], status: text, updated: text}}");
        assertThat(said.get("id")).isEqualTo("v3.14");
        assertThat(said.get("status")).isEqualTo("stable");
        assertThat(said.one().at("/links/0/href").asText()).isEqualTo(cloud.authUri() + "/");
    }

    @Test
    void theVersionsAreAChoice() {
        Said said = Caller.of(cloud.authUri().replaceFirst("/v3$", "")).get("/");

        assertThat(said.status()).isEqualTo(300);
        assertThat(said.header("Location")).contains(cloud.authUri() + "/");
        assertThat(said.json().at("/versions/values/0/id").asText()).isEqualTo("v3.14");
    }

    @Test
    void anUnknownPathIsAPageWhateverIsAccepted() {
        assertThat(keystone.get("/nowhere").told()).isEqualTo("404 [text/html] 404 Not Found");
    }

    @Test
    void eachAnswerHasARequestId() {
        assertThat(keystone.get("").header("x-openstack-request-id")).isPresent();
        assertThat(keystone.post("/auth/tokens", "{x")
                        .header("x-openstack-request-id")
                        .orElse(""))
                .matches("req-[0-9a-f-]{36}");
    }
}
