package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.pool.ListAllMembers;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class EndpointTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private static final String POOL = "{\"pool\": {\"id\": \"p-1\"}}";

    @Observed(
            in = Area.KEYSTONE,
            value = "The endpoint of the catalog may end with /v2.0, with a slash, or with neither")
    @Observed(in = Area.RIGHTS, value = "A double slash in a path is 403")
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/, ''",
        "/v2.0, ''",
        "/v2.0/, ''",
        "/v2, ''",
        "/v2.0/lbaas, ''",
        "/load-balancer, /load-balancer",
        "/load-balancer/v2.0/, /load-balancer"
    })
    void findsOctaviaWhateverItsCatalogEntryEndsWith(String end, String path) {
        login(entry("load-balancer", "public", "R1", cloud.uri() + end));
        cloud.on("GET " + path + "/v2.0/lbaas/pools/p-1").answers(200, POOL);

        try (OpenStackClient client = client().build()) {
            assertThat(client.pools().getPool("p-1").id()).isEqualTo("p-1");
        }
    }

    @Test
    void speaksTheDialectOfOpenTelekomCloudWithAnElb() {
        login(entry("elb", "public", "eu-de", cloud.uri() + "/v1.0"));
        cloud.on("GET /v2.0/lbaas/members").answers(200, "{\"members\": []}");

        try (OpenStackClient client = client().build()) {
            assertThat(client.pools().listAllMembers(ListAllMembers.builder().build()))
                    .isEmpty();
        }
    }

    @Test
    void speaksTheDialectOfOctaviaWithALoadBalancer() {
        login(entry("load-balancer", "public", "R1", cloud.uri().toString()));

        try (OpenStackClient client = client().build()) {
            assertThatThrownBy(() -> client.send(ListAllMembers.builder().build()))
                    .isInstanceOf(UnsupportedException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"R1, public, /r1-public", "R2, public, /r2-public", "R2, internal, /r2-internal"})
    void takesTheRegionAndInterfaceItIsTold(String region, String access, String path) {
        login(
                entry("load-balancer", "public", "R1", cloud.uri() + "/r1-public"),
                entry("load-balancer", "public", "R2", cloud.uri() + "/r2-public"),
                entry("load-balancer", "internal", "R2", cloud.uri() + "/r2-internal"));
        cloud.on("GET " + path + "/v2.0/lbaas/pools/p-1").answers(200, POOL);

        try (OpenStackClient client =
                client().region(region).catalogInterface(access).build()) {
            assertThat(client.pools().getPool("p-1").id()).isEqualTo("p-1");
        }
    }

    @Test
    void asksForARegionWhereThereAreSeveral() {
        login(
                entry("load-balancer", "public", "R1", "https://one.example"),
                entry("load-balancer", "public", "R2", "https://two.example"));

        assertRefused("the catalog has load-balancer in several regions, name one: [R1, R2]");
    }

    @Test
    void asksForAnEndpointWhereARegionHasSeveral() {
        login(
                entry("load-balancer", "public", "R1", "https://one.example"),
                entry("load-balancer", "public", "R1", "https://two.example"));

        assertRefused("several of load-balancer in region R1", "[https://one.example, https://two.example]");
    }

    @Test
    void takesOneThatIsListedTwice() {
        login(
                entry("load-balancer", "public", "R1", cloud.uri().toString()),
                entry("load-balancer", "public", "R1", cloud.uri().toString()));
        cloud.on("GET /v2.0/lbaas/pools/p-1").answers(200, POOL);

        try (OpenStackClient client = client().build()) {
            assertThat(client.pools().getPool("p-1").id()).isEqualTo("p-1");
        }
    }

    @Test
    void saysWhatIsInACatalogWithoutLoadBalancers() {
        login(
                entry("compute", "public", "R1", "https://nova.example"),
                entry("load-balancer", "internal", "R1", "https://octavia.example"));

        assertRefused(
                "the catalog has no load-balancer or elb with interface public",
                "[compute (public, R1), load-balancer (internal, R1)]",
                "endpoint(");
    }

    @Test
    void refusesAPublicAddressWithoutEncryption() {
        login(entry("load-balancer", "public", "R1", "http://octavia.example"));

        assertRefused("http://octavia.example", "plainHttp(true)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://octavia.example", "http://192.0.2.1:9876", "http://127.0.0.1.example"})
    void refusesAGivenAddressWithoutEncryption(String address) {
        OpenStackClient.Builder given = OpenStackClient.builder().credentials(OpenStackCredentials.token("t"));

        assertThatThrownBy(() -> given.endpoint(URI.create(address)).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plainHttp(true)");
        assertThatThrownBy(() -> OpenStackClient.builder()
                        .credentials(OpenStackCredentials.password("d", "u", "p", "p"))
                        .authUrl(URI.create(address))
                        .build())
                .isInstanceOf(InvalidInputException.class);
        given.plainHttp(true).build().close();
    }

    @Test
    void prefersAGivenAddressToTheCatalog() {
        login(entry("load-balancer", "public", "R1", "https://octavia.example"));
        cloud.on("GET /mine/v2.0/lbaas/pools/p-1").answers(200, POOL);

        try (OpenStackClient client =
                client().endpoint(URI.create(cloud.uri() + "/mine/v2.0/")).build()) {
            assertThat(client.pools().getPool("p-1").id()).isEqualTo("p-1");
        }
    }

    @Test
    void knowsOpenTelekomCloudByItsAddress() {
        try (OpenStackClient otc = OpenStackClient.builder()
                .credentials(OpenStackCredentials.token("t"))
                .endpoint(URI.create("https://elb.eu-de.otc.t-systems.com"))
                .build()) {
            otc.check(ListAllMembers.builder().build());
        }
    }

    private static void assertRefused(String... words) {
        try (OpenStackClient client = client().build()) {
            assertThatThrownBy(() -> client.pools().getPool("p-1"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll(words);
        }
    }

    private static OpenStackClient.Builder client() {
        return OpenStackClient.builder()
                .authUrl(cloud.uri())
                .credentials(OpenStackCredentials.password("Default", "demo", "secret", "demo"))
                .time(Clients.time());
    }

    private static void login(String... entries) {
        cloud.on("POST /v3/auth/tokens")
                .answers(
                        201,
                        "application/json",
                        "{\"token\": {\"expires_at\": \"2026-11-22T05:45:59.000000Z\", \"catalog\": ["
                                + String.join(",", entries) + "]}}",
                        "X-Subject-Token",
                        "token-1");
    }

    private static String entry(String type, String access, String region, String url) {
        return "{\"type\": \"" + type + "\", \"endpoints\": [{\"interface\": \"" + access + "\", \"region_id\": \""
                + region + "\", \"region\": \"" + region + "\", \"url\": \"" + url + "\"}]}";
    }
}
