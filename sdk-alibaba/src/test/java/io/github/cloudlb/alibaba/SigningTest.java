package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.servergroup.ListServerGroups;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The server of the test kit computes each signature itself. */
class SigningTest extends AlbTestBase {
    @Test
    void holdsForAForm() {
        groups.addServersToServerGroup(
                group,
                List.of(ServerSpec.builder()
                        .from(ServerSpec.ecs("i-1", 80))
                        .description("ä /*~+&=%20")
                        .build()));

        assertThat(serversLeft()).containsExactly("i-1");
    }

    @Test
    void holdsForAQueryWithAllKindsOfCharacters() {
        assertThat(groups.listServerGroups(ListServerGroups.builder()
                        .addServerGroupNames("web", "组 /*~+&=%20")
                        .build()))
                .singleElement()
                .satisfies(found -> assertThat(found.serverGroupId()).isEqualTo(group));
    }

    @Test
    void signsTheContentTypeOfAForm() {
        groups.addServersToServerGroup(group, List.of(ServerSpec.ecs("i-1", 80)));

        assertThat(server.requests().get(0).header("authorization").orElseThrow())
                .contains("SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;"
                        + "x-acs-signature-nonce;x-acs-version,");
    }
}
