package io.github.cloudlb.openstack.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Instant;
import java.util.List;

class VersionOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String VERSIONS = """
            {"versions": [
              {"id": "v2.6", "status": "SUPPORTED", "updated": "2019-01-25T00:00:00Z", "links": [
                {"href": "http://127.0.0.1:19876/v2", "rel": "self"}]},
              {"id": "v2.10", "status": "CURRENT", "updated": "2018-01-25T12:00:00Z", "links": []},
              {"id": "v2.9", "status": "SUPPORTED", "updated": "2019-03-04T00:00:00Z", "links": []}]}""";

    @Observed(in = Area.HTTP, value = "The list of versions needs no token")
    @Test
    @Pins(value = "version.list", in = "octavia")
    void listsTheVersionsOfOctaviaWithoutAToken() {
        cloud.on("GET /").answers(200, VERSIONS);

        List<ApiVersion> listed = octavia.versions().listVersions().toList();

        RecordedRequest request = cloud.requests().get(0);
        assertThat(Clients.line(request)).isEqualTo("GET /");
        assertThat(request.header("X-Auth-Token")).isEmpty();
        assertThat(listed).extracting(ApiVersion::id).containsExactly("v2.6", "v2.10", "v2.9");
        assertThat(listed.get(0).status()).hasValue(VersionStatus.SUPPORTED);
        assertThat(listed.get(0).updated()).hasValue(Instant.parse("2019-01-25T00:00:00Z"));
        assertThat(listed.get(0).links()).singleElement().satisfies(link -> {
            assertThat(link.href()).hasValue("http://127.0.0.1:19876/v2");
            assertThat(link.rel()).hasValue("self");
        });
        assertThat(listed.get(0).unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "version.list", in = "otc")
    void listsTheVersionsOfOpenTelekomCloudWithAToken() {
        cloud.on("GET /").answers(200, "{\"versions\": [{\"id\": \"v2.0\", \"status\": \"CURRENT\", \"links\": []}]}");

        List<ApiVersion> listed = otc.versions().listVersions().toList();

        RecordedRequest request = cloud.requests().get(0);
        assertThat(Clients.line(request)).isEqualTo("GET /");
        assertThat(request.header("X-Auth-Token")).hasValue("given-token");
        assertThat(listed).singleElement().satisfies(version -> {
            assertThat(version.status()).hasValue(VersionStatus.CURRENT);
            assertThat(version.updated()).isEmpty();
        });
    }

    @Observed(in = Area.HTTP, value = "27 versions have one URL: v2.x only says what there is")
    @Test
    void theNewestIsTheOneOfTheGreatestNumberNotOfTheLatestDateOrText() {
        cloud.on("GET /").answers(200, VERSIONS).then(200, VERSIONS);

        assertThat(octavia.versions().newestVersion().orElseThrow().id()).isEqualTo("v2.10");
        assertThat(octavia.versions().listVersions().sorted(Versions.BY_NUMBER))
                .extracting(ApiVersion::id)
                .containsExactly("v2.6", "v2.9", "v2.10");
    }

    @Test
    void whatHasNoNumberComesBeforeAllOthers() {
        List<ApiVersion> some = List.of(version("v3"), version("v2.1"), version("nightly"), version("v2"));

        assertThat(some.stream().sorted(Versions.BY_NUMBER))
                .extracting(ApiVersion::id)
                .containsExactly("nightly", "v2", "v2.1", "v3");
    }

    @Test
    void noVersionIsNewestWhereThereAreNone() {
        cloud.on("GET /").answers(200, "{\"versions\": []}");

        assertThat(octavia.versions().newestVersion()).isEmpty();
    }

    @Test
    void theListIsAtTheEndpointEvenIfThatHasAPath() {
        cloud.on("GET /load-balancer").answers(200, VERSIONS);
        URI endpoint = cloud.uri().resolve("/load-balancer/v2.0");

        try (OpenStackClient client = Clients.of(cloud).endpoint(endpoint).build()) {
            assertThat(client.versions().listVersions()).hasSize(3);
        }
    }

    private static ApiVersion version(String id) {
        return ApiVersion.builder().id(id).build();
    }
}
