package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.job.ListAsynJobs;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.testkit.Fault;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class RemoveServersTest extends AlbTestBase {
    @Test
    void takesAsManyCallsAsTheLimitOfACallAsksFor() {
        groups.removeServers(group, servers(100), false);

        assertThat(removals()).map(removal -> serverIds(removal).size()).containsExactly(40, 40, 20);
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void takesOneCallIfTheServiceAllowsMore() {
        groups.serversPerCall(200).removeServers(group, servers(100), false);

        assertThat(removals()).map(removal -> serverIds(removal).size()).containsExactly(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void refusesAnotherNumberOfServersPerCallThanTheServiceTakes(int most) {
        assertThatThrownBy(() -> groups.serversPerCall(most))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("serversPerCall: \"" + most + "\" is not allowed, but 1 to 200 is");
    }

    @Test
    void removesAServerNamedTwiceOnceAndKeepsTheOrder() {
        List<ServerRef> servers = servers(3);

        groups.removeServers(
                group, List.of(servers.get(2), servers.get(0), servers.get(2), servers.get(1), servers.get(0)), false);

        assertThat(removals()).map(AlbTestBase::serverIds).containsExactly(List.of("i-2", "i-0", "i-1"));
    }

    @Test
    void tellsPortsOfOneServerApart() {
        server.addServer(group, "i-1", "Ecs", 80);
        server.addServer(group, "i-1", "Ecs", 81);

        groups.removeServers(group, List.of(ServerRef.ecs("i-1", 81)), false);

        assertThat(server.servers(group)).extracting("port").containsExactly(80);
    }

    @Test
    void tellsRequestJobServersAndTokenOfEachCall() {
        ServerChange change = groups.serversPerCall(2).removeServers(group, servers(3), false);

        assertThat(change.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.requestId()).isNotEmpty();
            assertThat(call.jobId()).isPresent();
        });
        assertThat(change.calls()).map(call -> call.servers().size()).containsExactly(2, 1);
        assertThat(change.calls())
                .map(ServerChange.Call::clientToken)
                .containsExactlyElementsOf(
                        removals().stream().map(AlbTestBase::token).toList());
        assertThat(change.jobIds()).hasSize(2).doesNotHaveDuplicates();
        assertThat(change.alreadyGone()).isEmpty();
        assertThat(change.isDryRun()).isFalse();
    }

    @Test
    void drawsAnotherTokenForEachCall() {
        groups.serversPerCall(1).removeServers(group, servers(3), false);

        assertThat(removals()).map(AlbTestBase::token).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheTokenOverTheAttemptsButSignsEachAnew() {
        server.on(REMOVE).answers(500, error("InternalError")).then(503).then(400, error("Throttling.User"));

        groups.removeServers(group, servers(1), false);

        List<RecordedRequest> attempts = removals();
        assertThat(attempts).hasSize(4);
        assertThat(attempts).map(AlbTestBase::token).containsOnly(token(attempts.get(0)));
        assertThat(attempts).map(one -> header(one, "x-acs-signature-nonce")).doesNotHaveDuplicates();
        assertThat(attempts).map(one -> header(one, "authorization")).doesNotHaveDuplicates();
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void datesEachAttemptAnew() {
        server.on(REMOVE)
                .answers(400, "application/json", error("Throttling"), "x-acs-retry-after", "20000")
                .passes();

        groups.removeServers(group, servers(1), false);

        assertThat(removals())
                .map(one -> header(one, "x-acs-date"))
                .containsExactly("2026-03-04T05:06:07Z", "2026-03-04T05:06:27Z");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isCarriedOutOnceIfTheAnswerIsLost(Fault how) {
        server.on(REMOVE).loses(how);

        ServerChange change = groups.removeServers(group, servers(2), false);

        assertThat(removals())
                .hasSize(2)
                .map(AlbTestBase::token)
                .containsOnly(change.calls().get(0).clientToken());
        assertThat(serversLeft()).isEmpty();
        assertThat(client.jobs().listJobs(ListAsynJobs.builder().build())).hasSize(1);
    }

    @Test
    void sendsNothingIfOneServerIsWrong() {
        List<ServerRef> servers = new ArrayList<>(servers(100));
        servers.set(57, ServerRef.ecs("i-57", 0));

        assertThatThrownBy(() -> groups.removeServers(group, servers, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Servers[57].Port: \"0\" is not allowed, but 1 to 65535 is");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void saysThatAGroupIsMissing() {
        assertThatThrownBy(() -> groups.removeServers("sgp-none", List.of(ServerRef.ecs("i-1", 80)), false))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        missing -> assertThat(missing.code()).isEqualTo("ResourceNotFound.ServerGroup"));
        assertThat(server.calls()).containsExactly(REMOVE);
    }

    private static String header(RecordedRequest request, String name) {
        return request.header(name).orElseThrow();
    }
}
