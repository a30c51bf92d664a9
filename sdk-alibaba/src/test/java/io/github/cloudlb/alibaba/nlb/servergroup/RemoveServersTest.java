package io.github.cloudlb.alibaba.nlb.servergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.WireTestBase.Sent;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.servergroup.PartialRemovalException;
import io.github.cloudlb.alibaba.servergroup.ServerChange;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.WaitFailedException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Removing servers, which NLB and ALB share; here is what is NLB's own. */
class RemoveServersTest extends NlbWireTestBase {
    private static final String REMOVE = "RemoveServersFromServerGroup";
    private static final String LIST = "ListServerGroupServers";
    private static final String JOBS = "ListAsynJobs";
    private static final String EMPTY = "{\"RequestId\": \"req-9\", \"Servers\": []}";
    private static final ServerRef ANY_PORT =
            ServerRef.builder().serverId("i-1").serverType(ServerType.ECS).build();

    @Test
    void takesTwoHundredServersInACall() {
        cloud.on("POST /").answers(200, accepted("job-1")).then(200, accepted("job-2"));

        ServerChange change = nlb.serverGroups().removeServers("sgp-1", servers(201), false);

        assertThat(forms()).map(form -> count(form, ".ServerId")).containsExactly(200L, 1L);
        assertThat(forms().get(1))
                .containsEntry("ServerGroupId", "sgp-1")
                .containsEntry("Servers.1.ServerId", "i-200")
                .containsEntry("ClientToken", change.calls().get(1).clientToken())
                .doesNotContainKeys("DryRun", "RegionId");
        assertThat(change.jobIds()).containsExactly("job-1", "job-2");
    }

    @Test
    void isDoneWhenTheJobsAreAndTheServersAreGone() {
        cloud.on("POST /")
                .answers(200, accepted("job-1"))
                .then(200, accepted("job-2"))
                .then(200, jobs("Succeeded", "Processing"))
                .then(200, jobs("Succeeded", "Succeeded"))
                .then(200, listing("i-0", 80))
                .then(200, EMPTY);

        List<Job> jobs = nlb.serverGroups()
                .serversPerCall(1)
                .removeServers("sgp-1", servers(2), false)
                .await(Duration.ofMinutes(2));

        assertThat(jobs).map(Job::id).containsExactly("job-1", "job-2");
        assertThat(actions()).containsExactly(REMOVE, REMOVE, JOBS, JOBS, LIST, LIST);
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void onlyChecksInADryRun() {
        cloud.on("POST /").answers(400, error("DryRunOperation"));

        ServerChange change = nlb.serverGroups().removeServers("sgp-1", servers(1), true);

        assertThat(forms().get(0)).containsEntry("DryRun", "true");
        assertThat(change.isDryRun()).isTrue();
        assertThat(change.jobIds()).isEmpty();
        assertThat(change.await(Duration.ofMinutes(2))).isEmpty();
        assertThat(actions()).containsExactly(REMOVE);
    }

    @Test
    void goesOnWithTheServersThatAreStillThere() {
        cloud.on("POST /")
                .answers(404, error("ResourceNotFound.BackendServer"))
                .then(200, listing("i-1", 80))
                .then(200, accepted("job-1"));
        List<ServerRef> servers = servers(2);

        ServerChange change = nlb.serverGroups().removeServers("sgp-1", servers, false);

        assertThat(change.alreadyGone()).isEqualTo(servers.subList(0, 1));
        assertThat(actions()).containsExactly(REMOVE, LIST, REMOVE);
        assertThat(forms().get(2)).containsEntry("Servers.1.ServerId", "i-1").doesNotContainKey("Servers.2.ServerId");
        assertThat(forms().get(2).get("ClientToken"))
                .isNotEqualTo(forms().get(0).get("ClientToken"));
    }

    @Test
    void tellsWhatBecameOfEachServerIfALaterCallIsRefused() {
        cloud.on("POST /")
                .answers(200, accepted("job-1"))
                .then(403, error("Forbidden.NoPermission"))
                .then(200, listing("i-1", 80))
                .then(200, jobs("Succeeded"));
        List<ServerRef> servers = servers(2);

        assertThatThrownBy(() -> nlb.serverGroups().serversPerCall(1).removeServers("sgp-1", servers, false))
                .isInstanceOfSatisfying(PartialRemovalException.class, partial -> {
                    assertThat(partial.removed()).isEqualTo(servers.subList(0, 1));
                    assertThat(partial.notRemoved()).isEqualTo(servers.subList(1, 2));
                    assertThat(partial.unknown()).isEmpty();
                    assertThat(partial.applied()).isEqualTo(Applied.YES);
                })
                .hasCauseInstanceOf(AccessDeniedException.class);
    }

    @Test
    void tellsThatAJobFailed() {
        cloud.on("POST /")
                .answers(200, accepted("job-1"))
                .then(200, jobs("Failed"))
                .then(200, listing("i-0", 80))
                .then(200, jobs("Failed"));
        List<ServerRef> servers = servers(1);
        ServerChange change = nlb.serverGroups().removeServers("sgp-1", servers, false);

        assertThatThrownBy(() -> change.await(Duration.ofMinutes(2)))
                .isInstanceOfSatisfying(
                        PartialRemovalException.class,
                        partial -> assertThat(partial.notRemoved()).isEqualTo(servers))
                .hasCauseInstanceOf(WaitFailedException.class);
    }

    @Test
    void takesNoPortForThatOfAnyPortAndForNoOther() {
        cloud.on("POST /")
                .answers(200, accepted("job-1"))
                .then(200, jobs("Succeeded"))
                .then(200, listing("i-1", 0))
                .then(200, listing("i-1", 80));

        nlb.serverGroups().removeServers("sgp-1", List.of(ANY_PORT), false).await(Duration.ofMinutes(2));

        assertThat(forms().get(0)).doesNotContainKey("Servers.1.Port");
        assertThat(actions()).containsExactly(REMOVE, JOBS, LIST, LIST);
    }

    @Test
    void sendsNothingIfOneServerIsAFunctionWhichOnlyAlbHas() {
        List<ServerRef> servers = List.of(ANY_PORT, ANY_PORT, ServerRef.fc("acs:fc:f"));

        assertThatThrownBy(() -> nlb.serverGroups().serversPerCall(2).removeServers("sgp-1", servers, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Servers[2].ServerType: \"Fc\" is not allowed, but one of Ecs, Eni, Eci, Ip is");
        assertThat(cloud.requests()).isEmpty();
    }

    @Test
    void refusesMoreServersPerCallThanTheServiceTakes() {
        assertThatThrownBy(() -> nlb.serverGroups().serversPerCall(201))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("serversPerCall: \"201\" is not allowed, but 1 to 200 is");
    }

    private static List<ServerRef> servers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ServerRef.ecs("i-" + i, 80))
                .toList();
    }

    private List<String> actions() {
        return cloud.requests().stream()
                .map(request -> new Sent(request).header("x-acs-action"))
                .toList();
    }

    private List<Map<String, String>> forms() {
        return cloud.requests().stream()
                .map(request -> new Sent(request).form())
                .toList();
    }

    private static long count(Map<String, String> form, String end) {
        return form.keySet().stream().filter(name -> name.endsWith(end)).count();
    }

    private static String accepted(String job) {
        return "{\"RequestId\": \"req-1\", \"JobId\": \"" + job + "\", \"ServerGroupId\": \"sgp-1\"}";
    }

    /** The states of job-1, job-2 and so on. */
    private static String jobs(String... states) {
        List<String> jobs = IntStream.range(0, states.length)
                .mapToObj(i -> "{\"Id\": \"job-" + (i + 1) + "\", \"Status\": \"" + states[i] + "\"}")
                .toList();
        return "{\"RequestId\": \"req-2\", \"Jobs\": [" + String.join(", ", jobs) + "], \"TotalCount\": \"1\"}";
    }

    private static String listing(String serverId, int port) {
        return "{\"RequestId\": \"req-3\", \"Servers\": [{\"ServerId\": \"" + serverId + "\", \"ServerType\": \"Ecs\","
                + " \"Port\": " + port + ", \"Status\": \"Available\"}]}";
    }

    private static String error(String code) {
        return "{\"Code\": \"" + code + "\", \"Message\": \"scripted\", \"RequestId\": \"req-4\", \"HostId\": \"h\"}";
    }
}
