package io.github.cloudlb.openstack.flavor;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InUseException;
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

class FlavorOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String FLAVOR = """
            {"flavor": {"id": "f-1", "name": "single", "description": "one amphora", "enabled": true,
              "flavor_profile_id": "fp-1"}}""";
    private static final String PROFILE = """
            {"flavorprofile": {"id": "fp-1", "name": "single", "provider_name": "amphora",
              "flavor_data": "{\\"loadbalancer_topology\\": \\"SINGLE\\"}"}}""";
    private static final String DATA = "{\"loadbalancer_topology\": \"SINGLE\"}";

    @Test
    @Pins(value = "flavor.list", in = "octavia")
    void listsFlavorsPageByPage() {
        cloud.on("GET /v2.0/lbaas/flavors?enabled=true&limit=1&sort=name%3Aasc").answers(200, """
                {"flavors": [{"id": "f-1", "name": "a"}], "flavors_links": [{"rel": "next", "href":
                  "http://localhost/v2.0/lbaas/flavors?limit=1&marker=f-1"}]}""");
        cloud.on("GET /v2.0/lbaas/flavors?enabled=true&limit=1&marker=f-1&sort=name%3Aasc")
                .answers(200, "{\"flavors\": [{\"id\": \"f-2\", \"name\": \"b\"}], \"flavors_links\": []}");

        assertThat(octavia.flavors()
                        .listFlavors(ListFlavors.builder()
                                .enabled(true)
                                .limit(1)
                                .addSort("name:asc")
                                .build()))
                .extracting(Flavor::id)
                .containsExactly("f-1", "f-2");

        assertThat(cloud.calls()).hasSize(2);
    }

    @Test
    @Pins(value = "flavor.create", in = "octavia")
    void createsAFlavor() {
        cloud.on("POST /v2.0/lbaas/flavors").answers(201, FLAVOR);

        Flavor flavor = octavia.flavors()
                .createFlavor(CreateFlavor.builder()
                        .name("single")
                        .flavorProfileId("fp-1")
                        .enabled(false)
                        .description("")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/flavors {\"flavor\":{\"name\":\"single\",\"description\":\"\","
                        + "\"enabled\":false,\"flavor_profile_id\":\"fp-1\"}}");
        assertThat(flavor.id()).isEqualTo("f-1");
        assertThat(flavor.enabled()).hasValue(true);
        assertThat(flavor.flavorProfileId()).hasValue("fp-1");
        assertThat(flavor.unlisted()).isEmpty();
    }

    @Test
    void writesNothingThatIsNotGiven() {
        cloud.on("POST /v2.0/lbaas/flavors").answers(201, FLAVOR);

        octavia.flavors().createFlavor("single", "fp-1");

        assertThat(sent(cloud)).endsWith(" {\"flavor\":{\"name\":\"single\",\"flavor_profile_id\":\"fp-1\"}}");
    }

    @Test
    @Pins(value = "flavor.show", in = "octavia")
    void readsAFlavor() {
        cloud.on("GET /v2.0/lbaas/flavors/f-1").answers(200, FLAVOR);

        assertThat(octavia.flavors().getFlavor("f-1").name()).hasValue("single");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/flavors/f-1");
    }

    @Test
    @Pins(value = "flavor.update", in = "octavia")
    void changesAFlavorAndClearsItsDescription() {
        cloud.on("PUT /v2.0/lbaas/flavors/f-1").answers(200, FLAVOR);

        octavia.flavors()
                .updateFlavor(UpdateFlavor.builder()
                        .flavorId("f-1")
                        .enabled(false)
                        .clearDescription()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/flavors/f-1 {\"flavor\":{\"enabled\":false,\"description\":null}}");
    }

    @Test
    @Pins(value = "flavor.delete", in = "octavia")
    void deletesAFlavor() {
        cloud.on("DELETE /v2.0/lbaas/flavors/f-1").answers(204);

        octavia.flavors().deleteFlavor("f-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/flavors/f-1");
    }

    @Observed(in = Area.LISTS, value = "The links of a list may have another name than the list")
    @Test
    @Pins(value = "flavorprofile.list", in = "octavia")
    void listsProfilesWhoseLinksHaveANameOfTheirOwn() {
        cloud.on("GET /v2.0/lbaas/flavorprofiles?provider_name=amphora&limit=1").answers(200, """
                {"flavorprofiles": [{"id": "fp-1"}], "flavorprofile_links": [{"rel": "next", "href": "http://localhost/"}]}""");
        cloud.on("GET /v2.0/lbaas/flavorprofiles?provider_name=amphora&limit=1&marker=fp-1")
                .answers(200, "{\"flavorprofiles\": [], \"flavorprofile_links\": []}");

        assertThat(octavia.flavors()
                        .listFlavorProfiles(ListFlavorProfiles.builder()
                                .providerName("amphora")
                                .limit(1)
                                .build()))
                .extracting(FlavorProfile::id)
                .containsExactly("fp-1");

        assertThat(cloud.calls()).hasSize(2);
    }

    @Test
    @Pins(value = "flavorprofile.create", in = "octavia")
    void createsAProfileWhoseDataAreAText() {
        cloud.on("POST /v2.0/lbaas/flavorprofiles").answers(201, PROFILE);

        FlavorProfile profile = octavia.flavors().createFlavorProfile("single", "amphora", DATA);

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/flavorprofiles {\"flavorprofile\":{\"name\":\"single\","
                        + "\"provider_name\":\"amphora\",\"flavor_data\":"
                        + "\"{\\\"loadbalancer_topology\\\": \\\"SINGLE\\\"}\"}}");
        assertThat(profile.flavorData()).hasValue(DATA);
        assertThat(profile.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "flavorprofile.show", in = "octavia")
    void readsAProfile() {
        cloud.on("GET /v2.0/lbaas/flavorprofiles/fp-1").answers(200, PROFILE);

        assertThat(octavia.flavors().getFlavorProfile("fp-1").providerName()).hasValue("amphora");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/flavorprofiles/fp-1");
    }

    @Test
    @Pins(value = "flavorprofile.update", in = "octavia")
    void renamesAProfile() {
        cloud.on("PUT /v2.0/lbaas/flavorprofiles/fp-1").answers(200, PROFILE);

        octavia.flavors()
                .updateFlavorProfile(UpdateFlavorProfile.builder()
                        .flavorProfileId("fp-1")
                        .name("other")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/flavorprofiles/fp-1 {\"flavorprofile\":{\"name\":\"other\"}}");
    }

    @Test
    @Pins(value = "flavorprofile.delete", in = "octavia")
    void deletesAProfile() {
        cloud.on("DELETE /v2.0/lbaas/flavorprofiles/fp-1").answers(204);

        octavia.flavors().deleteFlavorProfile("fp-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/flavorprofiles/fp-1");
    }

    @Test
    void aProfileThatAFlavorHasIsInUse() {
        cloud.on("DELETE /v2.0/lbaas/flavorprofiles/fp-1").answers(409, """
                {"faultcode": "Client", "faultstring": "Flavor profile fp-1 is in use and cannot be modified.",
                  "debuginfo": null}""");

        assertThatThrownBy(() -> octavia.flavors().deleteFlavorProfile("fp-1")).isInstanceOf(InUseException.class);
    }

    @Test
    void refusesWhatOctaviaWouldRefuse() {
        assertThatThrownBy(() -> octavia.flavors().createFlavor("", "fp-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("name: \"\" is not allowed, but a text that is not empty is");
        assertThatThrownBy(() -> octavia.flavors().createFlavor("x".repeat(256), "fp-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a text of 0 to 255 characters is");
        assertThatThrownBy(() -> octavia.flavors().createFlavorProfile("a", "amphora", "x".repeat(4097)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("flavor_data: ", "4096");
        assertThatThrownBy(() -> octavia.flavors()
                        .updateFlavor(UpdateFlavor.builder()
                                .flavorId("f-1")
                                .addCleared("name")
                                .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cleared: \"name\"");
        assertThatThrownBy(() -> octavia.flavors().getFlavor("../pools"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("flavor_id");
        try (OpenStackClient otc = Clients.otc(cloud)) {
            assertThatThrownBy(() -> otc.flavors().getFlavor("f-1"))
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("only in octavia");
        }
        assertThat(cloud.calls()).isEmpty();
    }
}
