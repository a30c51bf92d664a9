package io.github.cloudlb.openstack.availabilityzone;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.MalformedAnswerException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvailabilityZoneOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient octavia = Clients.octavia(cloud);

    private static final String ZONES = "GET /v2.0/lbaas/availabilityzones";
    private static final String ZONE = """
            {"availability_zone": {"name": "az1", "description": "a zone", "enabled": true,
              "availability_zone_profile_id": "zp-1"}}""";
    private static final String PROFILE = """
            {"availability_zone_profile": {"id": "zp-1", "name": "p", "provider_name": "amphora",
              "availability_zone_data": "{\\"compute_zone\\": \\"nova\\"}"}}""";

    @Observed(in = Area.LISTS, value = "availabilityzones are listed as availability_zones, with an underscore")
    @Test
    @Pins(value = "availabilityzone.list", in = "octavia")
    void listsZonesUnderAnotherNameThanTheirPath() {
        cloud.on(ZONES).answers(200, """
                {"availability_zones": [{"name": "az1", "description": "a zone", "enabled": true,
                  "availability_zone_profile_id": "zp-1"}], "availability_zones_links": []}""");

        assertThat(octavia.availabilityZones()
                        .listAvailabilityZones(ListAvailabilityZones.builder()
                                .enabled(true)
                                .profileId("zp-1")
                                .addSort("name:desc")
                                .build()))
                .extracting(AvailabilityZone::name)
                .containsExactly("az1");

        assertThat(sent(cloud)).isEqualTo(ZONES + "?enabled=true&availability_zone_profile_id=zp-1&sort=name%3Adesc");
    }

    @Observed(
            in = Area.LISTS,
            value =
                    "Zones and quotas have no ids: the link to their next page has the marker None, which leads nowhere")
    @Test
    void saysThatTheRestOfTheZonesCannotBeHad() {
        cloud.on(ZONES).answers(200, """
                {"availability_zones": [{"name": "az1"}], "availability_zones_links": [{"rel": "next",
                  "href": "http://localhost/v2.0/lbaas/availabilityzones?limit=1&marker=None"}]}""").always();

        assertThatThrownBy(() -> octavia.availabilityZones()
                        .listAvailabilityZones(ListAvailabilityZones.builder().build())
                        .toList())
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("there is more, and no way to ask for it");
    }

    @Test
    void givesAsManyZonesAsWereAskedFor() {
        cloud.on(ZONES + "?limit=1").answers(200, """
                {"availability_zones": [{"name": "az1"}], "availability_zones_links": [{"rel": "next",
                  "href": "http://localhost/v2.0/lbaas/availabilityzones?limit=1&marker=None"}]}""");

        assertThat(octavia.availabilityZones()
                        .listAvailabilityZones(
                                ListAvailabilityZones.builder().limit(1).build()))
                .hasSize(1);
    }

    @Test
    @Pins(value = "availabilityzone.create", in = "octavia")
    void createsAZone() {
        cloud.on("POST /v2.0/lbaas/availabilityzones").answers(201, ZONE);

        AvailabilityZone zone = octavia.availabilityZones().createAvailabilityZone("az1", "zp-1");

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/availabilityzones {\"availability_zone\":{\"name\":\"az1\","
                        + "\"availability_zone_profile_id\":\"zp-1\"}}");
        assertThat(zone.profileId()).hasValue("zp-1");
        assertThat(zone.enabled()).hasValue(true);
        assertThat(zone.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "availabilityzone.show", in = "octavia")
    void encodesTheNameOfAZoneInThePath() {
        cloud.on("GET /v2.0/lbaas/availabilityzones/*").answers(200, ZONE).always();

        octavia.availabilityZones().getAvailabilityZone("az1");
        octavia.availabilityZones().getAvailabilityZone("rack 7%");
        octavia.availabilityZones().getAvailabilityZone("zürich/1");

        assertThat(cloud.calls()).containsExactly(ZONES + "/az1", ZONES + "/rack%207%25", ZONES + "/z%C3%BCrich%2F1");
    }

    @Test
    @Pins(value = "availabilityzone.update", in = "octavia")
    void changesAZoneByItsName() {
        cloud.on("PUT /v2.0/lbaas/availabilityzones/az1").answers(200, ZONE);

        octavia.availabilityZones()
                .updateAvailabilityZone(UpdateAvailabilityZone.builder()
                        .name("az1")
                        .enabled(false)
                        .clearDescription()
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/availabilityzones/az1"
                        + " {\"availability_zone\":{\"enabled\":false,\"description\":null}}");
    }

    @Test
    @Pins(value = "availabilityzone.delete", in = "octavia")
    void deletesAZone() {
        cloud.on("DELETE /v2.0/lbaas/availabilityzones/az1").answers(204);

        octavia.availabilityZones().deleteAvailabilityZone("az1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/availabilityzones/az1");
    }

    @Test
    @Pins(value = "availabilityzoneprofile.list", in = "octavia")
    void listsProfilesPageByPage() {
        cloud.on("GET /v2.0/lbaas/availabilityzoneprofiles?name=p&limit=1").answers(200, """
                {"availability_zone_profiles": [{"id": "zp-1"}], "availability_zone_profile_links": [{"rel": "next",
                  "href": "http://localhost/v2.0/lbaas/availabilityzoneprofiles?limit=1&marker=zp-1"}]}""");
        cloud.on("GET /v2.0/lbaas/availabilityzoneprofiles?name=p&limit=1&marker=zp-1")
                .answers(200, """
                {"availability_zone_profiles": [{"id": "zp-2"}], "availability_zone_profile_links": []}""");

        assertThat(octavia.availabilityZones()
                        .listAvailabilityZoneProfiles(ListAvailabilityZoneProfiles.builder()
                                .name("p")
                                .limit(1)
                                .build()))
                .extracting(AvailabilityZoneProfile::id)
                .containsExactly("zp-1", "zp-2");
    }

    @Test
    @Pins(value = "availabilityzoneprofile.create", in = "octavia")
    void createsAProfileWhoseDataAreAText() {
        cloud.on("POST /v2.0/lbaas/availabilityzoneprofiles").answers(201, PROFILE);

        AvailabilityZoneProfile profile = octavia.availabilityZones()
                .createAvailabilityZoneProfile("p", "amphora", "{\"compute_zone\": \"nova\"}");

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/availabilityzoneprofiles {\"availability_zone_profile\":{\"name\":\"p\","
                        + "\"provider_name\":\"amphora\",\"availability_zone_data\":"
                        + "\"{\\\"compute_zone\\\": \\\"nova\\\"}\"}}");
        assertThat(profile.zoneData()).hasValue("{\"compute_zone\": \"nova\"}");
        assertThat(profile.unlisted()).isEmpty();
    }

    @Test
    @Pins(value = "availabilityzoneprofile.show", in = "octavia")
    void readsAProfile() {
        cloud.on("GET /v2.0/lbaas/availabilityzoneprofiles/zp-1").answers(200, PROFILE);

        assertThat(octavia.availabilityZones()
                        .getAvailabilityZoneProfile("zp-1")
                        .name())
                .hasValue("p");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/availabilityzoneprofiles/zp-1");
    }

    @Test
    @Pins(value = "availabilityzoneprofile.update", in = "octavia")
    void changesAProfile() {
        cloud.on("PUT /v2.0/lbaas/availabilityzoneprofiles/zp-1").answers(200, PROFILE);

        octavia.availabilityZones()
                .updateAvailabilityZoneProfile(UpdateAvailabilityZoneProfile.builder()
                        .profileId("zp-1")
                        .name("q")
                        .providerName("octavia")
                        .zoneData("{}")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("PUT /v2.0/lbaas/availabilityzoneprofiles/zp-1 {\"availability_zone_profile\":{"
                        + "\"name\":\"q\",\"provider_name\":\"octavia\",\"availability_zone_data\":\"{}\"}}");
    }

    @Test
    @Pins(value = "availabilityzoneprofile.delete", in = "octavia")
    void deletesAProfile() {
        cloud.on("DELETE /v2.0/lbaas/availabilityzoneprofiles/zp-1").answers(204);

        octavia.availabilityZones().deleteAvailabilityZoneProfile("zp-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/availabilityzoneprofiles/zp-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../pools/p-1", "a/..", "a\\..\\b", "a/./b"})
    void refusesANameThatCouldReachAnotherPath(String name) {
        assertThatThrownBy(() -> octavia.availabilityZones().deleteAvailabilityZone(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("availability_zone_name: ");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongOrNotThere() {
        assertThatThrownBy(() -> octavia.availabilityZones().createAvailabilityZone("x".repeat(256), "zp-1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a text of 0 to 255 characters is");
        try (OpenStackClient otc = Clients.otc(cloud)) {
            assertThatThrownBy(() -> otc.availabilityZones().getAvailabilityZone("az1"))
                    .isInstanceOf(UnsupportedException.class);
        }
        assertThat(cloud.calls()).isEmpty();
    }
}
