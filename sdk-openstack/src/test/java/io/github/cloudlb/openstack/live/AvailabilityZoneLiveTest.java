package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.availabilityzone.AvailabilityZone;
import io.github.cloudlb.openstack.availabilityzone.AvailabilityZoneProfile;
import io.github.cloudlb.openstack.availabilityzone.AvailabilityZones;
import io.github.cloudlb.openstack.availabilityzone.CreateAvailabilityZone;
import io.github.cloudlb.openstack.availabilityzone.ListAvailabilityZoneProfiles;
import io.github.cloudlb.openstack.availabilityzone.ListAvailabilityZones;
import io.github.cloudlb.openstack.availabilityzone.UpdateAvailabilityZone;
import io.github.cloudlb.openstack.availabilityzone.UpdateAvailabilityZoneProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AvailabilityZoneLiveTest extends AdminTest {
    private static final String DATA = "{\"compute_zone\": \"nova\"}";

    private final AvailabilityZones zones = admin.availabilityZones();
    private final List<String> profiles = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private String profileId = "";

    @BeforeEach
    void makeAProfile() {
        profileId = zones.createAvailabilityZoneProfile(name, "amphora", DATA).id();
        profiles.add(profileId);
    }

    @AfterEach
    void leaveNothingBehind() {
        made.forEach(zones::deleteAvailabilityZone);
        made.clear();
        profiles.forEach(zones::deleteAvailabilityZoneProfile);
        profiles.clear();
    }

    @Test
    void createsChangesAndDeletesAZoneByItsName() {
        AvailabilityZone zone = zones.createAvailabilityZone(CreateAvailabilityZone.builder()
                .name(name)
                .description("to be changed")
                .profileId(profileId)
                .build());
        assertThat(zones.getAvailabilityZone(name)).isEqualTo(zone);
        assertThat(zone.unlisted()).isEmpty();

        AvailabilityZone off = zones.updateAvailabilityZone(
                UpdateAvailabilityZone.builder().name(name).enabled(false).build());
        assertThat(off.enabled()).hasValue(false);
        assertThat(off.description()).hasValue("to be changed");
        assertThat(zones.updateAvailabilityZone(UpdateAvailabilityZone.builder()
                                .name(name)
                                .clearDescription()
                                .build())
                        .description())
                .hasValue("");
        assertThat(zones.listAvailabilityZones(ListAvailabilityZones.builder()
                        .profileId(profileId)
                        .enabled(false)
                        .build()))
                .extracting(AvailabilityZone::name)
                .containsExactly(name);

        zones.deleteAvailabilityZone(name);
        assertThatThrownBy(() -> zones.getAvailabilityZone(name)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void findsAZoneWhateverItsNameButNotWithASlash() {
        for (String odd : List.of(name + " 1 %", name + "-ä", name + "?a#b")) {
            made.add(zones.createAvailabilityZone(odd, profileId).name());
            assertThat(zones.getAvailabilityZone(odd).name()).isEqualTo(odd);
        }

        assertThatThrownBy(() -> zones.getAvailabilityZone(name + "/1"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Availability Zone " + name + " not found.");
    }

    @Test
    void listsSevenZonesAtOnce() {
        for (int i = 1; i <= 7; i++) {
            made.add(zones.createAvailabilityZone(name + "-" + i, profileId).name());
        }

        assertThat(zones.listAvailabilityZones(ListAvailabilityZones.builder()
                        .profileId(profileId)
                        .addSort("name:desc")
                        .build()))
                .extracting(AvailabilityZone::name)
                .hasSize(7)
                .containsExactlyInAnyOrderElementsOf(made)
                .startsWith(name + "-7");
    }

    @Test
    void listsSevenProfilesInPagesOfTwo() {
        for (int i = 2; i <= 7; i++) {
            profiles.add(
                    zones.createAvailabilityZoneProfile(name, "amphora", DATA).id());
        }

        assertThat(zones.listAvailabilityZoneProfiles(ListAvailabilityZoneProfiles.builder()
                        .name(name)
                        .limit(2)
                        .build()))
                .extracting(AvailabilityZoneProfile::id)
                .hasSize(7)
                .containsExactlyInAnyOrderElementsOf(profiles);
    }

    @Test
    void aProfileThatAZoneHasCanOnlyBeRenamed() {
        made.add(zones.createAvailabilityZone(name, profileId).name());

        assertThat(zones.updateAvailabilityZoneProfile(UpdateAvailabilityZoneProfile.builder()
                                .profileId(profileId)
                                .name(name + "-b")
                                .build())
                        .name())
                .hasValue(name + "-b");
        assertThat(zones.getAvailabilityZoneProfile(profileId).zoneData()).hasValue(DATA);
        assertThatThrownBy(() -> zones.updateAvailabilityZoneProfile(UpdateAvailabilityZoneProfile.builder()
                        .profileId(profileId)
                        .zoneData("{}")
                        .build()))
                .isInstanceOf(InUseException.class);
        assertThatThrownBy(() -> zones.deleteAvailabilityZoneProfile(profileId)).isInstanceOf(InUseException.class);
        assertThatThrownBy(() -> zones.createAvailabilityZone(name, profileId))
                .isInstanceOf(AlreadyExistsException.class);
    }
}
