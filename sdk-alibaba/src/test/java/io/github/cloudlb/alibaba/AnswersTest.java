package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.job.Job;
import io.github.cloudlb.alibaba.job.JobStatus;
import io.github.cloudlb.alibaba.job.ListAsynJobs;
import io.github.cloudlb.alibaba.job.OperateType;
import io.github.cloudlb.alibaba.servergroup.AddServersToServerGroup;
import io.github.cloudlb.alibaba.servergroup.BackendProtocol;
import io.github.cloudlb.alibaba.servergroup.CreateServerGroup;
import io.github.cloudlb.alibaba.servergroup.CreatedServerGroup;
import io.github.cloudlb.alibaba.servergroup.DeleteServerGroup;
import io.github.cloudlb.alibaba.servergroup.HealthCheckConfig;
import io.github.cloudlb.alibaba.servergroup.HealthCheckProtocol;
import io.github.cloudlb.alibaba.servergroup.HttpVersion;
import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ListServerGroups;
import io.github.cloudlb.alibaba.servergroup.RemoveServersFromServerGroup;
import io.github.cloudlb.alibaba.servergroup.ReplaceServersInServerGroup;
import io.github.cloudlb.alibaba.servergroup.Scheduler;
import io.github.cloudlb.alibaba.servergroup.ServerGroup;
import io.github.cloudlb.alibaba.servergroup.ServerGroupServer;
import io.github.cloudlb.alibaba.servergroup.ServerGroupStatus;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.alibaba.servergroup.ServerStatus;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.alibaba.servergroup.StickySessionType;
import io.github.cloudlb.alibaba.servergroup.UpdateServerGroupAttribute;
import io.github.cloudlb.alibaba.servergroup.UpdateServerGroupServersAttribute;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Answers as the vendor documents them, read into values. */
class AnswersTest extends WireTestBase {
    static Stream<Request<AcceptedJob>> changes() {
        return Stream.of(
                AddServersToServerGroup.of("sgp-1", List.of(ServerSpec.ecs("i-1", 80))),
                DeleteServerGroup.of("sgp-1"),
                RemoveServersFromServerGroup.of("sgp-1", List.of(ServerRef.ecs("i-1", 80))),
                ReplaceServersInServerGroup.of(
                        "sgp-1", List.of(ServerSpec.ecs("i-1", 80)), List.of(ServerRef.ecs("i-2", 80))),
                UpdateServerGroupAttribute.of("sgp-1"),
                UpdateServerGroupServersAttribute.of("sgp-1", List.of(ServerSpec.ecs("i-1", 80))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void toAChangeTellItsJob(Request<AcceptedJob> change) {
        cloud.on("POST /").answers(200, "accepted-job.json");

        AcceptedJob answer = client.send(change);

        assertThat(answer.jobId()).contains("72dcd26b-f12d-4c27-b3af-18f6aed5****");
        assertThat(answer.requestId()).isEqualTo("CEF72CEB-54B6-4AE8-B225-F876FF7BA984");
        assertThat(answer.unlisted()).isEmpty();
    }

    @Test
    void toACreationTellTheGroup() {
        cloud.on("POST /").answers(200, "created-server-group.json");

        CreatedServerGroup answer = client.send(CreateServerGroup.of(
                "web", HealthCheckConfig.builder().healthCheckEnabled(true).build()));

        assertThat(answer.serverGroupId()).contains("sgp-atstuj3rtop****");
        assertThat(answer.jobId()).contains("72dcd26b-f12d-4c27-b3af-18f6aed5****");
        assertThat(answer.unlisted()).isEmpty();
    }

    @Test
    void listJobs() {
        cloud.on("POST /").answers(200, "list-asyn-jobs.json");

        Page<Job> page = client.send(ListAsynJobs.builder().build());

        assertThat(page.envelope())
                .containsEntry("TotalCount", "1000")
                .containsEntry("MaxResults", "50")
                .containsEntry("RequestId", "365F4154-92F6-4AE4-92F8-7FF34B540710");
        assertThat(page.next()).isPresent();
        assertThat(page.items()).singleElement().satisfies(job -> {
            assertThat(job.id()).isEqualTo("365F4154-92F6-4AE4-92F8-7FF****");
            assertThat(job.status()).isEqualTo(JobStatus.FAILED);
            assertThat(job.apiName()).contains("CreateLoadBalancer");
            assertThat(job.resourceType()).contains(ResourceType.LOADBALANCER);
            assertThat(job.operateType()).contains(OperateType.CREATE);
            assertThat(job.createTime()).contains(Instant.ofEpochMilli(1_624_298_400_000L));
            assertThat(job.errorCode()).contains("ResourceAllocateFailed");
            assertThat(job.unlisted()).isEmpty();
        });
    }

    @Test
    void listServers() {
        cloud.on("POST /").answers(200, "list-server-group-servers.json");

        Page<ServerGroupServer> page =
                client.send(ListServerGroupServers.builder().build());

        assertThat(page.items()).singleElement().satisfies(found -> {
            assertThat(found.serverId()).isEqualTo("i-bp67acfmxazb4p****");
            assertThat(found.serverType()).contains(ServerType.ECS);
            assertThat(found.serverIp()).contains("192.168.1.1");
            assertThat(found.port()).contains(80);
            assertThat(found.weight()).contains(100);
            assertThat(found.status()).contains(ServerStatus.AVAILABLE);
            assertThat(found.remoteIpEnabled()).contains(false);
            assertThat(found.unlisted()).isEmpty();
        });
    }

    @Test
    void listGroups() {
        cloud.on("POST /").answers(200, "list-server-groups.json");

        Page<ServerGroup> page = client.send(ListServerGroups.builder().build());

        assertThat(page.items()).singleElement().satisfies(found -> {
            assertThat(found.serverGroupId()).isEqualTo("sgp-cige6j****");
            assertThat(found.serverGroupStatus()).contains(ServerGroupStatus.AVAILABLE);
            assertThat(found.protocol()).contains(BackendProtocol.GRPC);
            assertThat(found.scheduler()).contains(Scheduler.WRR);
            assertThat(found.relatedLoadBalancerIds()).containsExactly("alb-n5qw04uq8vavfe****");
            assertThat(found.tags())
                    .singleElement()
                    .satisfies(tag -> assertThat(tag.key()).contains("Test"));
            assertThat(found.serverCount()).contains(1);
            HealthCheckConfig health = found.healthCheckConfig().orElseThrow();
            assertThat(health.healthCheckInterval()).contains(Duration.ofSeconds(5));
            assertThat(health.healthCheckHttpVersion()).contains(HttpVersion.of("HTTP1.1"));
            assertThat(health.healthCheckProtocol()).contains(HealthCheckProtocol.HTTP);
            assertThat(health.healthCheckCodes()).containsExactly("http_2xx");
            assertThat(found.stickySessionConfig().orElseThrow().stickySessionType())
                    .contains(StickySessionType.of("Insert"));
            assertThat(found.stickySessionConfig().orElseThrow().cookieTimeout())
                    .contains(Duration.ofSeconds(1000));
            assertThat(found.connectionDrainConfig().orElseThrow().connectionDrainTimeout())
                    .contains(Duration.ofMinutes(5));
            assertThat(found.consistentHashConfig().orElseThrow().value()).contains("abc");
            assertThat(found.unlisted()).isEmpty();
        });
    }
}
