package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.job.Accepted;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.servergroup.AddServersToServerGroup;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.CallInterruptedException;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.WaitFailedException;
import io.github.cloudlb.core.WaitTimeoutException;
import io.github.cloudlb.testkit.AlbServer;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Waiters on threads of their own, in a time they share. */
@Timeout(120)
class JobsTest {
    private static final String JOBS = "ListAsynJobs";
    private static final Duration LONG = Duration.ofMinutes(2);

    private final SharedTime time = new SharedTime();
    private final AlbServer server = AlbServer.start(time);
    private final AlbClient client = AlbClient.builder()
            .endpoint(server.uri())
            .credentials(AlibabaCredentials.of(AlbServer.ACCESS_KEY_ID, AlbServer.ACCESS_KEY_SECRET))
            .time(time)
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        client.close();
        server.close();
    }

    @Test
    void fiftyWaitersAskTogether() throws Exception {
        server.jobsTake(Duration.ofSeconds(10));
        List<AcceptedJob> changes = changes(50);

        List<Future<Job>> waiters =
                started(changes.stream().map(change -> waiter(client, change)).toList());

        for (Future<Job> waiter : waiters) {
            assertThat(waiter.get().status()).isEqualTo(JobStatus.SUCCEEDED);
        }
        assertThat(callsOfEachSecondButTheFirst())
                .hasSize(10)
                .allSatisfy(
                        calls -> assertThat(calls).map(call -> ids(call).size()).containsExactly(10, 10, 10, 10, 10));
    }

    @Test
    void changesOfServersAskTogetherToo() throws Exception {
        server.jobsTake(Duration.ofSeconds(3));
        List<ServerChange> changes = IntStream.range(0, 20)
                .mapToObj(number -> {
                    String group = server.addServerGroup("web");
                    server.addServer(group, "i-1", "Ecs", 80);
                    return client.serverGroups().removeServers(group, List.of(ServerRef.ecs("i-1", 80)), false);
                })
                .toList();

        List<Future<List<Job>>> waiters = started(changes.stream()
                .map(change -> (Callable<List<Job>>) () -> change.await(LONG))
                .toList());

        for (Future<List<Job>> waiter : waiters) {
            assertThat(waiter.get()).map(Job::status).containsExactly(JobStatus.SUCCEEDED);
        }
        assertThat(callsOfEachSecondButTheFirst())
                .hasSize(3)
                .allSatisfy(calls -> assertThat(calls).hasSize(2));
    }

    @Test
    void aJobIsLookedForOnceHoweverManyWaitForIt() throws Exception {
        server.jobsTake(Duration.ofSeconds(3));
        AcceptedJob change = changes(1).get(0);

        List<Future<Job>> waiters = started(List.of(waiter(client, change), waiter(client, change)));

        assertThat(waiters.get(0).get()).isEqualTo(waiters.get(1).get());
        assertThat(asked()).hasSize(4).map(JobsTest::ids).containsOnly(List.of(id(change)));
    }

    @Test
    void aClientWithOtherOptionsAsksTogetherWithTheFirst() throws Exception {
        server.jobsTake(Duration.ofSeconds(5));
        List<AcceptedJob> changes = changes(2);
        AlbClient other = client.with(CallOptions.attempts(2));

        List<Future<Job>> waiters = started(List.of(waiter(client, changes.get(0)), waiter(other, changes.get(1))));

        assertThat(waiters.get(0).get().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(waiters.get(1).get().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(callsOfEachSecondButTheFirst())
                .hasSize(5)
                .allSatisfy(calls -> assertThat(calls).hasSize(1));
    }

    @Test
    void oneThatFailsDoesNotDisturbTheOthers() throws Exception {
        server.jobsTake(Duration.ofSeconds(3));
        server.jobFails("OperationDenied.Busy", "The server is being used.");
        List<AcceptedJob> changes = changes(12);

        List<Future<Job>> waiters =
                started(changes.stream().map(change -> waiter(client, change)).toList());

        assertThatThrownBy(() -> waiters.get(0).get())
                .hasCauseInstanceOf(WaitFailedException.class)
                .hasMessageContaining("job " + id(changes.get(0)) + ": cannot come any more; last seen: ")
                .hasMessageContaining("OperationDenied.Busy: The server is being used.");
        for (Future<Job> waiter : waiters.subList(1, 12)) {
            assertThat(waiter.get().status()).isEqualTo(JobStatus.SUCCEEDED);
        }
    }

    @Test
    void oneThatHasNoTimeLeftDoesNotDisturbTheOthers() throws Exception {
        server.jobsTake(Duration.ofSeconds(10));
        List<AcceptedJob> changes = changes(2);
        AcceptedJob given = changes.get(0);

        List<Future<Job>> waiters = started(List.of(
                () -> client.jobs().await(given, Duration.ofSeconds(3)).orElseThrow(), waiter(client, changes.get(1))));

        assertThatThrownBy(() -> waiters.get(0).get())
                .hasCauseInstanceOf(WaitTimeoutException.class)
                .hasMessageContaining("not within PT3S; last seen: " + id(given) + " Processing");
        assertThat(waiters.get(1).get().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ids(asked().get(asked().size() - 1))).containsExactly(id(changes.get(1)));
    }

    @Test
    void oneThatFailsToAskLeavesAskingToTheNext() throws Exception {
        List<AcceptedJob> changes = changes(2);
        server.on(JOBS)
                .answers(403, "{\"Code\": \"Forbidden\", \"Message\": \"m\"}")
                .after(Duration.ofMillis(300));
        List<Throwable> failures = new ArrayList<>();
        Thread asking = started(() -> client.jobs().await(changes.get(0), LONG), failures);
        while (asked().isEmpty()) {
            Thread.onSpinWait();
        }
        Thread waiting = started(() -> client.jobs().await(changes.get(1), LONG), failures);

        asking.join();
        waiting.join();

        assertThat(failures).singleElement().isInstanceOf(AccessDeniedException.class);
        assertThat(asked()).hasSize(2);
        assertThat(ids(asked().get(0))).containsExactly(id(changes.get(0)));
        assertThat(ids(asked().get(1))).contains(id(changes.get(1)));
    }

    @Test
    void oneThatIsInterruptedWhileAnotherAsksEndsAtOnce() throws Exception {
        List<AcceptedJob> changes = changes(2);
        server.on(JOBS).hang();
        List<Throwable> failures = new ArrayList<>();
        Thread asking = started(() -> client.jobs().await(changes.get(0), LONG), failures);
        while (asked().isEmpty()) {
            Thread.onSpinWait();
        }
        Thread waiting = started(() -> client.jobs().await(changes.get(1), LONG), failures);

        waiting.interrupt();
        waiting.join();

        assertThat(failures).singleElement().isInstanceOf(CallInterruptedException.class);
        assertThat(asking.isAlive()).isTrue();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whatIsRefusedForAllIsAskedForAlone() throws Exception {
        server.jobsTake(Duration.ofSeconds(3));
        List<AcceptedJob> changes = changes(2);
        server.on(JOBS).passes().passes().answers(400, "{\"Code\": \"InvalidParameter\", \"Message\": \"scripted\"}");

        List<Future<Job>> waiters =
                started(changes.stream().map(change -> waiter(client, change)).toList());

        assertThat(waiters.get(0).get().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(waiters.get(1).get().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ids(asked().get(2))).hasSize(2);
        assertThat(ids(asked().get(3))).hasSize(1);
    }

    @Test
    void waitsForNothingWithoutAJob() {
        AcceptedJob checked = client.serverGroups().addServersToServerGroup(addition(true));

        assertThat(client.jobs().await(checked, LONG)).isEmpty();
        assertThat(client.jobs().await(List.of(), LONG)).isEmpty();
        assertThat(asked()).isEmpty();
    }

    @Test
    void saysThatTheServiceDoesNotListAJob() {
        AcceptedJob change = changes(1).get(0);
        server.on(JOBS).answers(200, "{\"RequestId\": \"r\", \"Jobs\": []}").always();

        assertThatThrownBy(() -> client.jobs().await(change, Duration.ofSeconds(2)))
                .isInstanceOf(WaitTimeoutException.class)
                .hasMessageEndingWith("not within PT2S; last seen: " + id(change) + " not listed");
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void tellsJobsInTheOrderOfTheirChanges() {
        List<AcceptedJob> changes = changes(25);
        server.on(JOBS).answers(400, "{\"Code\": \"Throttling\", \"Message\": \"scripted\"}");

        assertThat(client.jobs().await(changes, LONG))
                .map(Job::id)
                .isEqualTo(changes.stream().map(JobsTest::id).toList());
        assertThat(client.jobs().jobsOf(changes)).hasSize(25);
    }

    /** Servers being added to so many groups. */
    private List<AcceptedJob> changes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> client.serverGroups().addServersToServerGroup(addition(false)))
                .toList();
    }

    private AddServersToServerGroup addition(boolean dryRun) {
        return AddServersToServerGroup.builder()
                .serverGroupId(server.addServerGroup("web"))
                .addServers(ServerSpec.ecs("i-1", 80))
                .dryRun(dryRun)
                .build();
    }

    private static Callable<Job> waiter(AlbClient client, Accepted change) {
        return () -> client.jobs().await(change, LONG).orElseThrow();
    }

    private <T> List<Future<T>> started(List<Callable<T>> waiters) {
        time.join(waiters.size());
        return waiters.stream()
                .map(waiter -> threads.submit(() -> leaving(waiter)))
                .toList();
    }

    private <T> T leaving(Callable<T> waiter) throws Exception {
        try {
            return waiter.call();
        } finally {
            time.leave();
        }
    }

    private static Thread started(Runnable waiter, List<Throwable> failures) {
        Thread thread = new Thread(waiter);
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        return thread;
    }

    private List<RecordedRequest> asked() {
        return server.requests().stream()
                .filter(request -> request.call().equals(JOBS))
                .toList();
    }

    /** In the first second some come when others have asked already. */
    private Collection<List<RecordedRequest>> callsOfEachSecondButTheFirst() {
        TreeMap<String, List<RecordedRequest>> calls = asked().stream()
                .collect(Collectors.groupingBy(
                        call -> call.header("x-acs-date").orElseThrow(), TreeMap::new, Collectors.toList()));
        return calls.tailMap(calls.firstKey(), false).values();
    }

    private static List<String> ids(RecordedRequest look) {
        return look.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("JobIds."))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .toList();
    }

    private static String id(Accepted change) {
        return change.jobId().orElseThrow();
    }
}
