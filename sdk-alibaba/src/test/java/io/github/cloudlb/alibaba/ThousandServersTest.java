package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.testkit.Fault;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** As many servers as a group can have. */
class ThousandServersTest extends AlbTestBase {
    private final List<ServerRef> servers = servers(1000);

    @Test
    void takeTwentyFiveCallsAtForty() {
        groups.removeServers(group, servers, false).await(Duration.ofMinutes(2));

        assertThat(removals()).map(removal -> serverIds(removal).size()).isEqualTo(Collections.nCopies(25, 40));
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void takeFiveCallsAtTwoHundred() {
        groups.serversPerCall(200).removeServers(group, servers, false).await(Duration.ofMinutes(2));

        assertThat(removals()).map(removal -> serverIds(removal).size()).isEqualTo(Collections.nCopies(5, 200));
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void areToldApartIfTheThirdOfFiveCallsIsRefusedAndGoWhenAskedForAgain() {
        server.on(REMOVE).passes().passes().answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.serversPerCall(200).removeServers(group, servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.removed()).isEqualTo(servers.subList(0, 400));
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(400, 1000));
                    assertThat(partial.unknown()).isEmpty();
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                });

        ServerChange again = groups.serversPerCall(200).removeServers(group, servers, false);
        again.await(Duration.ofMinutes(2));

        assertThat(again.alreadyGone()).isEqualTo(servers.subList(0, 400));
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void areToldApartIfTheThirdOfFiveCallsHasNoAnswer() {
        server.on(REMOVE).passes().passes().fault(Fault.RESET);
        try (AlbClient once = once()) {
            assertThatThrownBy(() -> once.serverGroups().serversPerCall(200).removeServers(group, servers, false))
                    .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                        assertThat(partial.removed()).isEqualTo(servers.subList(0, 400));
                        assertThat(partial.unknown()).isEqualTo(servers.subList(400, 600));
                        assertThat(partial.notRemoved()).isEqualTo(servers.subList(600, 1000));
                        assertThat(partial.applied()).isEqualTo(Applied.UNKNOWN);
                    });
        }
    }

    @Test
    void areToldApartIfTheJobOfOneCallFails() {
        server.on(REMOVE).passes().passes();
        groups.serversPerCall(200).removeServers(group, servers.subList(0, 400), false);
        server.jobFails("OperationDenied.Busy", "The server is being used.");
        ServerChange change = groups.serversPerCall(200).removeServers(group, servers, false);

        assertThatThrownBy(() -> change.await(Duration.ofMinutes(2)))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.removed()).hasSize(800).doesNotContainAnyElementsOf(partial.notRemoved());
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(400, 600));
                    assertThat(partial.unknown()).isEmpty();
                })
                .hasMessageContaining("OperationDenied.Busy");
    }
}
