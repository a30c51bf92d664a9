package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.OpenStackCredentials;
import io.github.cloudlb.openstack.version.ApiVersion;
import io.github.cloudlb.openstack.version.VersionStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

@Tag("live")
class VersionLiveTest {
    @Observed(in = Area.HTTP, value = "The list of versions needs no token")
    @Test
    void listsTheVersionsWithoutAToken() {
        URI endpoint = URI.create(
                Environment.optional("OCTAVIA_ENDPOINT", "where load balancers are, to ask there without logging in"));
        Wiretap wiretap = new Wiretap();
        try (OpenStackClient nobody = OpenStackClient.builder()
                .endpoint(endpoint)
                .credentials(OpenStackCredentials.token("nobody-looks-at-it"))
                .httpClient(wiretap.client())
                .build()) {
            List<ApiVersion> versions = nobody.versions().listVersions().toList();

            assertThat(versions).extracting(ApiVersion::id).contains("v2.0", "v2.9", "v2.10", "v2.26");
            assertThat(versions).allSatisfy(version -> {
                assertThat(version.updated()).isPresent();
                assertThat(version.links()).isNotEmpty();
                assertThat(version.unlisted()).isEmpty();
            });
            assertThat(versions)
                    .filteredOn(version -> version.status()
                            .filter(VersionStatus.CURRENT::equals)
                            .isPresent())
                    .containsExactly(nobody.versions().newestVersion().orElseThrow());
            assertThat(wiretap.seen()).extracting(Wiretap.Exchange::path).containsOnly("/");
        }
    }

    @Test
    void aUserFindsTheEndpointInTheCatalog() {
        try (OpenStackClient client = OpenStackClient.builder().build()) {
            assertThat(client.versions().newestVersion()).isPresent();
        }
    }
}
