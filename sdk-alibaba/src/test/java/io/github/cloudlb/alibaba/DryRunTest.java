package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.servergroup.AddServersToServerGroup;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.testkit.Fault;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class DryRunTest extends AlbTestBase {
    @Test
    void passesWithoutJobsAndChangesNothing() {
        ServerChange change = groups.removeServers(group, servers(3), true);

        assertThat(change.isDryRun()).isTrue();
        assertThat(change.jobIds()).isEmpty();
        assertThat(change.calls()).singleElement().satisfies(call -> {
            assertThat(call.requestId()).isNotEmpty();
            assertThat(call.jobId()).isEmpty();
        });
        assertThat(serversLeft()).hasSize(3);
        assertThat(removals().get(0).parameters()).containsEntry("DryRun", List.of("true"));
    }

    @Test
    void leavesNothingToWaitFor() {
        ServerChange change = groups.removeServers(group, servers(1), true);

        assertThat(change.await(Duration.ofMinutes(1))).isEmpty();
        assertThat(server.calls()).containsExactly(REMOVE);
        assertThat(time.passed()).isZero();
    }

    @Test
    void checksEachOfSeveralCalls() {
        groups.removeServers(group, servers(100), true);

        assertThat(removals()).hasSize(3);
        assertThat(serversLeft()).hasSize(100);
    }

    @Test
    void throwsWhatTheRemovalWould() {
        servers(1);

        assertThatThrownBy(() -> groups.removeServers(group, List.of(ServerRef.ecs("i-none", 80)), true))
                .isInstanceOfSatisfying(NotFoundException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("ResourceNotFound.BackendServer");
                    assertThat(refused.applied()).isEqualTo(Applied.NO);
                });
        assertThat(serversLeft()).hasSize(1);
    }

    @Test
    void throwsWhatTheServiceSaidEvenIfEarlierChecksPassed() {
        server.on(REMOVE).passes().answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.removeServers(group, servers(50), true))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void isNotMistakenForTheAnswerToARealRemoval() {
        server.on(REMOVE).answers(400, error("DryRunOperation"));

        assertThatThrownBy(() -> groups.removeServers(group, servers(1), false))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("DryRunOperation"));
    }

    @Test
    void isAnAnswerOfEveryOtherChangeToo() {
        AcceptedJob answer = groups.addServersToServerGroup(AddServersToServerGroup.builder()
                .serverGroupId(group)
                .addServers(ServerSpec.ecs("i-9", 80))
                .dryRun(true)
                .build());

        assertThat(answer.jobId()).isEmpty();
        assertThat(answer.requestId()).isNotEmpty();
        assertThat(answer.unlisted()).containsEntry("Code", "DryRunOperation");
        assertThat(serversLeft()).isEmpty();
    }

    @Test
    void isSentOnlyIfAskedFor() {
        groups.removeServers(group, servers(1), false);

        assertThat(removals().get(0).parameters()).doesNotContainKey("DryRun");
    }

    @Test
    void changesNothingEvenIfItsAnswersAreLost() {
        List<ServerRef> servers = servers(1);
        server.on(REMOVE).loses(Fault.RESET).always();

        assertThatThrownBy(() -> groups.removeServers(group, servers, true))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        lost -> assertThat(lost.applied()).isEqualTo(Applied.NO));
        assertThat(serversLeft()).hasSize(1);
    }
}
