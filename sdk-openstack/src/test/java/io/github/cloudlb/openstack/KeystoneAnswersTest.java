package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

/** Whatever a login is answered, the failure says what to do, and not that what the call is about did not exist. */
class KeystoneAnswersTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private static final String LOGIN = "POST /v3/auth/tokens";
    private static final String NOT_FOUND = """
            <!doctype html>
            <html lang=en>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>The requested URL was not found on the server.</p>
            """;
    private static final OpenStackCredentials USER = OpenStackCredentials.password("Default", "demo", "secret", "demo");

    @Observed(in = Area.KEYSTONE, value = "A path Keystone does not know is 404 in HTML, whatever Accept says")
    @Test
    void anAddressWithoutKeystoneIsSaidToBeOne() {
        cloud.on(LOGIN).answers(404, "text/html; charset=utf-8", NOT_FOUND);

        assertRefused("there is no Keystone v3 at " + cloud.uri() + "/v3", "auth_url", "Not Found");
    }

    @Test
    void aGatewayThatKnowsNoSuchApiIsNoKeystone() {
        cloud.on(LOGIN).answers(404, "{\"error_msg\": \"The API does not exist\", \"error_code\": \"APIGW.0101\"}");

        assertRefused("there is no Keystone v3 at ", "auth_url", "The API does not exist");
    }

    @Test
    void aPlaceThatPointsElsewhereIsSaidToDoSo() {
        cloud.on(LOGIN)
                .answers(301, "text/html", "<p>Moved</p>", "Location", "https://keystone.example/v3/auth/tokens");

        assertRefused("there is no Keystone v3 at ", "it points to https://keystone.example/v3/auth/tokens");
    }

    @Observed(in = Area.KEYSTONE, value = "Above its version Keystone answers 300 with a list")
    @Test
    void aListOfVersionsIsNoLogin() {
        cloud.on(LOGIN).answers(300, "{\"versions\": {\"values\": []}}");

        assertRefused("there is no Keystone v3 at ", "auth_url");
    }

    @Observed(in = Area.KEYSTONE, value = "An unknown application credential is 404, a wrong secret of a known one 401")
    @Test
    void anUnknownApplicationCredentialIsToldInKeystonesWords() {
        cloud.on(LOGIN)
                .answers(
                        404,
                        "{\"error\":{\"code\":404,\"message\":\"Could not find Application Credential: deadbeef.\","
                                + "\"title\":\"Not Found\"}}");

        assertRefused("404 Could not find Application Credential: deadbeef.");
    }

    private static void assertRefused(String... words) {
        try (OpenStackClient client = client()) {
            assertThatThrownBy(() -> client.pools().removeMember("p-1", "m-1"))
                    .isInstanceOfSatisfying(
                            UnauthenticatedException.class,
                            refused -> assertThat(refused.applied()).isEqualTo(Applied.NO))
                    .hasMessageContainingAll(words);
        }
        assertThat(cloud.calls()).containsExactly(LOGIN);
    }

    @Observed(in = Area.KEYSTONE, value = "A login over 112 KiB is 413, in the shape of another layer")
    @Test
    void aLoginThatIsTooLargeIsARequestThatIsWrong() {
        cloud.on(LOGIN)
                .answers(
                        413,
                        "{\"message\": \"Request is too large. Larger than max_request_body_size (114688).<br />\","
                                + " \"code\": \"413 Request Entity Too Large\", \"title\": \"Too Large\"}");

        try (OpenStackClient client = client()) {
            assertThatThrownBy(() -> client.pools().getPool("p-1"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("413 Request is too large. Larger than max_request_body_size");
        }
    }

    @Observed(
            in = Area.KEYSTONE,
            value = "A user without a default project who names none gets a token that is for nothing")
    @Test
    void aTokenThatIsForNothingIsRefusedBeforeItIsUsed() {
        cloud.on(LOGIN)
                .answers(
                        201,
                        "application/json",
                        "{\"token\": {\"expires_at\": \"2026-11-22T05:45:59.000000Z\", \"user\": {}}}",
                        "X-Subject-Token",
                        "token-1");

        try (OpenStackClient client = OpenStackClient.builder()
                .authUrl(cloud.uri())
                .endpoint(cloud.uri())
                .credentials(OpenStackCredentials.password(Who.withId("u-1"), "secret"))
                .time(Clients.time())
                .build()) {
            assertThatThrownBy(() -> client.pools().getPool("p-1"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll("password of u-1", "project_id", "no default project");
        }
        assertThat(cloud.calls()).containsExactly(LOGIN);
    }

    @Observed(in = Area.KEYSTONE, value = "Without a scope the user's default project is meant, if there is one")
    @Test
    void aUserWithADefaultProjectNeedsToNameNone() {
        VirtualTime time = Clients.time();
        try (OctaviaServer octavia = OctaviaServer.start(time);
                OpenStackClient client = Clients.of(octavia, time)
                        .credentials(OpenStackCredentials.password(
                                Who.withId(OctaviaServer.USER_ID), OctaviaServer.PASSWORD))
                        .build()) {
            String pool = octavia.addPool(octavia.addLoadBalancer("lb"), "web");

            assertThat(client.pools().getPool(pool).id()).isEqualTo(pool);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2.0", "/v2.0/", "/identity/v2"})
    void anAddressOfVersion2IsRefused(String end) {
        assertThatThrownBy(() -> OpenStackClient.builder()
                        .authUrl(URI.create(cloud.uri() + end))
                        .credentials(USER)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("auth_url", "/v3");
    }

    private static OpenStackClient client() {
        return OpenStackClient.builder()
                .authUrl(cloud.uri())
                .credentials(USER)
                .time(Clients.time())
                .build();
    }
}
