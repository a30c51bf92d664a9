package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** A landscape built from a file, and written down again. */
class OctaviaLandscapeTest extends OctaviaTestBase {
    private static final String WEB = """
            flavor_profiles:
              - {name: small, provider_name: amphora, flavor_data: '{}'}
            flavors:
              - {name: single, flavor_profile_id: small}
            load_balancers:
              - id: 11111111-0000-4000-8000-000000000001
                name: shop
                flavor_id: single
                pools:
                  - name: backends
                    protocol: HTTP
                    lb_algorithm: ROUND_ROBIN
                    session_persistence: {type: HTTP_COOKIE}
                    healthmonitor: {type: HTTP, delay: 5, timeout: 3, max_retries: 3}
                    members:
                      - {name: one, address: 192.0.2.1, protocol_port: 80, weight: 5, tags: [blue]}
                      - {name: two, address: 192.0.2.2, protocol_port: 80, provisioning_status: ERROR}
                listeners:
                  - name: plain
                    protocol: HTTP
                    protocol_port: 80
                    default_pool_id: backends
                    l7policies:
                      - {name: never, action: REJECT, rules: [{type: PATH, compare_type: EQUAL_TO, value: /}]}
                      - {name: else, action: REDIRECT_TO_POOL, redirect_pool_id: backends}
            quotas:
              other: {member: 7}
            """;

    @Test
    void isThereAtOnce() throws Exception {
        octavia.seed(WEB);

        JsonNode shop = seen("loadbalancers/11111111-0000-4000-8000-000000000001");
        String backends = shop.path("pools").path(0).path("id").asText();
        assertThat(shop.path("provisioning_status").asText()).isEqualTo("ACTIVE");
        assertThat(seen("listeners/" + shop.path("listeners").path(0).path("id").asText())
                        .path("default_pool_id")
                        .asText())
                .isEqualTo(backends);
        assertThat(octavia.members(backends))
                .extracting(OctaviaMember::provisioningStatus)
                .containsExactly("ACTIVE", "ERROR");
        assertThat(seen("l7policies?action=REJECT").path(0).path("position").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrittenDownBuildsTheSameAgain() {
        octavia.seed(WEB);
        String written = octavia.export();

        try (OctaviaServer other = OctaviaServer.start(clock)) {
            other.seed(written);

            assertThat(other.export()).isEqualTo(written);
        }
        assertThat(written)
                .contains(
                        "name: shop", "weight: 5", "blue", "provisioning_status: ERROR", "action: REJECT", "member: 7")
                .doesNotContain("position", "created_at");
    }

    @Test
    void whatIsEmptyIsWrittenDownAsEmptyAndWhatIsNotThereIsNot() throws Exception {
        client.post(members, "{\"member\":{\"address\":\"192.0.2.1\",\"protocol_port\":80,\"weight\":null}}");
        made(
                "listeners",
                "{\"listener\":{\"protocol\":\"HTTP\",\"protocol_port\":80,\"loadbalancer_id\":\"" + lb + "\"}}");
        String listener = seen("listeners").path(0).path("id").asText();
        made(
                "l7policies",
                "{\"l7policy\":{\"action\":\"REJECT\",\"listener_id\":\"" + listener + "\",\"rules\":"
                        + "[{\"type\":\"PATH\",\"compare_type\":\"EQUAL_TO\",\"value\":\"/\"}]}}");

        assertThat(seen("l7policies").path(0).path("rules")).isEmpty();
        assertThat(octavia.export()).contains("weight: null").doesNotContain("rules");
    }

    @Test
    void whatIsAddedIsToBelongToWhatCanHaveIt() {
        assertThatThrownBy(() -> octavia.addMember(lb, "192.0.2.1", 80))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Member does not belong to a Load Balancer such as " + lb);
        assertThatThrownBy(() -> octavia.members(lb)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        bogus: []                                                | A landscape has no bogus
        load_balancers: [{bogus: 1}]                             | load_balancers[0]: Unknown attribute for argument load_balancers[0]: bogus
        load_balancers: [{pools: [{name: p}]}]                   | load_balancers[0].pools[0]: Invalid input for field/attribute protocol. Value: 'None'. Mandatory field missing.
        quotas: {other: {membr: 1}}                              | There is no quota for membr, only for [load_balancer, listener, member, pool, health_monitor, l7policy, l7rule]
        quotas: {other: {member: many}}                          | quotas.other.member is no whole number but many
        load_balancers: [{flavor_id: 11111111-0000-4000-8000-000000000001}]  | load_balancers[0]: The selected flavor is not allowed in this deployment: 11111111-0000-4000-8000-000000000001
        load_balancers: [{availability_zone: nope}]              | load_balancers[0]: Validation failure: Invalid availability zone.
        load_balancers: [{listeners: [{protocol: HTTP, protocol_port: 80, l7policies: [{action: REDIRECT_TO_POOL, redirect_pool_id: 11111111-0000-4000-8000-000000000001}]}]}] | load_balancers[0].listeners[0].l7policies[0]: Pool 11111111-0000-4000-8000-000000000001 not found.
        load_balancers: [x]                                      | load_balancers[0] is no map but x
        """, quoteCharacter = '"')
    void saysWhatCannotBeBuilt(String landscape, String text) {
        assertThatThrownBy(() -> octavia.seed(landscape))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text);
    }
}
