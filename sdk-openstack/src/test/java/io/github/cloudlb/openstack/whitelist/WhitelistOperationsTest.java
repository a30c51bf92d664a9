package io.github.cloudlb.openstack.whitelist;

import static io.github.cloudlb.openstack.Clients.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.UnsupportedException;
import io.github.cloudlb.openstack.Clients;
import io.github.cloudlb.openstack.OpenStackClient;
import io.github.cloudlb.openstack.Pins;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

class WhitelistOperationsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    @AutoClose
    static final OpenStackClient otc = Clients.otc(cloud);

    private static final String WHITELIST = """
            {"whitelist": {"id": "w-1", "listener_id": "l-1", "tenant_id": "t-1", "enable_whitelist": true,
              "whitelist": "192.0.2.1,198.51.100.0/24, 203.0.113.0/28"}}""";

    @Test
    @Pins(value = "whitelist.list", in = "otc")
    void listsWhitelistsPageByPage() {
        cloud.on("GET /v2.0/lbaas/whitelists?limit=1&enable_whitelist=false&whitelist=192.0.2.1%2C192.0.2.2")
                .answers(200, """
                {"whitelists": [{"id": "w-1", "whitelist": ""}], "whitelists_links": [{"rel": "next", "href":
                  "https://localhost/v2.0/lbaas/whitelists?limit=1&marker=w-1"}]}""");
        cloud.on("GET /v2.0/lbaas/whitelists").answers(200, "{\"whitelists\": [], \"whitelists_links\": []}");

        assertThat(otc.whitelists()
                        .listWhitelists(ListWhitelists.builder()
                                .enabled(false)
                                .addAddresses("192.0.2.1", "192.0.2.2")
                                .limit(1)
                                .build()))
                .singleElement()
                .satisfies(list -> assertThat(list.addresses()).isEmpty());

        assertThat(cloud.requests().get(1).query())
                .isEqualTo("marker=w-1&limit=1&enable_whitelist=false&whitelist=192.0.2.1%2C192.0.2.2");
    }

    @Test
    @Pins(value = "whitelist.create", in = "otc")
    void writesAddressesAsOneText() {
        cloud.on("POST /v2.0/lbaas/whitelists").answers(201, WHITELIST);

        Whitelist whitelist = otc.whitelists()
                .createWhitelist(CreateWhitelist.builder()
                        .listenerId("l-1")
                        .enabled(false)
                        .addAddresses("192.0.2.1", "198.51.100.0/24")
                        .build());

        assertThat(sent(cloud))
                .isEqualTo("POST /v2.0/lbaas/whitelists {\"whitelist\":{\"listener_id\":\"l-1\","
                        + "\"enable_whitelist\":false,\"whitelist\":\"192.0.2.1,198.51.100.0/24\"}}");
        assertThat(whitelist.addresses()).containsExactly("192.0.2.1", "198.51.100.0/24", "203.0.113.0/28");
        assertThat(whitelist.enabled()).hasValue(true);
        assertThat(whitelist.unlisted()).isEmpty();
    }

    @Test
    void writesNothingThatIsNotGiven() {
        cloud.on("POST /v2.0/lbaas/whitelists").answers(201, WHITELIST);
        cloud.on("PUT /v2.0/lbaas/whitelists/w-1").answers(200, WHITELIST);

        otc.whitelists().createWhitelist("l-1");
        otc.whitelists()
                .updateWhitelist(UpdateWhitelist.builder()
                        .whitelistId("w-1")
                        .enabled(true)
                        .build());

        assertThat(cloud.requests().get(0).body()).isEqualTo("{\"whitelist\":{\"listener_id\":\"l-1\"}}");
        assertThat(cloud.requests().get(1).body()).isEqualTo("{\"whitelist\":{\"enable_whitelist\":true}}");
    }

    @Test
    @Pins(value = "whitelist.show", in = "otc")
    void readsAWhitelist() {
        cloud.on("GET /v2.0/lbaas/whitelists/w-1").answers(200, WHITELIST);

        assertThat(otc.whitelists().getWhitelist("w-1").listenerId()).hasValue("l-1");

        assertThat(sent(cloud)).isEqualTo("GET /v2.0/lbaas/whitelists/w-1");
    }

    @Test
    @Pins(value = "whitelist.update", in = "otc")
    void emptiesAWhitelist() {
        cloud.on("PUT /v2.0/lbaas/whitelists/w-1").answers(200, WHITELIST);

        otc.whitelists()
                .updateWhitelist(UpdateWhitelist.builder()
                        .whitelistId("w-1")
                        .addresses(List.of())
                        .build());

        assertThat(sent(cloud)).isEqualTo("PUT /v2.0/lbaas/whitelists/w-1 {\"whitelist\":{\"whitelist\":\"\"}}");
    }

    @Test
    @Pins(value = "whitelist.delete", in = "otc")
    void deletesAWhitelist() {
        cloud.on("DELETE /v2.0/lbaas/whitelists/w-1").answers(204);

        otc.whitelists().deleteWhitelist("w-1");

        assertThat(sent(cloud)).isEqualTo("DELETE /v2.0/lbaas/whitelists/w-1");
    }

    @Test
    void refusesWhatWouldNotBeOneEntry() {
        for (String entry : List.of("192.0.2.1,192.0.2.2", "", " ")) {
            assertThatThrownBy(() -> otc.whitelists()
                            .updateWhitelist(UpdateWhitelist.builder()
                                    .whitelistId("w-1")
                                    .addresses(List.of("192.0.2.7", entry))
                                    .build()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("whitelist[1]: \"" + entry + "\" is not allowed, but a text without commas");
        }
        assertThatThrownBy(() -> otc.whitelists()
                        .createWhitelist(CreateWhitelist.builder()
                                .listenerId("l-1")
                                .tenantId("x".repeat(256))
                                .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a text of 0 to 255 characters is");
        try (OpenStackClient octavia = Clients.octavia(cloud)) {
            assertThatThrownBy(() -> octavia.whitelists().getWhitelist("w-1"))
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContaining("ShowWhitelist does not exist in the dialect octavia, only in otc");
        }
        assertThat(cloud.calls()).isEmpty();
    }
}
