package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Area("Rights of a user who is no administrator")
abstract class RightsBehaviours extends Behaviours {
    private static final String FORBIDDEN = "403 Policy does not allow this request to be performed.";

    RightsBehaviours(Cloud cloud) {
        super(cloud);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/flavorprofiles",
                "/flavorprofiles/" + NOBODY,
                "/availabilityzoneprofiles",
                "/availabilityzoneprofiles/" + NOBODY,
                "/providers/amphora/flavor_capabilities",
                "/providers/amphora/availability_zone_capabilities",
            })
    void whatAdministratorsHaveCannotBeSeen(String path) {
        assertThat(lbaas.get(path).told()).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flavors", "/availabilityzones", "/providers", "/quotas"})
    void whatIsForAllIsListed(String path) {
        assertThat(lbaas.get(path).told()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/flavors | {'flavor':{'name':'a','flavor_profile_id':'00000000-0000-0000-0000-000000000000'}}",
                "/flavorprofiles | {'flavorprofile':{'name':'a','provider_name':'amphora','flavor_data':'{}'}}",
                "/availabilityzones | {'availability_zone':{'name':'a',"
                        + "'availability_zone_profile_id':'00000000-0000-0000-0000-000000000000'}}",
                "/availabilityzoneprofiles | {'availability_zone_profile':{'name':'a','provider_name':'amphora',"
                        + "'availability_zone_data':'{}'}}",
            })
    void nothingForAllIsMade(String path, String body) {
        assertThat(lbaas.post(path, body).told()).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/flavors/" + NOBODY,
                "/flavorprofiles/" + NOBODY,
                "/availabilityzones/az1",
                "/availabilityzoneprofiles/" + NOBODY,
            })
    void nothingForAllIsDeleted(String path) {
        assertThat(lbaas.delete(path).told()).isEqualTo(FORBIDDEN);
    }

    @Test
    void quotasAreNotSet() {
        assertThat(lbaas.put("/quotas/" + cloud.user().projectId(), "{'quota':{'member':1}}")
                        .told())
                .isEqualTo(FORBIDDEN);
        assertThat(lbaas.delete("/quotas/" + cloud.user().projectId()).told()).isEqualTo(FORBIDDEN);
    }

    @Test
    void amphoraeAreNotListed() {
        assertThat(octavia.get("/v2.0/octavia/amphorae").told()).isEqualTo(FORBIDDEN);
    }

    @Test
    void anotherProjectIsNotAsked() {
        assertThat(lbaas.get("/loadbalancers?project_id=" + NOBODY.replace("-", ""))
                        .told())
                .isEqualTo(FORBIDDEN);
    }
}
