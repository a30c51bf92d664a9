package io.github.cloudlb.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

class ExamplesTest {
    @Test
    void removesAMemberInSpiteOfALock() {
        assertThat(told(RemoveMember::onEmbeddedServer))
                .contains("REMOVED", "ALREADY_GONE", "NotFoundException", "192.0.2.11:8080")
                .contains("DELETE /v2.0/lbaas/pools/")
                .containsPattern("GET /v2.0/lbaas/loadbalancers/\\S+  \\(\\d+ times\\)\n");
    }

    @Test
    void changesMembersAndSparesTheOthers() {
        assertThat(told(ChangeMembers::onEmbeddedServer))
                .contains("192.0.2.11:8080  UPDATED", "192.0.2.13:8080  CREATED", "192.0.2.10:8080  weight 1")
                .contains("192.0.2.12  UNCHANGED", "that remove 1 others")
                .containsOnlyOnce("PUT /v2.0/lbaas/pools/")
                .contains("POST /v2.0/lbaas/pools/");
    }

    @Test
    void removesServersInTwoCallsAndWaitsForThem() {
        assertThat(told(RemoveServers::onEmbeddedServer))
                .contains(
                        "it could", "40 servers: request", "18 servers: request", "Succeeded", "i-bp59:80", "i-bp60:80")
                .contains("ResourceNotFound.ServerGroup");
    }

    private static String told(Consumer<Story> example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        example.accept(new Story(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
