package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerGroups;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.Fault;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class PartialRemovalTest extends AlbTestBase {
    @Test
    void tellsWhatBecameOfEachServerIfTheThirdOfFiveCallsIsRefused() {
        List<ServerRef> servers = servers(10);
        server.on(REMOVE).passes().passes().answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.serversPerCall(2).removeServers(group, servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.removed()).isEqualTo(servers.subList(0, 4));
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(4, 10));
                    assertThat(partial.unknown()).isEmpty();
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                })
                .hasCauseInstanceOf(AccessDeniedException.class)
                .hasMessageStartingWith("servers of " + group + ": 4 removed, 6 not removed, 0 unknown. ")
                .hasMessageContaining("Forbidden.ServerGroup");
        assertThat(removals()).hasSize(3);
    }

    @Test
    void takesNoAnswerOfSomebodyElseForAGroupWithoutServers() {
        List<ServerRef> servers = servers(1);
        server.on(REMOVE).answers(404, error("ResourceNotFound.BackendServer"));
        server.on("ListServerGroupServers").answers(200, "{}").always();

        assertThatThrownBy(() -> groups.removeServers(group, servers, false)).isInstanceOf(SdkException.class);
        assertThat(serversLeft()).hasSize(1);
    }

    @Test
    void leavesOpenWhatIsStillUnderWay() {
        List<ServerRef> servers = servers(2);
        server.jobsTakeLooks(1000);
        server.on(REMOVE).passes().answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.serversPerCall(1).removeServers(group, servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.unknown()).isEqualTo(servers.subList(0, 1));
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(1, 2));
                    assertThat(partial.applied()).isEqualTo(Applied.UNKNOWN);
                });
    }

    @Test
    void readsBackWhetherACallWithoutAnAnswerWasCarriedOut() {
        List<ServerRef> servers = servers(3);
        server.on(REMOVE).passes().loses(Fault.RESET);
        try (AlbClient once = once()) {
            ServerGroups oneByOne = once.serverGroups().serversPerCall(1);

            assertThatThrownBy(() -> oneByOne.removeServers(group, servers, false))
                    .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                        assertThat(partial.removed()).isEqualTo(servers.subList(0, 2));
                        assertThat(partial.notRemoved()).isEqualTo(servers.subList(2, 3));
                        assertThat(partial.applied()).isEqualTo(Applied.YES);
                    })
                    .hasCauseInstanceOf(TransportException.class);
        }
    }

    @Test
    void leavesOpenWhetherACallWithoutAnAnswerWillStillBeCarriedOut() {
        List<ServerRef> servers = servers(1);
        server.on(REMOVE).fault(Fault.RESET).always();

        assertThatThrownBy(() -> groups.removeServers(group, servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.unknown()).isEqualTo(servers);
                    assertThat(partial.applied()).isEqualTo(Applied.UNKNOWN);
                    assertThat(partial.attempts()).isEqualTo(4);
                });
    }

    @Test
    void leavesOpenWhatCannotBeReadBack() {
        List<ServerRef> servers = servers(2);
        server.on(REMOVE).passes().answers(403, error("Forbidden.ServerGroup"));
        server.on(LIST).answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.serversPerCall(1).removeServers(group, servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.unknown()).isEqualTo(servers.subList(0, 1));
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(1, 2));
                });
    }

    @Test
    void tellsWhatIsDoneIfTheClientIsClosedBeforeTheLastCallOfMany() {
        List<ServerRef> servers = List.of(ServerRef.ecs("i-0", 80), ServerRef.ecs("i-1", 80));
        try (AlbServer slow = AlbServer.start();
                AlbClient closed =
                        builder().endpoint(slow.uri()).time(slow.time()).build()) {
            String web = slow.addServerGroup("web");
            servers.forEach(one -> slow.addServer(web, one.serverId(), "Ecs", 80));
            slow.jobsTake(Duration.ofMinutes(1));
            slow.time().after(Duration.ofSeconds(2), closed::close);
            ServerGroups oneByOne = closed.serverGroups().serversPerCall(1);

            assertThatThrownBy(() -> oneByOne.removeServers(web, servers, false))
                    .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                        assertThat(partial.unknown()).isEqualTo(servers.subList(0, 1));
                        assertThat(partial.notRemoved()).isEqualTo(servers.subList(1, 2));
                        assertThat(partial.applied()).isEqualTo(Applied.UNKNOWN);
                    })
                    .hasCauseInstanceOf(CallInterruptedException.class)
                    .hasMessageContaining("the client was closed");
        }
    }
}
