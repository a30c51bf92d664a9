package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** What Octavia's command line asks of the network service before it creates a load balancer. */
class NeutronTest extends OctaviaTestBase {
    private static final String ANY_ID = "0b6d4a77-7cf6-4e71-8e8b-0f2a3d2c0001";

    @ParameterizedTest
    @CsvSource({
        "subnets, id, " + ANY_ID + ", " + ANY_ID,
        "networks, id, " + ANY_ID + ", " + ANY_ID,
        "ports, id, " + ANY_ID + ", " + ANY_ID,
        "subnets, name, testkit, " + OctaviaServer.VIP_SUBNET_ID
    })
    void knowsEveryIdAndOneName(String collection, String field, String value, String id) throws Exception {
        JsonNode found = json(network().get("/" + collection + "?" + field + "=" + value))
                .path(collection);

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"id, testkit", "name, " + ANY_ID})
    void doesNotTakeANameForAnIdNorAnIdForAName(String field, String value) throws Exception {
        assertThat(json(network().get("/subnets?" + field + "=" + value)).path("subnets"))
                .isEmpty();
    }

    @Test
    void wantsAToken() throws Exception {
        assertThat(new Browser(octavia.uri("/network/v2.0")).get("/subnets").statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(new Browser(octavia.uri("/network")).get("/").body()).contains("\"v2.0\"");
    }

    @Test
    void hasNothingElse() throws Exception {
        assertThat(network().get("/routers").statusCode()).isEqualTo(404);
        assertThat(network().post("/subnets", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void isNeitherTheServiceNorItsIdentity() throws Exception {
        network().get("/subnets");

        assertThat(octavia.calls()).isEmpty();
        assertThat(octavia.callsToIdentity()).containsOnly("POST /identity/v3/auth/tokens");
    }

    private Browser network() throws Exception {
        return new Browser(octavia.uri("/network/v2.0"), "X-Auth-Token", login());
    }
}
