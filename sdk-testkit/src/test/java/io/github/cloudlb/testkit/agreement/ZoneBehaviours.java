package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Area("Availability zones")
abstract class ZoneBehaviours extends SettingBehaviours {
    ZoneBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aProfileIsMade() {
        Said said = profile("'name':'" + newName() + "','provider_name':'amphora','availability_zone_data':'{}'");
        made("/availabilityzoneprofiles/" + said.id());

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.one()))
                .isEqualTo("{availability_zone_data: text, id: uuid, name: text, provider_name: text}");
        assertThat(admin.get("/availabilityzoneprofiles/" + said.id()).json()).isEqualTo(said.json());
    }

    @Test
    void aZoneIsMadeAndIsKnownByItsName() {
        String name = newName();
        Said said = admin.post("/availabilityzones", zone(name, newProfile()));
        made("/availabilityzones/" + name);

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.one()))
                .isEqualTo("{availability_zone_profile_id: uuid, description: text, enabled: flag, name: text}");
        assertThat(admin.get("/availabilityzones/" + name).json()).isEqualTo(said.json());
        assertThat(admin.get("/availabilityzones?name=" + name).one().get(0)).isEqualTo(said.one());
    }

    @Test
    void aZoneIsChangedButForItsName() {
        String name = newZone();

        assertThat(admin.put(
                                "/availabilityzones/" + name,
                                "{'availability_zone':{'description':'other','enabled':false}}")
                        .told())
                .isEqualTo("200");
        assertThat(admin.get("/availabilityzones/" + name).get("description")).isEqualTo("other");
        assertThat(admin.put("/availabilityzones/" + name, "{'availability_zone':{'name':'other'}}")
                        .told())
                .isEqualTo("400 Unknown attribute for argument availability_zone_.availability_zone: name");
    }

    @Test
    void aNameIsTakenOnce() {
        String name = newZone();

        assertThat(admin.post("/availabilityzones", zone(name, newProfile())).told())
                .isEqualTo("409 A availability zone of " + name + " already exists.");
    }

    @Test
    void aProfileThatIsUsedCanOnlyBeRenamed() {
        String profile = newProfile();
        String name = newName();
        admin.post("/availabilityzones", zone(name, profile));
        made("/availabilityzones/" + name);
        String inUse = "409 Availability Zone Profile " + profile + " is in use and cannot be modified.";
        String path = "/availabilityzoneprofiles/" + profile;

        assertThat(admin.put(path, "{'availability_zone_profile':{'name':'other'}}")
                        .told())
                .isEqualTo("200");
        assertThat(admin.put(path, "{'availability_zone_profile':{'availability_zone_data':'{}'}}")
                        .told())
                .isEqualTo(inUse);
        assertThat(admin.delete(path).told()).isEqualTo(inUse);
    }

    @Test
    void nullForBeingEnabledBreaksTheServer() {
        assertThat(admin.put("/availabilityzones/" + newZone(), "{'availability_zone':{'enabled':null}}")
                        .told())
                .startsWith("500 (pymysql.err.IntegrityError) (1048, \"Column 'enabled' cannot be null\")");
    }

    @Test
    void whatIsDeletedIsGone() {
        String name = newZone();

        assertThat(admin.delete("/availabilityzones/" + name).told()).isEqualTo("204");
        assertThat(admin.get("/availabilityzones/" + name).told())
                .isEqualTo("404 Availability Zone " + name + " not found.");
        assertThat(admin.delete("/availabilityzones/" + name).told())
                .isEqualTo("404 Availability Zone " + name + " not found.");
    }

    @Test
    void dataThatIsNoJsonIsRefused() {
        assertThat(profile("'name':'a','provider_name':'amphora','availability_zone_data':'no json'")
                        .told())
                .isEqualTo("400 no json is not a valid option for availability_zone_data");
    }

    @Test
    void optionsThatTheProviderDoesNotKnowAreRefused() {
        assertThat(profile("'name':'a','provider_name':'amphora','availability_zone_data':'{\\\"nonsense\\\":1}'")
                        .told())
                .startsWith("501 Provider 'amphora' does not support a requested option: ");
    }

    private Said profile(String fields) {
        return admin.post("/availabilityzoneprofiles", "{'availability_zone_profile':{" + fields + "}}");
    }

    private String newProfile() {
        return make(
                "/availabilityzoneprofiles",
                "{'availability_zone_profile':{'name':'%s','provider_name':'amphora','availability_zone_data':'{}'}}"
                        .formatted(newName()));
    }

    private String newZone() {
        String name = newName();
        admin.post("/availabilityzones", zone(name, newProfile()));
        made("/availabilityzones/" + name);
        return name;
    }

    private static String zone(String name, String profile) {
        return "{'availability_zone':{'name':'%s','availability_zone_profile_id':'%s'}}".formatted(name, profile);
    }
}
