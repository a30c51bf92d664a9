package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.job.ListAsynJobs;
import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ListServerGroups;
import io.github.cloudlb.alibaba.servergroup.ServerGroupServer;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerStatus;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A service that has learned more than this version knows. */
class ForwardCompatibilityTest extends AlbTestBase {
    @Test
    void keepsValuesOfAnEnumThatItDoesNotKnow() {
        server.on(LIST)
                .answers(
                        200,
                        "{\"Servers\": [{\"ServerId\": \"x-1\", \"ServerType\": \"Pod\", \"Status\": \"Draining\"}],"
                                + " \"RequestId\": \"r\"}");

        ServerGroupServer found = servers().get(0);

        assertThat(found.serverType()).contains(ServerType.unlisted("Pod"));
        assertThat(found.status()).hasValueSatisfying(status -> {
            assertThat(status.value()).isEqualTo("Draining");
            assertThat(ServerStatus.known()).doesNotContain(status);
        });
    }

    @Test
    void knowsAValueInAnotherCase() {
        server.on(JOBS).answers(200, "{\"Jobs\": [{\"Id\": \"j\", \"Status\": \"SUCCEEDED\"}], \"RequestId\": \"r\"}");

        assertThat(client.jobs().listJobs(ListAsynJobs.builder().build()))
                .map(Job::status)
                .containsExactly(JobStatus.SUCCEEDED);
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() {
        server.on(LIST)
                .answers(
                        200,
                        "{\"Servers\": [{\"ServerId\": \"i-1\", \"Zone\": \"h\", \"Health\": {\"Score\": [1, 2]},"
                                + " \"Nothing\": null}], \"RequestId\": \"r\"}");

        assertThat(servers().get(0).unlisted()).isEqualTo(Map.of("Zone", "h", "Health", "{\"Score\":[1,2]}"));
    }

    @Test
    void keepsThemInTheAnswerToAChange() {
        server.on(REMOVE).answers(200, "{\"JobId\": \"j\", \"RequestId\": \"r\", \"Cost\": 0.5}");

        assertThat(groups.removeServersFromServerGroup(group, List.of(ServerRef.ecs("i-1", 80)))
                        .unlisted())
                .isEqualTo(Map.of("Cost", "0.5"));
    }

    @Test
    void readsNumbersAndFlagsWrittenAsText() {
        server.on(LIST)
                .answers(
                        200,
                        "{\"Servers\": [{\"ServerId\": \"i-1\", \"Port\": \"80\", \"RemoteIpEnabled\": \"true\","
                                + " \"Weight\": null}], \"RequestId\": \"r\"}");

        ServerGroupServer found = servers().get(0);

        assertThat(found.port()).contains(80);
        assertThat(found.remoteIpEnabled()).contains(true);
        assertThat(found.weight()).isEmpty();
    }

    @Test
    void tellsWhatAPageSaysBesideItsItems() {
        servers(3);

        Page<ServerGroupServer> page = client.send(ListServerGroupServers.builder()
                .serverGroupId(group)
                .maxResults(2)
                .build());

        assertThat(page.items()).hasSize(2);
        assertThat(page.next()).isPresent();
        assertThat(page.envelope()).containsEntry("TotalCount", "3").containsKey("RequestId");
    }

    @Test
    void walksThroughThePagesAsTheStreamIsRead() {
        servers(5);
        ListServerGroupServers two = ListServerGroupServers.builder()
                .serverGroupId(group)
                .maxResults(2)
                .build();

        assertThat(groups.listServerGroupServers(two).limit(3))
                .map(ServerGroupServer::serverId)
                .containsExactly("i-0", "i-1", "i-2");
        assertThat(server.calls()).containsExactly(LIST, LIST);

        assertThat(groups.listServerGroupServers(two)).hasSize(5);
    }

    @Test
    void readsAPageWithoutItemsThatHasANextOne() {
        server.on("ListServerGroups")
                .answers(200, "{\"ServerGroups\": [], \"NextToken\": \"next-0\", \"RequestId\": \"r\"}")
                .then(200, "{\"ServerGroups\": [{\"ServerGroupId\": \"sgp-1\"}], \"RequestId\": \"r\"}");

        assertThat(groups.listServerGroups(ListServerGroups.builder().build())).hasSize(1);
        assertThat(server.requests().get(1).parameters()).containsEntry("NextToken", List.of("next-0"));
    }

    @Test
    void readsAnAnswerWithoutAList() {
        server.on(LIST).answers(200, "{\"RequestId\": \"r\", \"TotalCount\": 0, \"NextToken\": \"\"}");

        assertThat(servers()).isEmpty();
    }

    @Test
    void doesNotGuessWhereItCannotRead() {
        server.on(LIST)
                .answers(200, "{\"Servers\": [{\"ServerId\": \"i-1\", \"Port\": \"http\"}]}")
                .always();

        assertThatThrownBy(this::servers)
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("/Servers/0/Port is not a 32-bit integer");
    }

    private List<ServerGroupServer> servers() {
        return groups.listServerGroupServers(
                        ListServerGroupServers.builder().serverGroupId(group).build())
                .toList();
    }
}
