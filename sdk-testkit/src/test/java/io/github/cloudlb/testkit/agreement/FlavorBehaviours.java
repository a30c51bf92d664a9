package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

@Area("Flavors")
abstract class FlavorBehaviours extends SettingBehaviours {
    private static final String NOT_NULL =
            "500 (pymysql.err.IntegrityError) (1048, \"Column 'enabled' cannot be null\")";

    FlavorBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aProfileIsMade() {
        String name = newName();
        Said said = profile("'name':'" + name + "','provider_name':'amphora','flavor_data':'{}'");
        made("/flavorprofiles/" + said.id());

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.one())).isEqualTo("{flavor_data: text, id: uuid, name: text, provider_name: text}");
        assertThat(admin.get("/flavorprofiles/" + said.id()).json()).isEqualTo(said.json());
        assertThat(admin.get("/flavorprofiles?name=" + name).one().get(0)).isEqualTo(said.one());
    }

    @Test
    void aFlavorIsMade() {
        String name = newName();
        Said said = admin.post("/flavors", flavor(name, newProfile()));
        made("/flavors/" + said.id());

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.one()))
                .isEqualTo("{description: text, enabled: flag, flavor_profile_id: uuid, id: uuid, name: text}");
        assertThat(said.get("enabled") + said.get("description")).isEqualTo("true");
        assertThat(admin.get("/flavors/" + said.id()).json()).isEqualTo(said.json());
    }

    @Test
    void aFlavorIsChanged() {
        String id = newFlavor(newName());
        String other = newName();

        assertThat(admin.put("/flavors/" + id, "{'flavor':{'name':'%s','enabled':false}}".formatted(other))
                        .told())
                .isEqualTo("200");
        Said seen = admin.get("/flavors/" + id);
        assertThat(seen.get("name")).isEqualTo(other);
        assertThat(seen.get("enabled")).isEqualTo("false");
    }

    @Test
    void nullTakesADescriptionAway() {
        String id = make(
                "/flavors",
                "{'flavor':{'name':'%s','description':'to go','flavor_profile_id':'%s'}}"
                        .formatted(newName(), newProfile()));

        assertThat(Shape.of(admin.put("/flavors/" + id, "{'flavor':{'description':null}}")
                        .one()
                        .path("description")))
                .isEqualTo("text");
        assertThat(Shape.of(admin.get("/flavors/" + id).one().path("description")))
                .isEqualTo("text");
    }

    @Test
    void nullForBeingEnabledBreaksTheServer() {
        String id = newFlavor(newName());

        assertThat(admin.put("/flavors/" + id, "{'flavor':{'enabled':null}}").told())
                .startsWith(NOT_NULL);
        assertThat(admin.post(
                                "/flavors",
                                "{'flavor':{'name':'%s','enabled':null,'flavor_profile_id':'%s'}}"
                                        .formatted(newName(), newProfile()))
                        .told())
                .startsWith(NOT_NULL);
    }

    @Test
    void aProfileMustBeThere() {
        assertThat(admin.post("/flavors", flavor(newName(), UUID.randomUUID().toString()))
                        .told())
                .startsWith("500 (pymysql.err.IntegrityError) (1452,");
    }

    @Test
    void aFlavorsProfileStays() {
        String id = newFlavor(newName());

        assertThat(admin.put("/flavors/" + id, "{'flavor':{'flavor_profile_id':'%s'}}".formatted(NOBODY))
                        .told())
                .isEqualTo("400 Unknown attribute for argument flavor_.flavor: flavor_profile_id");
    }

    @Test
    void aNameIsTakenOnce() {
        String name = newName();
        newFlavor(name);

        assertThat(admin.post("/flavors", flavor(name, newProfile())).told())
                .isEqualTo("409 A flavor of " + name + " already exists.");
    }

    @Test
    void twoProfilesMayHaveOneName() {
        String name = newName();
        String body = "{'flavorprofile':{'name':'%s','provider_name':'amphora','flavor_data':'{}'}}".formatted(name);

        assertThat(make("/flavorprofiles", body)).isNotEqualTo(make("/flavorprofiles", body));
    }

    @Test
    void aProfileThatIsUsedCanOnlyBeRenamed() {
        String profile = newProfile();
        make("/flavors", flavor(newName(), profile));
        String inUse = "409 Flavor profile " + profile + " is in use and cannot be modified.";

        assertThat(admin.put("/flavorprofiles/" + profile, "{'flavorprofile':{'name':'other'}}")
                        .told())
                .isEqualTo("200");
        assertThat(admin.put("/flavorprofiles/" + profile, "{'flavorprofile':{'flavor_data':'{}'}}")
                        .told())
                .isEqualTo(inUse);
        assertThat(admin.delete("/flavorprofiles/" + profile).told()).isEqualTo(inUse);
    }

    @Test
    void whatIsDeletedIsGone() {
        String profile = newProfile();
        String id = make("/flavors", flavor(newName(), profile));

        assertThat(admin.delete("/flavors/" + id).told()).isEqualTo("204");
        assertThat(admin.get("/flavors/" + id).told()).isEqualTo("404 Flavor " + id + " not found.");
        assertThat(admin.delete("/flavors/" + id).told()).isEqualTo("404 Flavor " + id + " not found.");
        assertThat(admin.delete("/flavorprofiles/" + profile).told()).isEqualTo("204");
        assertThat(admin.get("/flavorprofiles/" + profile).told())
                .isEqualTo("404 Flavor Profile " + profile + " not found.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':'a','provider_name':'amphora' | "
                        + "400 Invalid input for field/attribute flavor_data. Value: 'None'. Mandatory field missing.",
                "'name':'a','flavor_data':'{}' | "
                        + "400 Invalid input for field/attribute provider_name. Value: 'None'. Mandatory field missing.",
                "'provider_name':'amphora','flavor_data':'{}' | "
                        + "400 Invalid input for field/attribute name. Value: 'None'. Mandatory field missing.",
                "'name':'a','provider_name':'amphora','flavor_data':'no json' | "
                        + "400 no json is not a valid option for flavor_data",
                "'name':'a','provider_name':'nobody','flavor_data':'{}' | 400 Provider 'nobody' is not enabled.",
                "'name':'a','provider_name':'amphora','flavor_data':'{}','bogus':1 | "
                        + "400 Unknown attribute for argument flavor_profile_.flavorprofile: bogus",
            })
    void aProfileThatCannotBeIsRefused(String fields, String told) {
        assertThat(profile(fields).told()).isEqualTo(told);
    }

    @Test
    void optionsThatTheProviderDoesNotKnowAreRefused() {
        assertThat(profile("'name':'a','provider_name':'amphora','flavor_data':'{\\\"nonsense\\\":1}'")
                        .told())
                .startsWith("501 Provider 'amphora' does not support a requested option: ");
    }

    @Test
    void flavorsComeInPages() {
        String profile = newProfile();
        for (int i = 1; i <= 3; i++) {
            make("/flavors", flavor(newName(), profile));
        }

        Said first = admin.get("/flavors?flavor_profile_id=" + profile + "&limit=2");
        assertThat(first.each("id")).hasSize(2);
        String next = first.json().at("/flavors_links/0/href").asText();
        assertThat(admin.get("/flavors?" + next.substring(next.indexOf('?') + 1) + "&flavor_profile_id=" + profile)
                        .each("id"))
                .hasSize(1);
    }

    @Test
    void flavorsAreFilteredByBeingEnabled() {
        String profile = newProfile();
        make("/flavors", flavor(newName(), profile));
        String off = make(
                "/flavors",
                "{'flavor':{'name':'%s','enabled':false,'flavor_profile_id':'%s'}}".formatted(newName(), profile));

        assertThat(admin.get("/flavors?enabled=false&flavor_profile_id=" + profile)
                        .each("id"))
                .containsExactly(off);
    }

    private Said profile(String fields) {
        return admin.post("/flavorprofiles", "{'flavorprofile':{" + fields + "}}");
    }

    private String newProfile() {
        return make(
                "/flavorprofiles",
                "{'flavorprofile':{'name':'%s','provider_name':'amphora','flavor_data':'{}'}}".formatted(newName()));
    }

    private String newFlavor(String name) {
        return make("/flavors", flavor(name, newProfile()));
    }

    private static String flavor(String name, String profile) {
        return "{'flavor':{'name':'%s','flavor_profile_id':'%s'}}".formatted(name, profile);
    }
}
