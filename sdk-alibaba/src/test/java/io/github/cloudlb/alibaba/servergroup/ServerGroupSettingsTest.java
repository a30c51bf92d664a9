package io.github.cloudlb.alibaba.servergroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** Server groups and their settings as they go over the wire. */
class ServerGroupSettingsTest extends WireTestBase {
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();

    private static final HealthCheckConfig HEALTH = HealthCheckConfig.builder()
            .addHealthCheckCodes("http_2xx", "http_3xx")
            .healthCheckConnectPort(8080)
            .healthCheckEnabled(true)
            .healthCheckHost("www.example.com")
            .healthCheckHttpVersion(HttpVersion.HTTP1_1)
            .healthCheckInterval(Duration.ofSeconds(5))
            .healthCheckMethod(HealthCheckMethod.HEAD)
            .healthCheckPath("/health")
            .healthCheckProtocol(HealthCheckProtocol.HTTPS)
            .healthCheckTimeout(Duration.ofSeconds(3))
            .healthyThreshold(4)
            .unhealthyThreshold(2)
            .build();
    private static final StickySessionConfig STICKY = StickySessionConfig.builder()
            .cookie("SERVER")
            .cookieTimeout(Duration.ofDays(1))
            .stickySessionEnabled(true)
            .stickySessionType(StickySessionType.SERVER)
            .build();
    private static final ConnectionDrainConfig DRAIN = ConnectionDrainConfig.builder()
            .connectionDrainEnabled(true)
            .connectionDrainTimeout(Duration.ofMinutes(15))
            .build();
    private static final SlowStartConfig SLOW_START = SlowStartConfig.builder()
            .slowStartEnabled(true)
            .slowStartDuration(Duration.ofSeconds(30))
            .build();
    private static final ConsistentHashConfig BY_USER = ConsistentHashConfig.builder()
            .type(HashType.QUERY_STRING)
            .value("user")
            .build();

    /** What is the same for a group that is created and one that is changed. */
    private static final String[] SETTINGS = {
        "ClientToken=c-1",
        "ConnectionDrainConfig.ConnectionDrainEnabled=true",
        "ConnectionDrainConfig.ConnectionDrainTimeout=900",
        "CrossZoneEnabled=false",
        "HealthCheckConfig.HealthCheckCodes.1=http_2xx",
        "HealthCheckConfig.HealthCheckCodes.2=http_3xx",
        "HealthCheckConfig.HealthCheckConnectPort=8080",
        "HealthCheckConfig.HealthCheckEnabled=true",
        "HealthCheckConfig.HealthCheckHost=www.example.com",
        "HealthCheckConfig.HealthCheckHttpVersion=HTTP1.1",
        "HealthCheckConfig.HealthCheckInterval=5",
        "HealthCheckConfig.HealthCheckMethod=HEAD",
        "HealthCheckConfig.HealthCheckPath=/health",
        "HealthCheckConfig.HealthCheckProtocol=HTTPS",
        "HealthCheckConfig.HealthCheckTimeout=3",
        "HealthCheckConfig.HealthyThreshold=4",
        "HealthCheckConfig.UnhealthyThreshold=2",
        "IpVersionAffinityMode=Affinity",
        "Scheduler=Sch",
        "ServerGroupName=web",
        "ServiceName=shop",
        "SlowStartConfig.SlowStartDuration=30",
        "SlowStartConfig.SlowStartEnabled=true",
        "StickySessionConfig.Cookie=SERVER",
        "StickySessionConfig.CookieTimeout=86400",
        "StickySessionConfig.StickySessionEnabled=true",
        "StickySessionConfig.StickySessionType=Server",
        "UchConfig.Type=QueryString",
        "UchConfig.Value=user",
        "UpstreamKeepaliveEnabled=true"
    };

    @Test
    @Pins("CreateServerGroup")
    void createAGroup() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\", \"ServerGroupId\": \"sgp-1\"}");

        CreatedServerGroup created = client.serverGroups()
                .createServerGroup(CreateServerGroup.builder()
                        .serverGroupName("web")
                        .serverGroupType(ServerGroupType.INSTANCE)
                        .protocol(BackendProtocol.GRPC)
                        .scheduler(Scheduler.SCH)
                        .consistentHashConfig(BY_USER)
                        .healthCheckConfig(HEALTH)
                        .stickySessionConfig(STICKY)
                        .connectionDrainConfig(DRAIN)
                        .slowStartConfig(SLOW_START)
                        .crossZoneEnabled(false)
                        .ipVersionAffinityMode("Affinity")
                        .ipv6Enabled(true)
                        .upstreamKeepaliveEnabled(true)
                        .serviceName("shop")
                        .vpcId("vpc-1")
                        .resourceGroupId("rg-1")
                        .addTags(PROD)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateServerGroup",
                settingsAnd(
                        "Ipv6Enabled=true",
                        "Protocol=gRPC",
                        "ResourceGroupId=rg-1",
                        "ServerGroupType=Instance",
                        "Tag.1.Key=env",
                        "Tag.1.Value=prod",
                        "VpcId=vpc-1"));
        assertThat(created)
                .isEqualTo(CreatedServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .jobId("job-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    @Pins("UpdateServerGroupAttribute")
    void changeAGroup() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        AcceptedJob accepted = client.serverGroups()
                .updateServerGroupAttribute(UpdateServerGroupAttribute.builder()
                        .serverGroupId("sgp-1")
                        .serverGroupName("web")
                        .scheduler(Scheduler.SCH)
                        .consistentHashConfig(BY_USER)
                        .healthCheckConfig(HEALTH)
                        .stickySessionConfig(STICKY)
                        .connectionDrainConfig(DRAIN)
                        .slowStartConfig(SLOW_START)
                        .crossZoneEnabled(false)
                        .ipVersionAffinityMode("Affinity")
                        .upstreamKeepaliveEnabled(true)
                        .serviceName("shop")
                        .clientToken("c-1")
                        .build());

        assertSent("UpdateServerGroupAttribute", settingsAnd("ServerGroupId=sgp-1"));
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("DeleteServerGroup")
    void deleteAGroup() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        AcceptedJob accepted = client.serverGroups()
                .deleteServerGroup(DeleteServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .clientToken("c-1")
                        .build());

        assertSent("DeleteServerGroup", "ClientToken=c-1", "ServerGroupId=sgp-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListServerGroups")
    void tellAllOfAGroup() {
        answer("""
                {"MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000,
                 "ServerGroups": [{
                    "ConfigManagedEnabled": false,
                    "ConnectionDrainConfig": {"ConnectionDrainEnabled": true, "ConnectionDrainTimeout": 900},
                    "CreateTime": "2022-07-02T02:49:05Z",
                    "CrossZoneEnabled": true,
                    "HealthCheckConfig": {
                        "HealthCheckCodes": ["http_2xx", "http_3xx"], "HealthCheckConnectPort": 8080,
                        "HealthCheckEnabled": true, "HealthCheckHost": "www.example.com",
                        "HealthCheckHttpVersion": "HTTP1.1", "HealthCheckInterval": 5, "HealthCheckMethod": "HEAD",
                        "HealthCheckPath": "/health", "HealthCheckProtocol": "HTTPS", "HealthCheckTimeout": 3,
                        "HealthyThreshold": 4, "UnhealthyThreshold": 2},
                    "IpVersionAffinityMode": "Affinity",
                    "Ipv6Enabled": false,
                    "Protocol": "GRPC",
                    "RelatedLoadBalancerIds": ["alb-1", "alb-2"],
                    "ResourceGroupId": "rg-1",
                    "Scheduler": "Sch",
                    "ServerCount": 1,
                    "ServerGroupId": "sgp-1",
                    "ServerGroupName": "web",
                    "ServerGroupStatus": "Available",
                    "ServerGroupType": "Instance",
                    "ServiceName": "shop",
                    "SlowStartConfig": {"SlowStartDuration": 30, "SlowStartEnabled": true},
                    "StickySessionConfig": {"Cookie": "SERVER", "CookieTimeout": 86400,
                        "StickySessionEnabled": true, "StickySessionType": "server"},
                    "Tags": [{"Key": "env", "Value": "prod"}],
                    "UchConfig": {"Type": "QueryString", "Value": "user"},
                    "UpstreamKeepaliveEnabled": true,
                    "VpcId": "vpc-1"}]}
                """);
        ListServerGroups request = ListServerGroups.builder()
                .addServerGroupIds("sgp-1", "sgp-2")
                .addServerGroupNames("web", "api")
                .serverGroupType(ServerGroupType.IP)
                .vpcId("vpc-1")
                .resourceGroupId("rg-1")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<ServerGroup> page = client.send(request);

        assertSent(
                "ListServerGroups",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceGroupId=rg-1",
                "ServerGroupIds.1=sgp-1",
                "ServerGroupIds.2=sgp-2",
                "ServerGroupNames.1=web",
                "ServerGroupNames.2=api",
                "ServerGroupType=Ip",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "VpcId=vpc-1");
        assertThat(page.items())
                .containsExactly(ServerGroup.builder()
                        .configManagedEnabled(false)
                        .connectionDrainConfig(DRAIN)
                        .createTime(Instant.parse("2022-07-02T02:49:05Z"))
                        .crossZoneEnabled(true)
                        .healthCheckConfig(HEALTH)
                        .ipVersionAffinityMode("Affinity")
                        .ipv6Enabled(false)
                        .protocol(BackendProtocol.GRPC)
                        .addRelatedLoadBalancerIds("alb-1", "alb-2")
                        .resourceGroupId("rg-1")
                        .scheduler(Scheduler.SCH)
                        .serverCount(1)
                        .serverGroupId("sgp-1")
                        .serverGroupName("web")
                        .serverGroupStatus(ServerGroupStatus.AVAILABLE)
                        .serverGroupType(ServerGroupType.INSTANCE)
                        .serviceName("shop")
                        .slowStartConfig(SLOW_START)
                        .stickySessionConfig(STICKY)
                        .addTags(PROD)
                        .consistentHashConfig(BY_USER)
                        .upstreamKeepaliveEnabled(true)
                        .vpcId("vpc-1")
                        .build());
        assertGoesOn(
                page,
                ListServerGroups.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    private static String[] settingsAnd(String... others) {
        return Stream.concat(Arrays.stream(SETTINGS), Arrays.stream(others)).toArray(String[]::new);
    }
}
