package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.flavor.CreateFlavor;
import io.github.cloudlb.openstack.flavor.Flavor;
import io.github.cloudlb.openstack.flavor.FlavorProfile;
import io.github.cloudlb.openstack.flavor.Flavors;
import io.github.cloudlb.openstack.flavor.ListFlavorProfiles;
import io.github.cloudlb.openstack.flavor.ListFlavors;
import io.github.cloudlb.openstack.flavor.UpdateFlavor;
import io.github.cloudlb.openstack.flavor.UpdateFlavorProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class FlavorLiveTest extends AdminTest {
    private static final String DATA = "{\"loadbalancer_topology\": \"SINGLE\"}";

    private final Flavors flavors = admin.flavors();
    private final List<String> made = new ArrayList<>();
    private String profileId = "";

    @BeforeEach
    void makeAProfile() {
        profileId = flavors.createFlavorProfile(name, "amphora", DATA).id();
    }

    @AfterEach
    void leaveNothingBehind() {
        made.forEach(flavors::deleteFlavor);
        made.clear();
        flavors.deleteFlavorProfile(profileId);
    }

    @Test
    void createsChangesAndDeletesAFlavor() {
        Flavor flavor = flavors.createFlavor(CreateFlavor.builder()
                .name(name)
                .description("to be changed")
                .flavorProfileId(profileId)
                .build());
        assertThat(flavors.getFlavor(flavor.id())).isEqualTo(flavor);
        assertThat(flavor.enabled()).hasValue(true);
        assertThat(flavor.flavorProfileId()).hasValue(profileId);
        assertThat(flavor.unlisted()).isEmpty();

        Flavor off = flavors.updateFlavor(UpdateFlavor.builder()
                .flavorId(flavor.id())
                .name(name + "-b")
                .enabled(false)
                .build());
        assertThat(off.enabled()).hasValue(false);
        assertThat(off.description()).hasValue("to be changed");
        assertThat(flavors.updateFlavor(UpdateFlavor.builder()
                                .flavorId(flavor.id())
                                .clearDescription()
                                .build())
                        .description())
                .hasValue("");
        assertThat(flavors.getFlavor(flavor.id()).enabled()).hasValue(false);
        assertThat(flavors.listFlavors(
                        ListFlavors.builder().enabled(false).name(name + "-b").build()))
                .extracting(Flavor::id)
                .containsExactly(flavor.id());

        flavors.deleteFlavor(flavor.id());
        assertThatThrownBy(() -> flavors.getFlavor(flavor.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> flavors.deleteFlavor(flavor.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsSevenFlavorsInPagesOfTwo() {
        for (int i = 1; i <= 7; i++) {
            made.add(flavors.createFlavor(name + "-" + i, profileId).id());
        }

        List<Flavor> listed = flavors.listFlavors(ListFlavors.builder()
                        .flavorProfileId(profileId)
                        .addSort("name:desc")
                        .limit(2)
                        .build())
                .toList();

        assertThat(listed).extracting(Flavor::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).name()).hasValue(name + "-7");
    }

    @Test
    void changesAndListsProfiles() {
        flavors.updateFlavorProfile(UpdateFlavorProfile.builder()
                .flavorProfileId(profileId)
                .flavorData("{\"loadbalancer_topology\": \"ACTIVE_STANDBY\"}")
                .providerName("octavia")
                .build());

        FlavorProfile changed = flavors.getFlavorProfile(profileId);
        assertThat(changed.flavorData()).hasValue("{\"loadbalancer_topology\": \"ACTIVE_STANDBY\"}");
        assertThat(changed.providerName()).hasValue("octavia");
        assertThat(changed.name()).hasValue(name);
        assertThat(changed.unlisted()).isEmpty();
        assertThat(flavors.listFlavorProfiles(
                        ListFlavorProfiles.builder().name(name).limit(1).build()))
                .containsExactly(changed);
    }

    @Test
    void aProfileThatAFlavorHasCanOnlyBeRenamed() {
        made.add(flavors.createFlavor(name, profileId).id());

        assertThat(flavors.updateFlavorProfile(UpdateFlavorProfile.builder()
                                .flavorProfileId(profileId)
                                .name(name + "-b")
                                .build())
                        .name())
                .hasValue(name + "-b");
        assertThatThrownBy(() -> flavors.updateFlavorProfile(UpdateFlavorProfile.builder()
                        .flavorProfileId(profileId)
                        .flavorData("{}")
                        .build()))
                .isInstanceOf(InUseException.class);
        assertThatThrownBy(() -> flavors.deleteFlavorProfile(profileId)).isInstanceOf(InUseException.class);
    }

    @Test
    void saysWhatIsWrongWithAProfileOrAFlavor() {
        made.add(flavors.createFlavor(name, profileId).id());

        assertThatThrownBy(() -> flavors.createFlavor(name, profileId)).isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> flavors.createFlavorProfile(name, "amphora", "no json"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is not a valid option for flavor_data");
        assertThatThrownBy(() -> flavors.createFlavorProfile(name, "amphora", "{\"nonsense\": 1}"))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("does not support a requested option");
        assertThatThrownBy(() -> flavors.createFlavorProfile(name, "nobody", "{}"))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("is not enabled");
        assertThatThrownBy(() -> flavors.getFlavorProfile(UUID.randomUUID().toString()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void usersSeeFlavorsButMakeNone() {
        made.add(flavors.createFlavor(name, profileId).id());

        try (OpenStackClient user = OpenStackClient.builder().build()) {
            assertThat(user.flavors().getFlavor(made.get(0)).name()).hasValue(name);
            assertThatThrownBy(() -> user.flavors().deleteFlavor(made.get(0)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> user.flavors().getFlavorProfile(profileId))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }
}
