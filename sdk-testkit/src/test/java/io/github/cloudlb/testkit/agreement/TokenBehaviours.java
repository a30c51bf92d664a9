package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

@Area("Keystone: tokens and versions")
abstract class TokenBehaviours extends Behaviours {
    TokenBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aTokenHoldsForAnHour() {
        var token = keystone.post("/auth/tokens", Logins.password(cloud.user())).one();

        assertThat(Duration.between(
                        Instant.parse(token.path("issued_at").asText()),
                        Instant.parse(token.path("expires_at").asText())))
                .isEqualTo(Duration.ofHours(1));
        assertThat(token.path("expires_at").asText()).endsWith(".000000Z");
    }

    @Test
    void aTokenThatWasCutTellsItsEndInAnotherForm() {
        Said said = holder().with("X-Subject-Token", cloud.tokenThatEndsIn(60)).get("/auth/tokens");

        assertThat(Shape.of(said.one().path("expires_at"))).isEqualTo("microseconds");
        assertThat(Shape.of(said.one().path("issued_at"))).isEqualTo("microsecondsZ");
    }

    @Test
    void aTokenGotWithATokenEndsWithIt() {
        Said first = keystone.post("/auth/tokens", Logins.password(cloud.user()));
        cloud.pause(1.1);
        Said second = keystone.post("/auth/tokens", Logins.byToken(Logins.token(first), ""));

        assertThat(second.told()).isEqualTo("201");
        assertThat(second.get("expires_at")).isEqualTo(first.get("expires_at"));
        assertThat(second.get("issued_at")).isNotEqualTo(first.get("issued_at"));
        assertThat(second.one().path("methods"))
                .extracting(method -> method.asText())
                .containsExactlyInAnyOrder("password", "token");
    }

    @Test
    void aTokenMayLoseItsProjectByATokenOfItsOwn() {
        assertThat(keystone.post("/auth/tokens", Logins.byToken(newToken(), ",'scope':'unscoped'"))
                        .one()
                        .has("project"))
                .isFalse();
    }

    @Test
    void aTokenIsShownAsItWasGiven() {
        Said login = keystone.post("/auth/tokens", Logins.password(cloud.user()));
        Said shown = holder().with("X-Subject-Token", Logins.token(login)).get("/auth/tokens");

        assertThat(shown.told()).isEqualTo("200");
        assertThat(Shape.of(shown.json())).isEqualTo(Shape.of(login.json()));
        assertThat(shown.get("expires_at")).isEqualTo(login.get("expires_at"));
        assertThat(shown.one().path("audit_ids")).isEqualTo(login.one().path("audit_ids"));
        assertThat(shown.header("X-Subject-Token")).contains(Logins.token(login));
        assertThat(shown.header("Vary")).contains("X-Auth-Token");
    }

    @Test
    void aTokenIsCheckedByHead() {
        Said said = holder().with("X-Subject-Token", newToken()).send("HEAD", "/auth/tokens", "");

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).isEmpty();
    }

    @Test
    void aTokenMayBeAskedAboutWithItself() {
        String token = newToken();

        assertThat(keystone.with("X-Auth-Token", token)
                        .with("X-Subject-Token", token)
                        .get("/auth/tokens")
                        .told())
                .isEqualTo("200");
    }

    @Test
    void whoHasNoTokenIsToldNothingOfAnother() {
        assertThat(keystone.with("X-Subject-Token", newToken())
                        .get("/auth/tokens")
                        .told())
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void aTokenThatNeverWasIsNotFound() {
        assertThat(holder().with("X-Subject-Token", "garbage")
                        .get("/auth/tokens")
                        .told())
                .isEqualTo("404 [identity] Not Found: Could not recognize Fernet token");
    }

    @Test
    void aRevokedTokenIsGone() {
        String token = newToken();
        Caller holder = holder().with("X-Subject-Token", token);

        assertThat(holder.delete("/auth/tokens").told()).isEqualTo("204");

        assertThat(holder.get("/auth/tokens").status()).isEqualTo(404);
        assertThat(lbaas.with("X-Auth-Token", token).get("/pools").told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void aRevokedTokenIsNoLongerGoodForKeystone() {
        String token = newToken();
        holder().with("X-Subject-Token", token).delete("/auth/tokens");

        assertThat(keystone.with("X-Auth-Token", token)
                        .with("X-Subject-Token", token)
                        .get("/auth/tokens")
                        .told())
                .isEqualTo(UNAUTHENTICATED);
        assertThat(keystone.post("/auth/tokens", Logins.byToken(token, "")).status())
                .isIn(401, 404);
    }

    @Test
    void anExpiredTokenIsGone() {
        String token = cloud.tokenThatEndsIn(5);
        Caller octaviaThen = lbaas.with("X-Auth-Token", token);
        assertThat(octaviaThen.get("/pools?limit=1").told()).isEqualTo("200");

        cloud.pause(6);

        assertThat(octaviaThen.get("/pools?limit=1").told()).isEqualTo(UNAUTHENTICATED);
        assertThat(keystone.with("X-Auth-Token", token)
                        .with("X-Subject-Token", newToken())
                        .get("/auth/tokens")
                        .told())
                .isEqualTo(UNAUTHENTICATED);
        assertThat(holder().with("X-Subject-Token", token).get("/auth/tokens").status())
                .isEqualTo(404);
    }

    @Test
    void anApplicationCredentialIsToldOfItsToken() {
        Said login = keystone.post("/auth/tokens", Logins.credential(cloud.applicationCredential()));

        assertThat(holder().with("X-Subject-Token", Logins.token(login))
                        .get("/auth/tokens")
                        .one()
                        .path("application_credential"))
                .isEqualTo(login.one().path("application_credential"));
    }

    private Caller holder() {
        return keystone.with("X-Auth-Token", newToken());
    }

    private String newToken() {
        return Logins.token(keystone.post("/auth/tokens", Logins.password(cloud.user())));
    }
}
