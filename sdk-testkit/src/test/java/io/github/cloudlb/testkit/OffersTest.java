package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

/** Flavors, availability zones and their profiles, providers and amphorae: what administrators have to do with. */
class OffersTest extends OctaviaTestBase {
    private static final String BASE = "/v2.0/lbaas/";
    private static final String AMPHORAE = "/v2.0/octavia/amphorae";

    private Browser admin = client;

    @BeforeEach
    void logInAsAdministrator() throws Exception {
        admin = administrator();
    }

    @Test
    void aFlavorIsOfferedUsedAndKeptWhileUsed() throws Exception {
        String profile = id(
                "flavorprofiles",
                "{\"flavorprofile\":{\"name\":\"p\",\"provider_name\":\"amphora\",\"flavor_data\":\"{}\"}}");
        String flavor = id("flavors", "{\"flavor\":{\"name\":\"single\",\"flavor_profile_id\":\"" + profile + "\"}}");

        assertThat(client.get(BASE + "flavors").body())
                .isEqualTo("{\"flavors\":[{\"id\":\"" + flavor
                        + "\",\"name\":\"single\",\"description\":\"\",\"enabled\":true,\"flavor_profile_id\":\""
                        + profile + "\"}],\"flavors_links\":[]}");
        made(
                "loadbalancers",
                "{\"loadbalancer\":{\"vip_subnet_id\":\"" + NOBODY + "\",\"flavor_id\":\"" + flavor + "\"}}");
        assertThat(fault(admin.delete(BASE + "flavors/" + flavor)))
                .isEqualTo("409 Flavor " + flavor + " is in use and cannot be modified.");
        assertThat(fault(admin.delete(BASE + "flavorprofiles/" + profile)))
                .isEqualTo("409 Flavor profile " + profile + " is in use and cannot be modified.");
        admin.put(BASE + "flavors/" + flavor, "{\"flavor\":{\"enabled\":false}}");
        assertThat(fault(client.post(
                        BASE + "loadbalancers",
                        "{\"loadbalancer\":{\"vip_subnet_id\":\"" + NOBODY + "\",\"flavor_id\":\"" + flavor + "\"}}")))
                .isEqualTo("400 The selected flavor is not allowed in this deployment: " + flavor);
    }

    @Test
    void aZoneIsKnownByItsName() throws Exception {
        String profile = id(
                "availabilityzoneprofiles",
                "{\"availability_zone_profile\":{\"name\":\"p\",\"provider_name\":\"amphora\","
                        + "\"availability_zone_data\":\"{\\\"compute_zone\\\":\\\"nova\\\"}\"}}");
        String zone = "{\"availability_zone\":{\"name\":\"az1\",\"availability_zone_profile_id\":\"" + profile + "\"}}";
        admin.post(BASE + "availabilityzones", zone);

        assertThat(client.get(BASE + "availabilityzones/az1").body())
                .isEqualTo("{\"availability_zone\":{\"name\":\"az1\",\"description\":\"\",\"enabled\":true,"
                        + "\"availability_zone_profile_id\":\"" + profile + "\"}}");
        assertThat(client.get(BASE + "availabilityzones").body()).contains("\"availability_zones_links\":[]");
        assertThat(fault(admin.post(BASE + "availabilityzones", zone)))
                .isEqualTo("409 A availability zone of az1 already exists.");
        assertThat(admin.delete(BASE + "availabilityzones/az1").statusCode()).isEqualTo(204);
        assertThat(fault(admin.delete(BASE + "availabilityzones/az1")))
                .isEqualTo("404 Availability Zone az1 not found.");
    }

    @Test
    void profilesAreCheckedAgainstTheirProvider() throws Exception {
        assertThat(fault(profile("amphora", "x"))).isEqualTo("400 x is not a valid option for flavor_data");
        assertThat(fault(profile("nope", "{}"))).isEqualTo("400 Provider 'nope' is not enabled.");
        assertThat(fault(profile("amphora", "{\\\"bogus\\\":1}")))
                .isEqualTo("501 Provider 'amphora' does not support a requested option: Additional properties are not"
                        + " allowed ('bogus' was unexpected)");
    }

    @Test
    void whatIsNotOfferedIsNoPlace() throws Exception {
        assertThat(fault(client.post(
                        BASE + "loadbalancers",
                        "{\"loadbalancer\":{\"vip_subnet_id\":\"" + NOBODY + "\",\"flavor_id\":\"" + NOBODY + "\"}}")))
                .isEqualTo("400 The selected flavor is not allowed in this deployment: " + NOBODY);
        assertThat(fault(client.post(
                        BASE + "loadbalancers",
                        "{\"loadbalancer\":{\"vip_subnet_id\":\"" + NOBODY + "\",\"availability_zone\":\"nope\"}}")))
                .isEqualTo("400 Validation failure: Invalid availability zone.");
        assertThat(fault(client.post(
                        BASE + "loadbalancers",
                        "{\"loadbalancer\":{\"vip_subnet_id\":\"" + NOBODY + "\",\"provider\":\"nope\"}}")))
                .isEqualTo("400 Provider 'nope' is not enabled.");
    }

    @Test
    void tellsOfItsProviders() throws Exception {
        assertThat(client.get(BASE + "providers").body())
                .startsWith("{\"providers\":[{\"name\":\"amphora\",\"description\":\"The Octavia Amphora driver.\"}")
                .doesNotContain("links");
        assertThat(admin.get(BASE + "providers/amphora/flavor_capabilities?name=compute_flavor")
                        .body())
                .isEqualTo("{\"flavor_capabilities\":[{\"name\":\"compute_flavor\",\"description\":\"The compute driver"
                        + " flavor ID.\"}]}");
    }

    @Test
    void aLoadBalancerRunsOnAnAmphora() throws Exception {
        String amphora = json(admin.get(AMPHORAE + "?loadbalancer_id=" + lb))
                .path("amphorae")
                .path(0)
                .path("id")
                .asText();

        assertThat(admin.get(AMPHORAE + "/" + amphora).body())
                .startsWith("{\"amphora\":{\"id\":\"" + amphora + "\",\"loadbalancer_id\":\"" + lb + "\"");
        assertThat(admin.put(AMPHORAE + "/" + amphora + "/config", "").statusCode())
                .isEqualTo(202);
        assertThat(fault(admin.delete(AMPHORAE + "/" + amphora)))
                .isEqualTo("409 amphora " + amphora + " is immutable and cannot be updated.");
        assertThat(fault(admin.get(AMPHORAE + "/" + amphora + "/stats")))
                .isEqualTo("404 Amphora stats for " + amphora + " not found.");
        String listener = octavia.addListener(lb, "web", 80);
        assertThat(admin.get(AMPHORAE + "/" + amphora + "/stats").body()).contains(listener);
        assertThat(admin.put(AMPHORAE + "/" + amphora + "/failover", "").statusCode())
                .isEqualTo(202);
    }

    @Test
    void membersHaveNothingToDoWithIt() throws Exception {
        assertThat(client.get(BASE + "flavorprofiles").statusCode()).isEqualTo(403);
        assertThat(client.get(BASE + "availabilityzoneprofiles").statusCode()).isEqualTo(403);
        assertThat(client.get(BASE + "providers/amphora/flavor_capabilities").statusCode())
                .isEqualTo(403);
        assertThat(client.delete(BASE + "flavors/" + NOBODY).statusCode()).isEqualTo(403);
        assertThat(client.get(AMPHORAE).statusCode()).isEqualTo(403);
        assertThat(client.put(BASE + "loadbalancers/" + lb + "/failover", "").statusCode())
                .isEqualTo(403);
        assertThat(admin.put(BASE + "loadbalancers/" + lb + "/failover", "").statusCode())
                .isEqualTo(202);
    }

    private String id(String collection, String body) throws Exception {
        return json(admin.post(BASE + collection, body))
                .iterator()
                .next()
                .path("id")
                .asText();
    }

    private HttpResponse<String> profile(String provider, String data) throws Exception {
        return admin.post(
                BASE + "flavorprofiles",
                "{\"flavorprofile\":{\"name\":\"p\",\"provider_name\":\"" + provider + "\",\"flavor_data\":\"" + data
                        + "\"}}");
    }
}
