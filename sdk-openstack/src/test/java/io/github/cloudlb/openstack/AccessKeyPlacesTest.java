package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.openstack.pool.ListAllMembers;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;

/** Where an access key's requests go, and for which project. */
class AccessKeyPlacesTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private static final String SECRET = "sk-example-0001-not-a-secret";
    private static final OpenStackCredentials KEY = OpenStackCredentials.accessKey("ak-example-0001", SECRET, "p-1");
    private static final String POOL = "{\"pool\": {\"id\": \"p-1\"}}";

    private final VirtualTime time = Clients.time();

    @Test
    void findsTheLoadBalancersInTheCatalogOfTheProject() {
        cloud.on("GET /v3/auth/catalog").answers(200, catalog());
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, POOL);

        try (OpenStackClient client = OpenStackClient.builder()
                .authUrl(cloud.uri())
                .credentials(KEY)
                .time(time)
                .build()) {
            client.pools().getPool("p-1");
        }
        assertThat(cloud.calls()).containsExactly("GET /v3/auth/catalog", "GET /v2.0/lbaas/pools/p-1");
        assertThat(cloud.requests()).allSatisfy(request -> {
            assertThat(request.header("X-Project-Id")).hasValue("p-1");
            assertThat(SdkSignature.of(request).value())
                    .isEqualTo(SdkSignature.of(request).expected(request, SECRET));
        });
    }

    @Test
    void looksTheProjectUpByItsName() {
        cloud.on("GET /v3/projects?name=eu-de")
                .answers(200, "{\"projects\": [{\"id\": \"p-7\", \"name\": \"eu-de\"}]}");
        cloud.on("GET /v3/auth/catalog").answers(200, catalog());
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, POOL).then(200, POOL);

        try (OpenStackClient client = OpenStackClient.builder()
                .authUrl(cloud.uri())
                .credentials(KEY.forProject(Who.named("eu-de", "")))
                .time(time)
                .build()) {
            client.pools().getPool("p-1");
            client.pools().getPool("p-1");
        }
        assertThat(cloud.calls()).hasSize(4);
        assertThat(cloud.requests().get(0).header("X-Project-Id")).isEmpty();
        assertThat(cloud.requests().subList(1, 4))
                .allSatisfy(
                        request -> assertThat(request.header("X-Project-Id")).hasValue("p-7"));
    }

    @Test
    void saysThatThereIsNoSuchProject() {
        cloud.on("GET /v3/projects").answers(200, "{\"projects\": []}");

        try (OpenStackClient client = OpenStackClient.builder()
                .authUrl(cloud.uri())
                .credentials(KEY.forProject(Who.named("eu-de_no", "")))
                .build()) {
            assertThatThrownBy(() -> client.pools().getPool("p-1"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("project: \"eu-de_no\"");
        }
    }

    @Test
    void aRegionTellsWhereOpenTelekomCloudIs() {
        assertThat(endpoint("eu-de")).isEqualTo("elb.eu-de.otc.t-systems.com");
        assertThat(endpoint("eu-ch2")).isEqualTo("elb.eu-ch2.sc.otc.t-systems.com");
        assertThatThrownBy(() -> endpoint("eu-de/x")).isInstanceOf(InvalidInputException.class);
    }

    @SuppressWarnings("NullAway") // neither identity nor call is asked: all is known
    private static String endpoint(String region) {
        Setup setup = new Setup();
        setup.credentials = KEY;
        setup.region = region;
        return new Whereabouts(setup, false).endpoint(null, null).authority();
    }

    @Test
    void speaksTheDialectOfOpenTelekomCloud() {
        try (OpenStackClient client =
                OpenStackClient.builder().endpoint(cloud.uri()).credentials(KEY).build()) {
            client.check(ListAllMembers.builder().build());
        }
    }

    @Test
    void asksWhereToGoAndForWhichProject() {
        assertThatThrownBy(() -> OpenStackClient.builder().credentials(KEY).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("region", "endpoint", "authUrl");
        assertThatThrownBy(() -> OpenStackClient.builder()
                        .credentials(KEY.forProject(Who.named("eu-de", "")))
                        .endpoint(URI.create("https://elb.example"))
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("project", "its id is");
        assertThatThrownBy(KEY::forSystem).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> OpenStackCredentials.accessKey("ak", "sk", ""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("project id");
    }

    private static String catalog() {
        return "{\"catalog\": [{\"type\": \"elb\", \"endpoints\": [{\"interface\": \"public\", \"region\": \"eu-de\","
                + " \"url\": \"" + cloud.uri() + "/v1.0\"}]}]}";
    }
}
