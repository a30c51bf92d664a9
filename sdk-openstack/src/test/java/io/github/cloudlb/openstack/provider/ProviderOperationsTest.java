package io.github.cloudlb.openstack.provider;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProviderOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    @Observed(in = Area.LISTS, value = "Some lists have no links")
    @Test
    @Pins(value = "provider.list", in = "octavia")
    void listsProvidersWhichHaveNoPages() {
        cloud.on("GET /v2.0/lbaas/providers").answers(200, """
                {"providers": [{"name": "amphora", "description": "The Octavia Amphora driver."},
                  {"name": "octavia", "description": "Deprecated alias of the Octavia Amphora driver."}]}""");

        assertThat(octavia.providers().listProviders())
                .extracting(Provider::name)
                .containsExactly("amphora", "octavia");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/providers");
    }

    @Test
    @Pins(value = "provider.flavor_capabilities", in = "octavia")
    void listsWhatFlavorsCanSet() {
        cloud.on("GET /v2.0/lbaas/providers/amphora/flavor_capabilities").answers(200, """
                {"flavor_capabilities": [{"name": "compute_flavor", "description": "The compute driver flavor ID."}]}""");

        assertThat(octavia.providers()
                        .listFlavorCapabilities(ShowProviderFlavorCapabilities.builder()
                                .provider("amphora")
                                .name("compute_flavor")
                                .build()))
                .singleElement()
                .satisfies(capability -> {
                    assertThat(capability.name()).isEqualTo("compute_flavor");
                    assertThat(capability.description()).hasValue("The compute driver flavor ID.");
                    assertThat(capability.unlisted()).isEmpty();
                });

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/providers/amphora/flavor_capabilities?name=compute_flavor");
    }

    @Test
    @Pins(value = "provider.availability_zone_capabilities", in = "octavia")
    void listsWhatZonesCanSet() {
        cloud.on("GET /v2.0/lbaas/providers/amphora/availability_zone_capabilities")
                .answers(200, "{\"availability_zone_capabilities\": [{\"name\": \"compute_zone\"}]}");

        assertThat(octavia.providers().listAvailabilityZoneCapabilities("amphora"))
                .extracting(Capability::name)
                .containsExactly("compute_zone");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/providers/amphora/availability_zone_capabilities");
    }

    @Observed(in = Area.REFUSED, value = "What a provider cannot do is 400 or 501, and stays so")
    @Test
    void aProviderWithoutFlavorsIsUnsupported() {
        cloud.on("GET /v2.0/lbaas/providers/other/flavor_capabilities").answers(501, """
                {"faultcode": "Server", "faultstring": "Provider 'other' does not support a requested action: none",
                  "debuginfo": null}""");

        assertThatThrownBy(() ->
                        octavia.providers().listFlavorCapabilities("other").toList())
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("501 Provider 'other' does not support");
    }

    @Test
    void openTelekomCloudTellsNoProviders() {
        try (OpenStackClient otc = Clients.otc(cloud)) {
            assertThatThrownBy(() -> otc.providers().listProviders().toList())
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("ListProviders does not exist in the dialect otc");
            assertThatThrownBy(
                            () -> otc.providers().listFlavorCapabilities("a/b").toList())
                    .isInstanceOf(UnsupportedException.class);
        }
        assertThatThrownBy(
                        () -> octavia.providers().listFlavorCapabilities("a/b").toList())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("provider: \"a/b\"");
        assertThat(cloud.calls()).isEmpty();
    }
}
