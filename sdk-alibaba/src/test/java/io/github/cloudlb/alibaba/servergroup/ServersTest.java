package io.github.cloudlb.alibaba.servergroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers of a group as they go over the wire: some in the query, some in a form. */
class ServersTest extends WireTestBase {
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();
    private static final ServerSpec WHOLE = ServerSpec.builder()
            .description("new one")
            .port(8080)
            .remoteIpEnabled(true)
            .serverId("10.0.0.9")
            .serverIp("10.0.0.9")
            .serverType(ServerType.IP)
            .weight(20)
            .build();
    private static final ServerSpec DRAINED =
            ServerSpec.builder().from(ServerSpec.ecs("i-1", 80)).weight(0).build();

    @BeforeEach
    void acceptChanges() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");
    }

    @Test
    @Pins("AddServersToServerGroup")
    void areAddedInAForm() {
        AcceptedJob accepted = client.serverGroups()
                .addServersToServerGroup(AddServersToServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .addServers(WHOLE)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "AddServersToServerGroup",
                parameters("ClientToken=c-1", "ServerGroupId=sgp-1"),
                parameters(
                        "Servers.1.Description=new one",
                        "Servers.1.Port=8080",
                        "Servers.1.RemoteIpEnabled=true",
                        "Servers.1.ServerId=10.0.0.9",
                        "Servers.1.ServerIp=10.0.0.9",
                        "Servers.1.ServerType=Ip",
                        "Servers.1.Weight=20"));
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("RemoveServersFromServerGroup")
    void areRemovedInTheQuery() {
        AcceptedJob accepted = client.serverGroups()
                .removeServersFromServerGroup(RemoveServersFromServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .addServers(
                                ServerRef.builder()
                                        .from(ServerRef.ip("10.0.0.9", 443))
                                        .serverIp("10.0.0.9")
                                        .build(),
                                ServerRef.fc("acs:fc:f"))
                        .clientToken("c-1")
                        .build());

        assertSent(
                "RemoveServersFromServerGroup",
                "ClientToken=c-1",
                "ServerGroupId=sgp-1",
                "Servers.1.Port=443",
                "Servers.1.ServerId=10.0.0.9",
                "Servers.1.ServerIp=10.0.0.9",
                "Servers.1.ServerType=Ip",
                "Servers.2.ServerId=acs:fc:f",
                "Servers.2.ServerType=Fc");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ReplaceServersInServerGroup")
    void areReplacedWithTheNewInAFormAndTheOldInTheQuery() {
        AcceptedJob accepted = client.serverGroups()
                .replaceServersInServerGroup(ReplaceServersInServerGroup.builder()
                        .serverGroupId("sgp-1")
                        .addAddedServers(ServerSpec.builder()
                                .description("new one")
                                .port(81)
                                .serverId("eni-1")
                                .serverIp("10.0.0.8")
                                .serverType(ServerType.ENI)
                                .weight(100)
                                .build())
                        .addRemovedServers(ServerRef.builder()
                                .from(ServerRef.eci("eci-1", 82))
                                .serverIp("10.0.0.7")
                                .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "ReplaceServersInServerGroup",
                parameters(
                        "ClientToken=c-1",
                        "RemovedServers.1.Port=82",
                        "RemovedServers.1.ServerId=eci-1",
                        "RemovedServers.1.ServerIp=10.0.0.7",
                        "RemovedServers.1.ServerType=Eci",
                        "ServerGroupId=sgp-1"),
                parameters(
                        "AddedServers.1.Description=new one",
                        "AddedServers.1.Port=81",
                        "AddedServers.1.ServerId=eni-1",
                        "AddedServers.1.ServerIp=10.0.0.8",
                        "AddedServers.1.ServerType=Eni",
                        "AddedServers.1.Weight=100"));
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("UpdateServerGroupServersAttribute")
    void areChangedInAForm() {
        AcceptedJob accepted = client.serverGroups()
                .updateServerGroupServersAttribute(UpdateServerGroupServersAttribute.builder()
                        .serverGroupId("sgp-1")
                        .addServers(
                                DRAINED,
                                ServerSpec.builder()
                                        .from(ServerSpec.ip("10.0.0.9", 8080))
                                        .serverIp("10.0.0.9")
                                        .description("old one")
                                        .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateServerGroupServersAttribute",
                parameters("ClientToken=c-1", "ServerGroupId=sgp-1"),
                parameters(
                        "Servers.1.Port=80",
                        "Servers.1.ServerId=i-1",
                        "Servers.1.ServerType=Ecs",
                        "Servers.1.Weight=0",
                        "Servers.2.Description=old one",
                        "Servers.2.Port=8080",
                        "Servers.2.ServerId=10.0.0.9",
                        "Servers.2.ServerIp=10.0.0.9",
                        "Servers.2.ServerType=Ip"));
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListServerGroupServers")
    void areListed() {
        cloud.reset();
        answer("""
                {"MaxResults": 5, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000, "Servers": [{
                    "Description": "new one", "Port": 8080, "RemoteIpEnabled": true, "ServerGroupId": "sgp-1",
                    "ServerId": "10.0.0.9", "ServerIp": "10.0.0.9", "ServerType": "Ip", "Status": "Replacing",
                    "Weight": 20}]}
                """);
        ListServerGroupServers request = ListServerGroupServers.builder()
                .serverGroupId("sgp-1")
                .addServerIds("i-1", "i-2")
                .addTags(Tag.builder().key("env").value("").build())
                .maxResults(5)
                .nextToken("t-1")
                .build();

        Page<ServerGroupServer> page = client.send(request);

        assertSent(
                "ListServerGroupServers",
                "MaxResults=5",
                "NextToken=t-1",
                "ServerGroupId=sgp-1",
                "ServerIds.1=i-1",
                "ServerIds.2=i-2",
                "Tag.1.Key=env",
                "Tag.1.Value=");
        assertThat(page.items())
                .containsExactly(ServerGroupServer.builder()
                        .description("new one")
                        .port(8080)
                        .remoteIpEnabled(true)
                        .serverGroupId("sgp-1")
                        .serverId("10.0.0.9")
                        .serverIp("10.0.0.9")
                        .serverType(ServerType.IP)
                        .status(ServerStatus.REPLACING)
                        .weight(20)
                        .build());
        assertGoesOn(
                page,
                ListServerGroupServers.builder().from(request).nextToken("t-2").build(),
                "MaxResults=5",
                "RequestId=req-1",
                "TotalCount=1000");
    }
}
