package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Octavia: whose call it is")
abstract class AuthenticationBehaviours extends Behaviours {
    AuthenticationBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void withoutATokenNothingIsTold() {
        Said said = lbaas.without("X-Auth-Token").get("/loadbalancers");

        assertThat(said.told()).isEqualTo(UNAUTHENTICATED);
        assertThat(said.type()).isEqualTo("application/json");
        assertThat(Shape.of(said.json())).isEqualTo("{error: {code: number, message: text, title: text}}");
    }

    @Test
    void theRefusalNamesKeystoneWithoutItsVersion() {
        assertThat(lbaas.without("X-Auth-Token").get("/loadbalancers").header("WWW-Authenticate"))
                .contains("Keystone uri=\"" + cloud.authUri().replaceFirst("/v3$", "") + "\"");
    }

    @Test
    void theRefusalHasNoRequestId() {
        assertThat(lbaas.without("X-Auth-Token").get("/loadbalancers").header("x-openstack-request-id"))
                .isEmpty();
    }

    @Test
    void garbageIsNoToken() {
        assertThat(lbaas.with("X-Auth-Token", "garbage").get("/loadbalancers").told())
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void anEmptyTokenIsNone() {
        assertThat(lbaas.with("X-Auth-Token", "").get("/loadbalancers").told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void theTokenIsLookedAtBeforeThePath() {
        assertThat(octavia.without("X-Auth-Token").get("/nowhere").told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void theTokenIsLookedAtBeforeMethodAndBody() {
        Caller nobody = lbaas.without("X-Auth-Token");

        assertThat(nobody.send("PATCH", "/pools/" + NOBODY, "{x").told()).isEqualTo(UNAUTHENTICATED);
        assertThat(nobody.post("/pools", "{x").told()).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void theRefusalIsJsonWhateverIsAccepted() {
        assertThat(lbaas.without("X-Auth-Token")
                        .with("Accept", "text/html")
                        .get("/loadbalancers")
                        .told())
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void theVersionsAreForEverybody() {
        assertThat(octavia.without("X-Auth-Token").get("/").told()).isEqualTo("200");
    }

    @Test
    void theHealthIsForEverybody() {
        assertThat(octavia.without("X-Auth-Token").get("/healthcheck").status()).isEqualTo(200);
    }

    @Test
    void optionsAreForEverybody() {
        Said said = lbaas.without("X-Auth-Token").send("OPTIONS", "/loadbalancers", "");

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.body()).isEmpty();
        assertThat(said.header("Allow")).isEmpty();
    }

    @Test
    void whoHasNoProjectMayNotList() {
        assertThat(unscoped().get("/loadbalancers").told())
                .isEqualTo("403 Policy does not allow this request to be performed.");
    }

    @Test
    void whoHasNoProjectMakesNothing() {
        assertThat(unscoped()
                        .post("/loadbalancers", TreeBehaviours.loadBalancerNamed("x"))
                        .told())
                .isEqualTo("400 Validation failure: Missing project ID in request where one is required. An"
                        + " administrator should check the keystone settings in the Octavia configuration.");
    }

    @Test
    void anApplicationCredentialIsAsGoodAsAPassword() {
        String token = Logins.token(keystone.post("/auth/tokens", Logins.credential(cloud.applicationCredential())));

        assertThat(lbaas.with("X-Auth-Token", token).get("/loadbalancers").told())
                .isEqualTo("200");
    }

    @Test
    void anotherProjectsListIsForbidden() {
        assertThat(lbaas.get("/loadbalancers?project_id=" + NOBODY).told())
                .isEqualTo("403 Policy does not allow this request to be performed.");
        assertThat(lbaas.get("/pools?project_id=" + NOBODY).told())
                .isEqualTo("403 Policy does not allow this request to be performed.");
    }

    @Test
    void theOwnProjectsListIsNot() {
        assertThat(lbaas.get("/loadbalancers?project_id=" + cloud.user().projectId())
                        .told())
                .isEqualTo("200");
    }

    @Test
    void nothingIsMadeInAnotherProject() {
        assertThat(lbaas.post(
                                "/loadbalancers",
                                "{'loadbalancer':{'vip_subnet_id':'" + NOBODY + "','project_id':'somebody'}}")
                        .told())
                .isEqualTo("403 Policy does not allow this request to be performed.");
    }

    private Caller unscoped() {
        return lbaas.with(
                "X-Auth-Token",
                Logins.token(keystone.post("/auth/tokens", Logins.password(cloud.user(), ",'scope':'unscoped'"))));
    }
}
