package io.github.cloudlb.openstack;

import static io.github.cloudlb.testkit.OctaviaServer.APPLICATION_CREDENTIAL_ID;
import static io.github.cloudlb.testkit.OctaviaServer.APPLICATION_CREDENTIAL_NAME;
import static io.github.cloudlb.testkit.OctaviaServer.APPLICATION_CREDENTIAL_SECRET;
import static io.github.cloudlb.testkit.OctaviaServer.DOMAIN;
import static io.github.cloudlb.testkit.OctaviaServer.PASSWORD;
import static io.github.cloudlb.testkit.OctaviaServer.PROJECT;
import static io.github.cloudlb.testkit.OctaviaServer.PROJECT_ID;
import static io.github.cloudlb.testkit.OctaviaServer.USER;
import static io.github.cloudlb.testkit.OctaviaServer.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.Fault;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class LoginTest {
    private final VirtualTime time = Clients.time();

    @AutoClose
    private final OctaviaServer octavia = OctaviaServer.start(time);

    @AutoClose
    private final FakeCloud cloud = FakeCloud.started();

    private final String pool = octavia.addPool(octavia.addLoadBalancer("lb"), "web");

    @Test
    void logsInWithNamesAndTheirDomain() {
        assertLogsIn(
                OpenStackCredentials.password(DOMAIN, USER, PASSWORD, PROJECT),
                "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"demo\","
                        + "\"domain\":{\"name\":\"Default\"},\"password\":\"testkit-password\"}}},"
                        + "\"scope\":{\"project\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}}}}}");
    }

    @Test
    void logsInWithIds() {
        assertLogsIn(
                OpenStackCredentials.password(Who.withId(USER_ID), PASSWORD, Who.withId(PROJECT_ID)),
                "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"id\":\"" + USER_ID
                        + "\",\"password\":\"testkit-password\"}}},\"scope\":{\"project\":{\"id\":\"" + PROJECT_ID
                        + "\"}}}}");
    }

    @Observed(in = Area.KEYSTONE, value = "An application credential that names a scope is refused")
    @Test
    void logsInWithAnApplicationCredentialById() {
        assertLogsIn(
                OpenStackCredentials.applicationCredential(APPLICATION_CREDENTIAL_ID, APPLICATION_CREDENTIAL_SECRET),
                "{\"auth\":{\"identity\":{\"methods\":[\"application_credential\"],\"application_credential\":{"
                        + "\"id\":\"" + APPLICATION_CREDENTIAL_ID + "\",\"secret\":\"testkit-secret\"}}}}");
    }

    @Observed(in = Area.KEYSTONE, value = "An application credential has to name its user if it is named by its name")
    @Test
    void logsInWithAnApplicationCredentialByName() {
        assertLogsIn(
                OpenStackCredentials.applicationCredential(
                        APPLICATION_CREDENTIAL_NAME, Who.named(USER, DOMAIN), APPLICATION_CREDENTIAL_SECRET),
                "{\"auth\":{\"identity\":{\"methods\":[\"application_credential\"],\"application_credential\":{"
                        + "\"name\":\"testkit\",\"user\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"}},"
                        + "\"secret\":\"testkit-secret\"}}}}");
    }

    private void assertLogsIn(OpenStackCredentials credentials, String body) {
        try (OpenStackClient client = with(credentials).build()) {
            assertThat(octavia.requests()).isEmpty();
            assertThat(client.pools().getPool(pool).id()).isEqualTo(pool);
        }
        assertThat(octavia.callsToIdentity()).containsExactly("POST /identity/v3/auth/tokens");
        assertThat(octavia.requests().get(0).body()).isEqualTo(body);
        assertThat(octavia.requests().get(0).header("X-Auth-Token")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLoginThatIsNotAnsweredHasChangedNothing(Fault fault) {
        octavia.on("POST /identity/v3/auth/tokens").fault(fault).always();
        try (OpenStackClient client = Clients.of(octavia, time).build()) {
            assertThatThrownBy(() -> client.pools().removeMember(pool, "m-1"))
                    .isInstanceOfSatisfying(
                            SdkException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.NO));
        }
    }

    @Test
    void usesAGivenTokenWithoutLoggingIn() {
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, "{\"pool\": {\"id\": \"p-1\"}}");

        try (OpenStackClient client = Clients.octavia(cloud)) {
            client.pools().getPool("p-1");
        }
        assertThat(cloud.calls()).containsExactly("GET /v2.0/lbaas/pools/p-1");
        assertThat(cloud.requests().get(0).header("X-Auth-Token")).hasValue("given-token");
    }

    @Test
    void asksKeystoneForTheCatalogOfAGivenTokenOnce() {
        cloud.on("GET /identity/v3/auth/catalog")
                .answers(
                        200,
                        "{\"catalog\": [{\"type\": \"load-balancer\", \"endpoints\": [{\"interface\": \"public\","
                                + " \"region\": \"R\", \"url\": \"" + cloud.uri() + "/load-balancer\"}]}]}");
        cloud.on("GET /load-balancer/v2.0/lbaas/pools/p-1")
                .answers(200, "{\"pool\": {\"id\": \"p-1\"}}")
                .always();

        try (OpenStackClient client = with(OpenStackCredentials.token("given-token"))
                .authUrl(URI.create(cloud.uri() + "/identity"))
                .build()) {
            client.pools().getPool("p-1");
            client.pools().getPool("p-1");
        }
        assertThat(cloud.calls())
                .containsExactly(
                        "GET /identity/v3/auth/catalog",
                        "GET /load-balancer/v2.0/lbaas/pools/p-1",
                        "GET /load-balancer/v2.0/lbaas/pools/p-1");
        assertThat(cloud.requests())
                .allMatch(request -> request.header("X-Auth-Token").orElse("").equals("given-token"));
    }

    @Test
    void aGivenTokenThatIsRefusedIsNotTriedAgain() {
        cloud.on("DELETE /v2.0/lbaas/pools/p-1/members/m-1")
                .answers(401, "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"no\"}}")
                .always();

        try (OpenStackClient client = Clients.octavia(cloud)) {
            assertThatThrownBy(() -> client.pools().removeMember("p-1", "m-1"))
                    .isInstanceOf(UnauthenticatedException.class);
        }
        assertThat(cloud.calls()).hasSize(1);
    }

    @Observed(
            in = Area.KEYSTONE,
            value = "A wrong password, an unknown user and a project without a role are one and the same 401")
    @Test
    void aWrongPasswordIsRefusedOnce() {
        assertRefused(OpenStackCredentials.password(DOMAIN, USER, "wrong", PROJECT), "password of demo@Default");
    }

    @Observed(in = Area.KEYSTONE, value = "An unknown application credential is 404, a wrong secret of a known one 401")
    @Test
    void aWrongSecretIsRefusedOnce() {
        assertRefused(
                OpenStackCredentials.applicationCredential(APPLICATION_CREDENTIAL_ID, "wrong"),
                "application_credential of " + APPLICATION_CREDENTIAL_ID);
    }

    @Observed(in = Area.KEYSTONE, value = "An unknown application credential is 404, a wrong secret of a known one 401")
    @Test
    void anUnknownApplicationCredentialDoesNotLookLikeAMissingPool() {
        assertRefused(
                OpenStackCredentials.applicationCredential("deadbeef", "wrong"), "404 Could not find Application");
    }

    private void assertRefused(OpenStackCredentials credentials, String message) {
        try (OpenStackClient client = with(credentials).build()) {
            assertThatThrownBy(() -> client.pools().removeMember(pool, "m-1"))
                    .isInstanceOf(UnauthenticatedException.class)
                    .hasMessageStartingWith("CreateToken{")
                    .hasMessageContaining(message);
        }
        assertThat(octavia.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v3", "/v3/"})
    void findsKeystonesVersionWhateverTheAddressEndsWith(String end) {
        String base = octavia.authUri().toString().replaceFirst("/v3$", "");

        try (OpenStackClient client = with(OpenStackCredentials.password(DOMAIN, USER, PASSWORD, PROJECT))
                .authUrl(URI.create(base + end))
                .build()) {
            client.pools().getPool(pool);
        }
        assertThat(octavia.callsToIdentity()).containsExactly("POST /identity/v3/auth/tokens");
    }

    @Test
    void asksForCredentialsAndKeystone() {
        OpenStackClient.Builder nowhere =
                OpenStackClient.builder().credentials(OpenStackCredentials.password(DOMAIN, USER, PASSWORD, PROJECT));

        assertThatThrownBy(nowhere::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("authUrl");
    }

    private OpenStackClient.Builder with(OpenStackCredentials credentials) {
        return Clients.of(octavia, time).credentials(credentials);
    }
}
