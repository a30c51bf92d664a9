package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.change.Change;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.TransportException;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;
import io.github.cloudlb.testkit.AlbServer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class AwaitTest extends AlbTestBase {
    @Test
    void waitsUntilTheJobHasSucceededAndTheServersAreGone() {
        server.jobsTakeLooks(5);
        ServerChange change = groups.removeServers(group, servers(2), false);
        assertThat(server.servers(group)).extracting("status").containsOnly("Removing");

        List<Job> jobs = change.await(Duration.ofMinutes(2));

        assertThat(jobs).map(Job::status).containsExactly(JobStatus.SUCCEEDED);
        assertThat(jobs).map(Job::id).isEqualTo(change.jobIds());
        assertThat(serversLeft()).isEmpty();
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void looksOnceMoreForAServerThatIsSlowToGo() {
        List<ServerRef> servers = servers(1);
        ServerChange change = groups.removeServers(group, servers, false);
        server.on(LIST)
                .answers(
                        200,
                        "{\"RequestId\": \"r\", \"Servers\": [{\"ServerId\": \"i-0\", \"Port\": 80,"
                                + " \"ServerType\": \"Ecs\", \"Status\": \"Removing\"}]}")
                .passes();

        change.await(Duration.ofMinutes(2));

        assertThat(server.calls()).containsExactly(REMOVE, JOBS, LIST, LIST);
    }

    @Test
    void doesNotWaitForAnotherPortOfTheSameServer() {
        server.addServer(group, "i-1", "Ecs", 80);
        server.addServer(group, "i-1", "Ecs", 81);

        groups.removeServers(group, List.of(ServerRef.ecs("i-1", 80)), false).await(Duration.ofSeconds(10));

        assertThat(time.passed()).isZero();
    }

    @Test
    void readsAllPagesOfALargeGroup() {
        List<ServerRef> servers = servers(250);

        groups.removeServers(group, servers.subList(240, 250), false).await(Duration.ofSeconds(10));

        assertThat(server.calls()).containsExactly(REMOVE, JOBS, LIST, LIST, LIST);
    }

    @Test
    void asksForManyJobsInChunksOfTen() {
        ServerChange change = groups.serversPerCall(1).removeServers(group, servers(25), false);

        assertThat(change.await(Duration.ofMinutes(1))).hasSize(25);

        assertThat(server.requests().stream()
                        .filter(request -> request.call().equals(JOBS))
                        .map(request -> request.parameters().keySet().stream()
                                .filter(name -> name.startsWith("JobIds."))
                                .count()))
                .containsExactly(10L, 10L, 5L);
    }

    @Test
    void tellsWhyAJobFailed() {
        server.jobFails("OperationDenied.Busy", "The server is being used.");
        List<ServerRef> servers = servers(2);
        ServerChange change = groups.removeServers(group, servers, false);

        assertThatThrownBy(() -> change.await(Duration.ofMinutes(2)))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.notRemoved()).isEqualTo(servers);
                    assertThat(partial.removed()).isEmpty();
                    assertThat(partial.unknown()).isEmpty();
                    assertThat(partial.applied()).isEqualTo(Applied.NO);
                })
                .hasCauseInstanceOf(WaitFailedException.class)
                .hasMessageContaining("OperationDenied.Busy")
                .hasMessageContaining("The server is being used.");
    }

    @Test
    void tellsWhatIsGoneAndWhatIsNotIfOneOfTwoJobsFailed() {
        List<ServerRef> servers = servers(2);
        ServerChange first = groups.removeServers(group, servers.subList(0, 1), false);
        server.on(REMOVE)
                .answers(
                        200,
                        "{\"RequestId\": \"r\", \"JobId\": \"" + first.jobIds().get(0) + "\"}")
                .passes();
        server.addServer(group, "i-0", "Ecs", 80);
        ServerChange change = groups.serversPerCall(1).removeServers(group, servers, false);
        server.on(JOBS)
                .answers(
                        200,
                        "{\"RequestId\": \"r\", \"Jobs\": [{\"Id\": \""
                                + change.jobIds().get(0)
                                + "\", \"Status\": \"Failed\", \"ErrorCode\": \"E\"},"
                                + "{\"Id\": \"" + change.jobIds().get(1) + "\", \"Status\": \"Succeeded\"}]}")
                .always();

        assertThatThrownBy(() -> change.await(Duration.ofMinutes(2)))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.removed()).isEqualTo(servers.subList(1, 2));
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(0, 1));
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                });
    }

    @Test
    void givesUpWhenTheLimitIsReached() {
        server.jobsTakeLooks(1000);
        List<ServerRef> servers = servers(2);
        ServerChange change = groups.removeServers(group, servers, false);

        assertThatThrownBy(() -> change.await(Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.unknown()).isEqualTo(servers);
                    assertThat(partial.applied()).isEqualTo(Applied.UNKNOWN);
                })
                .hasCauseInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("Processing");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void waitsForAStatusItDoesNotKnow() {
        ServerChange change = groups.removeServers(group, servers(1), false);
        server.on(JOBS)
                .answers(
                        200,
                        "{\"RequestId\": \"r\", \"Jobs\": [{\"Id\": \""
                                + change.jobIds().get(0) + "\", \"Status\": \"Queued\"}]}")
                .passes();

        assertThat(change.await(Duration.ofMinutes(1))).map(Job::status).containsExactly(JobStatus.SUCCEEDED);
    }

    @Test
    void endsWhenTheClientIsClosedAndTellsWhatIsOpen() {
        try (AlbServer slow = AlbServer.start();
                AlbClient closed =
                        builder().endpoint(slow.uri()).time(slow.time()).build()) {
            String web = slow.addServerGroup("web");
            slow.addServer(web, "i-0", "Ecs", 80);
            slow.jobsTake(Duration.ofMinutes(1));
            slow.time().after(Duration.ofSeconds(2), closed::close);
            List<ServerRef> servers = List.of(ServerRef.ecs("i-0", 80));
            ServerChange change = closed.serverGroups().removeServers(web, servers, false);

            assertThatThrownBy(() -> change.await(Duration.ofMinutes(2)))
                    .isInstanceOfSatisfying(
                            PartialRemovalException.class,
                            partial -> assertThat(partial.unknown()).isEqualTo(servers))
                    .hasCauseInstanceOf(CallInterruptedException.class)
                    .hasMessageContaining("the client is closed");
        }
    }

    @Test
    void endsWhenTheClientIsClosedThoughNoJobTellsOfIt() {
        try (AlbServer slow = AlbServer.start();
                AlbClient closed =
                        builder().endpoint(slow.uri()).time(slow.time()).build()) {
            String loadBalancer = slow.addLoadBalancer("web");
            slow.time().after(Duration.ofSeconds(2), closed::close);

            assertThatThrownBy(() -> closed.loadBalancers().awaitDeleted(loadBalancer, Duration.ofMinutes(2)))
                    .isInstanceOf(CallInterruptedException.class);
        }
    }

    @Test
    void keepsToItsLimitHoweverManyPagesALookTakes() {
        try (AlbServer slow = AlbServer.start();
                AlbClient waiting =
                        builder().endpoint(slow.uri()).time(slow.time()).build()) {
            String web = slow.addServerGroup("web");
            IntStream.range(0, 1000).forEach(i -> slow.addServer(web, "i-" + i, "Ecs", 80));
            slow.on(LIST).slow(Duration.ofSeconds(25)).always();

            assertThatThrownBy(() -> waiting.serverGroups().awaitServersSettled(web, Duration.ofMinutes(1)))
                    .isInstanceOf(TransportException.class);
            assertThat(slow.time().elapsed()).isEqualTo(Duration.ofSeconds(75));
        }
    }

    @Test
    void keepsToItsLimitHoweverManyJobsALookAsksFor() {
        try (AlbServer slow = AlbServer.start();
                AlbClient waiting =
                        builder().endpoint(slow.uri()).time(slow.time()).build()) {
            String web = slow.addServerGroup("web");
            List<ServerSpec> servers = IntStream.range(0, 60)
                    .mapToObj(i -> ServerSpec.ecs("i-" + i, 80))
                    .toList();
            Change<?> change = waiting.serverGroups().serversPerCall(1).addServers(web, servers, false);
            slow.on(JOBS)
                    .slow(Duration.ofSeconds(25))
                    .slow(Duration.ofSeconds(25))
                    .slow(Duration.ofSeconds(25))
                    .slow(Duration.ofSeconds(25))
                    .slow(Duration.ofSeconds(25))
                    .slow(Duration.ofSeconds(25));

            assertThatThrownBy(() -> change.await(Duration.ofMinutes(1))).hasCauseInstanceOf(TransportException.class);
            assertThat(slow.time().elapsed()).isLessThan(Duration.ofSeconds(150));
        }
    }

    @Test
    void looksWithTheOptionsOfItsClient() {
        server.jobsTakeLooks(2);

        client.with(CallOptions.header("x-trace", "7"))
                .serverGroups()
                .removeServers(group, servers(1), false)
                .await(Duration.ofMinutes(1));

        assertThat(server.requests())
                .hasSizeGreaterThan(3)
                .allSatisfy(request -> assertThat(request.header("x-trace")).contains("7"));
    }
}
