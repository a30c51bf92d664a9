package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.provider.Capability;
import io.github.cloudlb.openstack.provider.Provider;
import io.github.cloudlb.openstack.provider.Providers;
import io.github.cloudlb.openstack.provider.ShowProviderFlavorCapabilities;
import org.junit.jupiter.api.Test;

class ProviderLiveTest extends AdminTest {
    private final Providers providers = admin.providers();

    @Test
    void listsProvidersAndWhatCanBeSetWithThem() {
        assertThat(providers.listProviders()).extracting(Provider::name).contains("amphora");
        assertThat(providers.listFlavorCapabilities("amphora"))
                .extracting(Capability::name)
                .contains("loadbalancer_topology");
        assertThat(providers.listFlavorCapabilities(ShowProviderFlavorCapabilities.builder()
                        .provider("amphora")
                        .name("compute_flavor")
                        .build()))
                .extracting(Capability::name)
                .containsExactly("compute_flavor");
        assertThat(providers.listAvailabilityZoneCapabilities("amphora"))
                .extracting(Capability::name)
                .contains("compute_zone");
    }

    @Observed(in = Area.REFUSED, value = "What a provider cannot do is 400 or 501, and stays so")
    @Test
    void aProviderThatIsNotEnabledIsUnsupported() {
        assertThatThrownBy(() -> providers.listFlavorCapabilities("nobody").toList())
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("Provider 'nobody' is not enabled");
        assertThatThrownBy(() ->
                        providers.listAvailabilityZoneCapabilities("nobody").toList())
                .isInstanceOf(UnsupportedException.class);
    }

    @Test
    void usersSeeProvidersButNotWhatTheyCan() {
        try (OpenStackClient user = OpenStackClient.builder().build()) {
            assertThat(user.providers().listProviders())
                    .extracting(Provider::name)
                    .contains("amphora");
            assertThatThrownBy(() ->
                            user.providers().listFlavorCapabilities("amphora").toList())
                    .isInstanceOf(AccessDeniedException.class);
        }
    }
}
