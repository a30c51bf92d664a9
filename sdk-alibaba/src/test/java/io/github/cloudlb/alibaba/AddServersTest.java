package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.change.PartialChangeException;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.core.ServiceException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class AddServersTest extends AlbTestBase {
    private static final String ADD = "AddServersToServerGroup";

    private final List<ServerSpec> servers = IntStream.range(0, 100)
            .mapToObj(i -> ServerSpec.builder()
                    .serverId("i-" + i)
                    .serverType(ServerType.ECS)
                    .port(80)
                    .weight(10)
                    .build())
            .toList();

    @Test
    void takesSeveralCallsAndWaitsForAllTheirJobs() {
        server.jobsTake(Duration.ofSeconds(3));

        Change<?> change = groups.addServers(group, servers, false);

        assertThat(change.await(Duration.ofMinutes(1)))
                .hasSize(3)
                .allSatisfy(job -> assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED));
        assertThat(serversLeft()).hasSize(100);
    }

    @Test
    void finishesWhatWasLeftHalfDone() {
        server.on(ADD).passes().answers(403, error("Forbidden.ServerGroup"));

        assertThatThrownBy(() -> groups.addServers(group, servers, false))
                .isInstanceOfSatisfying(PartialChangeException.class, partial -> {
                    assertThat(partial.done()).isEqualTo(servers.subList(0, 40));
                    assertThat(partial.notDone()).isEqualTo(servers.subList(40, 100));
                });
        groups.addServers(group, servers, false).await(Duration.ofMinutes(1));

        assertThat(serversLeft()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void doesNotTakeAServerWithAnotherWeightForTheOneThatIsToBeAdded() {
        server.addServer(group, "i-5", "Ecs", 80);

        assertThatThrownBy(() -> groups.addServers(group, servers.subList(0, 10), false))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.code()).isEqualTo("Conflict.BackendServer"));
        assertThat(serversLeft()).containsExactly("i-5");
    }
}
