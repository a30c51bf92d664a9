package io.github.cloudlb.alibaba.nlb.servergroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.nlb.common.AddressIpVersion;
import io.github.cloudlb.alibaba.nlb.tag.Tag;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ServerGroupsTest extends NlbWireTestBase {
    private static final String ACCEPTED =
            "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\", \"ServerGroupId\": \"sgp-1\"}";
    private static final ServerGroupJob JOB = ServerGroupJob.builder()
            .requestId("req-1")
            .jobId("job-1")
            .serverGroupId("sgp-1")
            .build();
    private static final Tag ENV = Tag.builder().key("env").value("prod").build();
    private static final HealthCheckConfig CHECK = HealthCheckConfig.builder()
            .healthCheckEnabled(true)
            .healthCheckType(HealthCheckType.HTTP)
            .healthCheckMethod(HealthCheckMethod.HEAD)
            .healthCheckHttpVersion(HttpVersion.HTTP1_1)
            .addHealthCheckHttpCodes("http_2xx", "http_3xx")
            .healthCheckDomain("$SERVER_IP")
            .healthCheckUrl("/health")
            .healthCheckRequest("ping")
            .healthCheckAnswer("pong")
            .healthCheckConnectPort(0)
            .healthCheckConnectTimeout(Duration.ofSeconds(5))
            .healthCheckInterval(Duration.ofSeconds(10))
            .healthyThreshold(2)
            .unhealthyThreshold(3)
            .build();

    private static final List<String> CHECK_SENT = List.of(
            "HealthCheckConfig.HealthCheckConnectPort=0",
            "HealthCheckConfig.HealthCheckConnectTimeout=5",
            "HealthCheckConfig.HealthCheckDomain=$SERVER_IP",
            "HealthCheckConfig.HealthCheckEnabled=true",
            "HealthCheckConfig.HealthCheckExp=pong",
            "HealthCheckConfig.HealthCheckHttpCode.1=http_2xx",
            "HealthCheckConfig.HealthCheckHttpCode.2=http_3xx",
            "HealthCheckConfig.HealthCheckHttpVersion=HTTP1.1",
            "HealthCheckConfig.HealthCheckInterval=10",
            "HealthCheckConfig.HealthCheckReq=ping",
            "HealthCheckConfig.HealthCheckType=HTTP",
            "HealthCheckConfig.HealthCheckUrl=/health",
            "HealthCheckConfig.HealthyThreshold=2",
            "HealthCheckConfig.HttpCheckMethod=HEAD",
            "HealthCheckConfig.UnhealthyThreshold=3");

    @Test
    @Pins(value = "AddServersToServerGroup", in = "nlb")
    void takeServers() {
        answer(ACCEPTED);

        ServerGroupJob job = nlb.serverGroups()
                .addServersToServerGroup(AddServersToServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .addServers(
                                ServerSpec.builder()
                                        .serverId("10.0.0.9")
                                        .serverType(ServerType.IP)
                                        .serverIp("10.0.0.9")
                                        .port(443)
                                        .weight(0)
                                        .description("new one")
                                        .build(),
                                ServerSpec.ecs("i-1", 80))
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AddServersToServerGroup",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "ServerGroupId=sgp-1",
                "Servers.1.Description=new one",
                "Servers.1.Port=443",
                "Servers.1.ServerId=10.0.0.9",
                "Servers.1.ServerIp=10.0.0.9",
                "Servers.1.ServerType=Ip",
                "Servers.1.Weight=0",
                "Servers.2.Port=80",
                "Servers.2.ServerId=i-1",
                "Servers.2.ServerType=Ecs");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "CreateServerGroup", in = "nlb")
    void areCreated() {
        answer(ACCEPTED);

        ServerGroupJob job = nlb.serverGroups()
                .createServerGroup(CreateServerGroup.builder()
                        .serverGroupName("web")
                        .serverGroupType(ServerGroupType.IP)
                        .vpcId("vpc-1")
                        .protocol(BackendProtocol.TCP_UDP)
                        .scheduler(Scheduler.SCH)
                        .addressIpVersion(AddressIpVersion.DUAL_STACK)
                        .anyPortEnabled(false)
                        .connectionDrainEnabled(true)
                        .connectionDrainTimeout(Duration.ofMinutes(5))
                        .preserveClientIpEnabled(true)
                        .ipVersionAffinityMode("NonAffinity")
                        .healthCheckConfig(CHECK)
                        .addTags(ENV)
                        .resourceGroupId("rg-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateServerGroup",
                Map.of(),
                withCheck(
                        "AddressIPVersion=DualStack",
                        "AnyPortEnabled=false",
                        "ClientToken=c-1",
                        "ConnectionDrainEnabled=true",
                        "ConnectionDrainTimeout=300",
                        "DryRun=true",
                        "IpVersionAffinityMode=NonAffinity",
                        "PreserveClientIpEnabled=true",
                        "Protocol=TCP_UDP",
                        "RegionId=cn-hangzhou",
                        "ResourceGroupId=rg-1",
                        "Scheduler=sch",
                        "ServerGroupName=web",
                        "ServerGroupType=Ip",
                        "Tag.1.Key=env",
                        "Tag.1.Value=prod",
                        "VpcId=vpc-1"));
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "DeleteServerGroup", in = "nlb")
    void areDeleted() {
        answer("{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}");

        AcceptedJob job = nlb.serverGroups()
                .deleteServerGroup(DeleteServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DeleteServerGroup", "ClientToken=c-1", "DryRun=true", "RegionId=cn-hangzhou", "ServerGroupId=sgp-1");
        assertThat(job)
                .isEqualTo(
                        AcceptedJob.builder().requestId("req-1").jobId("job-1").build());
    }

    @Test
    @Pins(value = "ListServerGroupServers", in = "nlb")
    void listTheirServers() {
        answer("""
                {"RequestId": "req-1", "MaxResults": 100, "NextToken": "", "TotalCount": 1, "Servers": [{
                    "Description": "first",
                    "Port": 80,
                    "ServerGroupId": "sgp-1",
                    "ServerId": "i-1",
                    "ServerIp": "10.0.0.1",
                    "ServerType": "Ecs",
                    "Status": "Available",
                    "Weight": 100,
                    "ZoneId": "cn-hangzhou-a"}]}
                """);

        assertThat(nlb.serverGroups()
                        .listServerGroupServers(ListServerGroupServers.builder()
                                .serverGroupId("sgp-1")
                                .addServerIds("i-1", "i-2")
                                .addServerIps("10.0.0.1")
                                .maxResults(100)
                                .nextToken("t")
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(ServerGroupServer.builder()
                        .description("first")
                        .port(80)
                        .serverGroupId("sgp-1")
                        .serverId("i-1")
                        .serverIp("10.0.0.1")
                        .serverType(ServerType.ECS)
                        .status(ServerStatus.AVAILABLE)
                        .weight(100)
                        .zoneId("cn-hangzhou-a")
                        .build());

        assertSent(
                "ListServerGroupServers",
                "MaxResults=100",
                "NextToken=t",
                "RegionId=cn-hangzhou",
                "ServerGroupId=sgp-1",
                "ServerIds.1=i-1",
                "ServerIds.2=i-2",
                "ServerIps.1=10.0.0.1");
    }

    @Test
    @Pins(value = "ListServerGroups", in = "nlb")
    void areListed() {
        answer("""
                {"RequestId": "req-1", "MaxResults": 20, "NextToken": "", "TotalCount": 1, "ServerGroups": [{
                    "AddressIPVersion": "ipv4",
                    "AliUid": 1234567890123456,
                    "AnyPortEnabled": false,
                    "ConnectionDrainEnabled": true,
                    "ConnectionDrainTimeout": 300,
                    "HealthCheck": {
                        "HealthCheckConnectPort": 0,
                        "HealthCheckConnectTimeout": 5,
                        "HealthCheckDomain": "$SERVER_IP",
                        "HealthCheckEnabled": true,
                        "HealthCheckExp": "pong",
                        "HealthCheckHttpCode": ["http_2xx", "http_3xx"],
                        "HealthCheckHttpVersion": "HTTP1.1",
                        "HealthCheckInterval": 10,
                        "HealthCheckReq": "ping",
                        "HealthCheckType": "HTTP",
                        "HealthCheckUrl": "/health",
                        "HealthyThreshold": 2,
                        "HttpCheckMethod": "HEAD",
                        "UnhealthyThreshold": 3},
                    "IpVersionAffinityMode": "NonAffinity",
                    "PreserveClientIpEnabled": true,
                    "Protocol": "TCP",
                    "RegionId": "cn-hangzhou",
                    "RelatedLoadBalancerIds": ["nlb-1"],
                    "ResourceGroupId": "rg-1",
                    "Scheduler": "Wrr",
                    "ServerCount": 2,
                    "ServerGroupId": "sgp-1",
                    "ServerGroupName": "web",
                    "ServerGroupStatus": "Available",
                    "ServerGroupType": "Instance",
                    "Tags": [{"Key": "env", "Value": "prod"}],
                    "VpcId": "vpc-1"}]}
                """);

        assertThat(nlb.serverGroups()
                        .listServerGroups(ListServerGroups.builder()
                                .addServerGroupIds("sgp-1")
                                .addServerGroupNames("web")
                                .serverGroupType(ServerGroupType.INSTANCE)
                                .addTags(ENV)
                                .vpcId("vpc-1")
                                .resourceGroupId("rg-1")
                                .maxResults(20)
                                .nextToken("t")
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(ServerGroup.builder()
                        .addressIpVersion(AddressIpVersion.IPV4)
                        .accountId(1234567890123456L)
                        .anyPortEnabled(false)
                        .connectionDrainEnabled(true)
                        .connectionDrainTimeout(Duration.ofMinutes(5))
                        .healthCheckConfig(CHECK)
                        .ipVersionAffinityMode("NonAffinity")
                        .preserveClientIpEnabled(true)
                        .protocol(BackendProtocol.TCP)
                        .regionId("cn-hangzhou")
                        .addRelatedLoadBalancerIds("nlb-1")
                        .resourceGroupId("rg-1")
                        .scheduler(Scheduler.WRR)
                        .serverCount(2)
                        .serverGroupId("sgp-1")
                        .serverGroupName("web")
                        .serverGroupStatus(ServerGroupStatus.AVAILABLE)
                        .serverGroupType(ServerGroupType.INSTANCE)
                        .addTags(ENV)
                        .vpcId("vpc-1")
                        .build());

        // A read in the form, but for its tags.
        assertSent(
                "ListServerGroups",
                parameters("Tag.1.Key=env", "Tag.1.Value=prod"),
                parameters(
                        "MaxResults=20",
                        "NextToken=t",
                        "RegionId=cn-hangzhou",
                        "ResourceGroupId=rg-1",
                        "ServerGroupIds.1=sgp-1",
                        "ServerGroupNames.1=web",
                        "ServerGroupType=Instance",
                        "VpcId=vpc-1"));
    }

    @Test
    @Pins(value = "RemoveServersFromServerGroup", in = "nlb")
    void letServersGo() {
        answer(ACCEPTED);

        ServerGroupJob job = nlb.serverGroups()
                .removeServersFromServerGroup(RemoveServersFromServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .addServers(
                                ServerRef.ecs("i-1", 80),
                                ServerRef.builder()
                                        .serverId("10.0.0.9")
                                        .serverType(ServerType.IP)
                                        .serverIp("10.0.0.9")
                                        .build())
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "RemoveServersFromServerGroup",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "ServerGroupId=sgp-1",
                "Servers.1.Port=80",
                "Servers.1.ServerId=i-1",
                "Servers.1.ServerType=Ecs",
                "Servers.2.ServerId=10.0.0.9",
                "Servers.2.ServerIp=10.0.0.9",
                "Servers.2.ServerType=Ip");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "UpdateServerGroupAttribute", in = "nlb")
    void areChanged() {
        answer(ACCEPTED);

        ServerGroupJob job = nlb.serverGroups()
                .updateServerGroupAttribute(UpdateServerGroupAttribute.builder()
                        .serverGroupId("sgp-1")
                        .serverGroupName("web-2")
                        .scheduler(Scheduler.WLC)
                        .connectionDrainEnabled(false)
                        .connectionDrainTimeout(Duration.ofSeconds(30))
                        .preserveClientIpEnabled(false)
                        .ipVersionAffinityMode("Affinity")
                        .healthCheckConfig(CHECK)
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateServerGroupAttribute",
                Map.of(),
                withCheck(
                        "ClientToken=c-1",
                        "ConnectionDrainEnabled=false",
                        "ConnectionDrainTimeout=30",
                        "DryRun=true",
                        "IpVersionAffinityMode=Affinity",
                        "PreserveClientIpEnabled=false",
                        "RegionId=cn-hangzhou",
                        "Scheduler=Wlc",
                        "ServerGroupId=sgp-1",
                        "ServerGroupName=web-2"));
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "UpdateServerGroupServersAttribute", in = "nlb")
    void changeTheirServers() {
        answer(ACCEPTED);

        ServerGroupJob job = nlb.serverGroups()
                .updateServerGroupServersAttribute(UpdateServerGroupServersAttribute.builder()
                        .serverGroupId("sgp-1")
                        .addServers(ServerSpec.builder()
                                .from(ServerSpec.eni("eni-1", 80))
                                .serverIp("10.0.0.2")
                                .weight(0)
                                .description("drained")
                                .build())
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateServerGroupServersAttribute",
                "ClientToken=c-1",
                "DryRun=true",
                "RegionId=cn-hangzhou",
                "ServerGroupId=sgp-1",
                "Servers.1.Description=drained",
                "Servers.1.Port=80",
                "Servers.1.ServerId=eni-1",
                "Servers.1.ServerIp=10.0.0.2",
                "Servers.1.ServerType=Eni",
                "Servers.1.Weight=0");
        assertThat(job).isEqualTo(JOB);
    }

    private static Map<String, String> withCheck(String... others) {
        Map<String, String> form = parameters(others);
        form.putAll(parameters(CHECK_SENT.toArray(String[]::new)));
        return form;
    }
}
