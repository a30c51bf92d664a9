package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** An area: its tests are run against either cloud, in any order, and each makes what it needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Behaviours {
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    static final String UNAUTHENTICATED =
            "401 [identity] Unauthorized: The request you have made requires authentication.";

    final Cloud cloud;
    Caller keystone = Caller.of("");
    Caller octavia = Caller.of("");
    Caller lbaas = Caller.of("");
    private Differs differs;
    private boolean toldApart;

    Behaviours(Cloud cloud) {
        this.cloud = cloud;
    }

    /** As the user; Octavia is where the catalog says. */
    @BeforeAll
    final void logIn() {
        keystone = Caller.of(cloud.authUri());
        Said login = keystone.post("/auth/tokens", Logins.password(cloud.user()));
        assertThat(login.told()).isEqualTo("201");
        octavia = Caller.of(endpoint(login.json())).with("X-Auth-Token", Logins.token(login));
        lbaas = octavia.at("/v2.0/lbaas");
    }

    @BeforeEach
    final void begin(TestInfo test) {
        differs = test.getTestMethod().orElseThrow().getAnnotation(Differs.class);
        toldApart = false;
    }

    @AfterEach
    final void end() {
        assertThat(toldApart).as("asks for a difference").isEqualTo(differs != null);
    }

    /** What this cloud is expected to answer, by {@link Differs}. */
    final String difference() {
        toldApart = true;
        return cloud.isOriginal() ? differs.original() : differs.kit();
    }

    /** Octavia as somebody else sees it. */
    final Caller as(Cloud.User user) {
        return lbaas.with("X-Auth-Token", Logins.token(keystone.post("/auth/tokens", Logins.password(user))));
    }

    private static String endpoint(JsonNode login) {
        for (JsonNode service : login.path("token").path("catalog")) {
            if (service.path("type").asText().equals("load-balancer")) {
                return service.path("endpoints").get(0).path("url").asText();
            }
        }
        throw new AssertionError("no load-balancer in the catalog");
    }
}
