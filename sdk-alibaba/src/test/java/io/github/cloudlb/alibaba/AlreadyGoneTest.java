package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.NotFoundException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class AlreadyGoneTest extends AlbTestBase {
    private static final String NOT_THERE = "ResourceNotFound.BackendServer";

    @Test
    void goesOnWithTheServersThatAreStillThere() {
        List<ServerRef> servers = new ArrayList<>(servers(3));
        ServerRef gone = ServerRef.ecs("i-gone", 80);
        servers.add(1, gone);

        ServerChange change = groups.removeServers(group, servers, false);

        assertThat(change.alreadyGone()).containsExactly(gone);
        assertThat(server.calls()).containsExactly(REMOVE, LIST, REMOVE);
        assertThat(removals()).map(AlbTestBase::token).doesNotHaveDuplicates();
        assertThat(serverIds(removals().get(1))).containsExactly("i-0", "i-1", "i-2");
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void isDoneIfNoneIsThereAnyMore() {
        List<ServerRef> gone = List.of(ServerRef.ecs("i-1", 80), ServerRef.ecs("i-2", 80));

        ServerChange change = groups.removeServers(group, gone, false);

        assertThat(change.alreadyGone()).isEqualTo(gone);
        assertThat(change.calls()).isEmpty();
        assertThat(change.await(Duration.ofMinutes(1))).isEmpty();
        assertThat(server.calls()).containsExactly(REMOVE, LIST);
    }

    @Test
    void readsTheGroupOnceForAllCallsToCome() {
        List<ServerRef> servers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            servers.add(ServerRef.ecs("i-gone-" + i, 80));
        }
        servers.addAll(servers(10));

        ServerChange change = groups.removeServers(group, servers, false);

        assertThat(change.alreadyGone()).hasSize(100);
        assertThat(server.calls()).containsExactly(REMOVE, LIST, REMOVE);
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void finishesWhatWasLeftHalfDone() {
        List<ServerRef> servers = servers(5);
        server.on(REMOVE).passes().passes().answers(403, error("Forbidden.ServerGroup"));
        assertThatThrownBy(() -> groups.serversPerCall(1).removeServers(group, servers, false))
                .isInstanceOf(PartialRemovalException.class);

        ServerChange change = groups.serversPerCall(1).removeServers(group, servers, false);

        assertThat(change.alreadyGone()).isEqualTo(servers.subList(0, 2));
        assertThat(change.calls()).hasSize(3);
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void throwsWhatTheServiceSaidIfAllServersAreThere() {
        List<ServerRef> servers = servers(2);
        server.on(REMOVE).answers(404, error(NOT_THERE));

        assertThatThrownBy(() -> groups.removeServers(group, servers, false))
                .isInstanceOfSatisfying(NotFoundException.class, missing -> {
                    assertThat(missing.code()).isEqualTo(NOT_THERE);
                    assertThat(missing.applied()).isEqualTo(Applied.NO);
                });
        assertThat(server.calls()).containsExactly(REMOVE, LIST);
        assertThat(serversLeft()).hasSize(2);
    }

    @Test
    void throwsWhatTheServiceSaidIfTheGroupCannotBeRead() {
        server.on(REMOVE).answers(404, error(NOT_THERE));
        server.on(LIST).answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void readsTheGroupAgainIfAServerGoesMeanwhile() {
        List<ServerRef> servers = new ArrayList<>(servers(2));
        servers.add(ServerRef.ecs("i-gone", 80));
        server.on(LIST).answers(200, listing("i-0", "i-1", "i-later")).then(200, listing("i-0", "i-1"));
        servers.add(ServerRef.ecs("i-later", 80));

        ServerChange change = groups.removeServers(group, servers, false);

        assertThat(change.alreadyGone()).map(ServerRef::serverId).containsExactly("i-gone", "i-later");
        assertThat(server.calls()).containsExactly(REMOVE, LIST, REMOVE, LIST, REMOVE);
    }

    @Test
    void countsThemAsRemovedIfALaterCallFails() {
        ServerRef gone = ServerRef.ecs("i-gone", 80);
        List<ServerRef> servers = new ArrayList<>(List.of(gone));
        servers.addAll(servers(3));
        server.on(REMOVE).passes().passes().answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.serversPerCall(2).removeServers(group, servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.removed()).containsExactlyElementsOf(servers.subList(0, 3));
                    assertThat(partial.notRemoved()).containsExactly(servers.get(3));
                    assertThat(partial.unknown()).isEmpty();
                });
    }

    @Test
    void isNotTriedForADryRun() {
        servers(1);

        assertThatThrownBy(() -> groups.removeServers(group, List.of(ServerRef.ecs("i-gone", 80)), true))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        missing -> assertThat(missing.code()).isEqualTo(NOT_THERE));
        assertThat(server.calls()).containsExactly(REMOVE);
    }

    private static String listing(String... ids) {
        StringBuilder servers = new StringBuilder();
        for (String id : ids) {
            servers.append(servers.isEmpty() ? "" : ", ")
                    .append("{\"ServerId\": \"")
                    .append(id)
                    .append("\", \"ServerType\": \"Ecs\", \"Port\": 80, \"Status\": \"Available\"}");
        }
        return "{\"Servers\": [" + servers + "], \"TotalCount\": " + ids.length + ", \"RequestId\": \"req-2\"}";
    }
}
