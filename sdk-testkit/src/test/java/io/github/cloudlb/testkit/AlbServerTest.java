package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class AlbServerTest {
    private static final String REMOVE = "RemoveServersFromServerGroup";

    private final SetClock clock = new SetClock();
    private final AlbServer alb = AlbServer.start(clock);
    private final AlbBrowser client = new AlbBrowser(alb.uri(), clock);
    private final String group = alb.addServerGroup("web");

    @AfterEach
    void close() {
        alb.close();
    }

    @Test
    void removesServers() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);
        alb.addServer(group, "i-2", "Ecs", 80);

        JsonNode answer = client.json(REMOVE, servers("Servers", "i-1"));

        assertThat(answer.path("JobId").asText()).isNotEmpty();
        assertThat(answer.path("RequestId").asText()).isNotEmpty();
        assertThat(alb.servers(group)).extracting(AlbBackend::serverId).containsExactly("i-2");
        assertThat(alb.calls()).containsExactly(REMOVE);
        assertThat(alb.requests().get(0).parameters()).containsEntry("Servers.1.ServerId", List.of("i-1"));
    }

    @Test
    void addsServersSentInAForm() throws Exception {
        client.call(
                "AddServersToServerGroup",
                "ServerGroupId=" + group,
                "Servers.1.ServerId=i-1&Servers.1.ServerType=Ecs&Servers.1.Port=80&Servers.1.Weight=0"
                        + "&Servers.2.ServerId=i-1&Servers.2.ServerType=Ecs&Servers.2.Port=81");

        assertThat(alb.servers(group))
                .containsExactly(
                        new AlbBackend("i-1", "Ecs", 80, 0, "Available"),
                        new AlbBackend("i-1", "Ecs", 81, 100, "Available"));
    }

    @Test
    void aJobIsProcessingForAsManyLooksAsItTakes() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);
        alb.jobsTakeLooks(2);
        String job =
                client.json(REMOVE, servers("Servers", "i-1")).path("JobId").asText();

        assertThat(look(job).path("Status").asText()).isEqualTo("Processing");
        assertThat(alb.servers(group)).extracting(AlbBackend::status).containsExactly("Removing");
        assertThat(groupStatus()).isEqualTo("Configuring");
        assertThat(look(job).path("Status").asText()).isEqualTo("Processing");
        assertThat(look(job).path("Status").asText()).isEqualTo("Succeeded");
        assertThat(alb.servers(group)).isEmpty();
        assertThat(groupStatus()).isEqualTo("Available");
    }

    @Test
    void aJobLastsAsLongAsItTakesWhetherOrNotItIsLookedAt() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);
        alb.jobsTake(Duration.ofSeconds(20));
        String job =
                client.json(REMOVE, servers("Servers", "i-1")).path("JobId").asText();

        clock.passes(Duration.ofSeconds(19));
        assertThat(look(job).path("Status").asText()).isEqualTo("Processing");
        assertThat(groupStatus()).isEqualTo("Configuring");
        clock.passes(Duration.ofSeconds(1));
        assertThat(groupStatus()).isEqualTo("Available");
        assertThat(look(job).path("Status").asText()).isEqualTo("Succeeded");
        assertThat(alb.servers(group)).isEmpty();
    }

    @Test
    void whileAJobRunsTheGroupTakesNoOther() throws Exception {
        alb.jobsTakeLooks(1);
        client.json("AddServersToServerGroup", servers("Servers", "i-1"));

        assertThat(alb.servers(group)).extracting(AlbBackend::status).containsExactly("Adding");
        assertThat(client.code("AddServersToServerGroup", servers("Servers", "i-2")))
                .isEqualTo("400 IncorrectStatus.ServerGroup");
    }

    @Test
    void aJobThatFailsChangesNothingAndSaysWhy() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);
        alb.jobsTakeLooks(1);
        alb.jobFails("SystemBusy", "The system is busy.");
        String job =
                client.json(REMOVE, servers("Servers", "i-1")).path("JobId").asText();

        look(job);
        JsonNode end = look(job);

        assertThat(end.path("Status").asText()).isEqualTo("Failed");
        assertThat(end.path("ErrorCode").asText()).isEqualTo("SystemBusy");
        assertThat(alb.servers(group)).extracting(AlbBackend::status).containsExactly("Available");
        assertThat(client.json(REMOVE, servers("Servers", "i-1")).path("JobId").asText())
                .isNotEqualTo(job);
    }

    @Test
    void updatesWhatIsSentAndKeepsTheRest() throws Exception {
        client.call(
                "AddServersToServerGroup",
                servers("Servers", "i-1") + "&Servers.1.Weight=30&Servers.1.Description=first");

        client.call("UpdateServerGroupServersAttribute", servers("Servers", "i-1") + "&Servers.1.Weight=0");
        client.call("UpdateServerGroupServersAttribute", servers("Servers", "i-1") + "&Servers.1.Description=second");

        JsonNode server = client.json("ListServerGroupServers", "ServerGroupId=" + group)
                .path("Servers")
                .get(0);
        assertThat(server.path("Weight").asInt(-1)).isZero();
        assertThat(server.path("Description").asText()).isEqualTo("second");
        assertThat(server.path("ServerGroupId").asText()).isEqualTo(group);
    }

    @Test
    void replacesServers() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);
        alb.jobsTakeLooks(1);
        client.call(
                "ReplaceServersInServerGroup",
                servers("RemovedServers", "i-1") + "&"
                        + servers("AddedServers", "i-2").replaceFirst("ServerGroupId=[^&]*&", ""));

        assertThat(alb.servers(group)).extracting(AlbBackend::status).containsExactly("Replacing", "Replacing");
        client.call("ListAsynJobs", "");
        client.call("ListAsynJobs", "");
        assertThat(alb.servers(group)).extracting(AlbBackend::serverId).containsExactly("i-2");
    }

    @Test
    void aDryRunThatPassesIsAnErrorWithACodeOfItsOwnAndChangesNothing() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);

        assertThat(client.code(REMOVE, servers("Servers", "i-1") + "&DryRun=true"))
                .isEqualTo("400 DryRunOperation");
        assertThat(client.code(REMOVE, servers("Servers", "i-9") + "&DryRun=true"))
                .isEqualTo("404 ResourceNotFound.BackendServer");
        assertThat(alb.servers(group)).hasSize(1);
    }

    @Test
    void aRepeatedClientTokenIsAnsweredFromMemory() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);

        JsonNode first = client.json(REMOVE, servers("Servers", "i-1") + "&ClientToken=t-1");
        JsonNode second = client.json(REMOVE, servers("Servers", "i-1") + "&ClientToken=t-1");

        assertThat(second.path("JobId")).isEqualTo(first.path("JobId"));
        assertThat(second.path("RequestId")).isNotEqualTo(first.path("RequestId"));
        assertThat(client.code(REMOVE, servers("Servers", "i-2") + "&ClientToken=t-1"))
                .isEqualTo("400 IdempotentParameterMismatch");
    }

    @Test
    void aRefusedCallLeavesItsClientTokenFree() throws Exception {
        client.call(REMOVE, servers("Servers", "i-1") + "&ClientToken=t-1");
        alb.addServer(group, "i-1", "Ecs", 80);

        assertThat(client.json(REMOVE, servers("Servers", "i-1") + "&ClientToken=t-1")
                        .has("JobId"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RemoveServersFromServerGroup, ServerGroupId=sgp-none&Servers.1.ServerId=i&Servers.1.ServerType=Ecs&Servers.1.Port=80, 404 ResourceNotFound.ServerGroup",
        "RemoveServersFromServerGroup, Servers.1.ServerId=i-1, 400 MissingParameter",
        "RemoveServersFromServerGroup, ServerGroupId=sgp-testkit00000001, 400 MissingParameter",
        "AddServersToServerGroup, ServerGroupId=sgp-testkit00000001&Servers.1.ServerId=i&Servers.1.ServerType=Ecs, 400 MissingParameter",
        "AddServersToServerGroup, ServerGroupId=sgp-testkit00000001&Servers.1.ServerId=i&Servers.1.ServerType=Ecs&Servers.1.Port=70000, 400 InvalidParameter",
        "AddServersToServerGroup, ServerGroupId=sgp-testkit00000001&Servers.1.ServerId=i&Servers.1.ServerType=Ecs&Servers.1.Port=80&Servers.1.Weight=101, 400 InvalidParameter",
        "AddServersToServerGroup, ServerGroupId=sgp-testkit00000001&Servers.1.ServerId=i&Servers.1.ServerType=Cow&Servers.1.Port=80, 400 InvalidParameter",
        "AddServersToServerGroup, ServerGroupId=sgp-testkit00000001&Servers.1.ServerId=10.0.0.1&Servers.1.ServerType=Ip&Servers.1.Port=80, 400 Mismatch.ServerType",
        "ListServerGroupServers, ServerGroupId=sgp-none, 404 ResourceNotFound.ServerGroup",
        "ListServerGroups, MaxResults=101, 400 InvalidParameter",
        "ListServerGroups, NextToken=guess, 400 InvalidParameter",
        "FlyToTheMoon, '', 404 InvalidAction.NotFound",
    })
    void refusesByCode(String action, String query, String code) throws Exception {
        assertThat(client.code(action, query)).isEqualTo(code);
    }

    @Test
    void aServerIsThereOnceAndSentOnce() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);

        assertThat(client.code("AddServersToServerGroup", servers("Servers", "i-1")))
                .isEqualTo("400 Conflict.BackendServer");
        assertThat(client.code("AddServersToServerGroup", servers("Servers", "i-2", "i-2")))
                .isEqualTo("400 DuplicatedParam.BackendServer");
    }

    @Test
    void takesTwoHundredServersAndNoMore() throws Exception {
        assertThat(client.call("AddServersToServerGroup", servers("Servers", ids(200)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.code(REMOVE, servers("Servers", ids(201)))).isEqualTo("400 InvalidParameter");
        assertThat(client.code("ListAsynJobs", numbered("JobIds", ids(11)))).isEqualTo("400 InvalidParameter");
    }

    @Test
    void pagesServers() throws Exception {
        client.call("AddServersToServerGroup", servers("Servers", ids(45)));

        List<Integer> sizes = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = client.json("ListServerGroupServers", "ServerGroupId=" + group + "&NextToken=" + token);
            sizes.add(page.path("Servers").size());
            assertThat(page.path("TotalCount").asInt()).isEqualTo(45);
            token = page.path("NextToken").asText();
        } while (!token.isEmpty());

        assertThat(sizes).containsExactly(20, 20, 5);
    }

    @Test
    void findsServersAndGroups() throws Exception {
        client.call("AddServersToServerGroup", servers("Servers", ids(5)));
        alb.addServerGroup("api");

        assertThat(client.json("ListServerGroupServers", "ServerGroupId=" + group + "&ServerIds.1=i-3&ServerIds.2=i-9")
                        .path("Servers"))
                .hasSize(1);
        JsonNode found =
                client.json("ListServerGroups", "ServerGroupNames.1=web").path("ServerGroups");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("ServerCount").asInt()).isEqualTo(5);
        assertThat(client.json("ListServerGroups", "ServerGroupIds.1=sgp-none").path("ServerGroups"))
                .isEmpty();
    }

    @Test
    void aGroupIsMadeChangedAndDeleted() throws Exception {
        JsonNode made = client.json(
                "CreateServerGroup",
                "ServerGroupName=new&HealthCheckConfig.HealthCheckEnabled=true&HealthCheckConfig.HealthCheckCodes.1=http_2xx");
        String id = made.path("ServerGroupId").asText();
        client.call(
                "UpdateServerGroupAttribute",
                "ServerGroupId=" + id + "&ServerGroupName=newer&HealthCheckConfig.HealthCheckInterval=5");

        JsonNode view = client.json("ListServerGroups", "ServerGroupIds.1=" + id)
                .path("ServerGroups")
                .get(0);
        assertThat(view.path("ServerGroupName").asText()).isEqualTo("newer");
        assertThat(view.path("HealthCheckConfig").path("HealthCheckInterval").asInt())
                .isEqualTo(5);
        assertThat(view.path("HealthCheckConfig").path("HealthCheckCodes").toString())
                .isEqualTo("[\"http_2xx\"]");
        assertThat(view.path("HealthCheckConfig").path("HealthCheckTimeout").asInt())
                .as("what nobody has said")
                .isEqualTo(5);

        client.call("DeleteServerGroup", "ServerGroupId=" + id);
        assertThat(client.code("DeleteServerGroup", "ServerGroupId=" + id))
                .isEqualTo("404 ResourceNotFound.ServerGroup");
    }

    @Test
    void jobsAreFoundByWhatTheyChange() throws Exception {
        client.call("AddServersToServerGroup", servers("Servers", "i-1"));
        client.call(REMOVE, servers("Servers", "i-1"));

        assertThat(client.json("ListAsynJobs", "ResourceIds.1=" + group + "&ApiName=" + REMOVE)
                        .path("Jobs"))
                .hasSize(1);
        assertThat(client.json("ListAsynJobs", "ResourceType=listener").path("Jobs"))
                .isEmpty();
    }

    @Test
    void aScriptedAnswerComesBeforeTheState() throws Exception {
        alb.addServer(group, "i-1", "Ecs", 80);
        alb.on(REMOVE).answers(503, "{\"Code\":\"ServiceUnavailable\"}");

        assertThat(client.code(REMOVE, servers("Servers", "i-1"))).isEqualTo("503 ServiceUnavailable");
        assertThat(client.json(REMOVE, servers("Servers", "i-1")).has("JobId")).isTrue();
    }

    @Test
    void whatChangesWhileAnUpdateRunsStaysChanged() throws Exception {
        alb.jobsTake(Duration.ofSeconds(20));
        client.json("UpdateServerGroupAttribute", "ServerGroupId=" + group + "&ServerGroupName=new");
        client.json("MoveResourceGroup", "ResourceType=servergroup&NewResourceGroupId=rg-new&ResourceId=" + group);
        clock.passes(Duration.ofSeconds(20));

        JsonNode view = client.json("ListServerGroups", "").path("ServerGroups").get(0);
        assertThat(view.path("ServerGroupName").asText()).isEqualTo("new");
        assertThat(view.path("ResourceGroupId").asText()).isEqualTo("rg-new");
    }

    @Test
    void aJobMayLastForEver() throws Exception {
        alb.jobsTake(ChronoUnit.FOREVER.getDuration());
        client.json("UpdateServerGroupAttribute", "ServerGroupId=" + group + "&ServerGroupName=new");
        clock.passes(Duration.ofDays(36_500));

        assertThat(groupStatus()).isEqualTo("Configuring");
    }

    private JsonNode look(String job) throws Exception {
        return client.json("ListAsynJobs", "JobIds.1=" + job).path("Jobs").get(0);
    }

    private String groupStatus() throws Exception {
        return client.json("ListServerGroups", "ServerGroupIds.1=" + group)
                .path("ServerGroups")
                .get(0)
                .path("ServerGroupStatus")
                .asText();
    }

    private String servers(String name, String... ids) {
        return "ServerGroupId=" + group + "&"
                + IntStream.range(0, ids.length)
                        .mapToObj(i -> "%1$s.%2$d.ServerId=%3$s&%1$s.%2$d.ServerType=Ecs&%1$s.%2$d.Port=80"
                                .formatted(name, i + 1, ids[i]))
                        .collect(Collectors.joining("&"));
    }

    private static String numbered(String name, String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> name + "." + (i + 1) + "=" + values[i])
                .collect(Collectors.joining("&"));
    }

    private static String[] ids(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> "i-" + i).toArray(String[]::new);
    }
}
