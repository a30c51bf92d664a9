package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;

/** What NLB has otherwise than ALB. */
class NlbServerTest {
    private static final String REMOVE = "RemoveServersFromServerGroup";
    private static final String SERVER =
            "ServerGroupId=sgp-1&Servers.1.ServerId=i-1&Servers.1.ServerType=Ecs&Servers.1.Port=80";

    private final SetClock clock = new SetClock();
    private final NlbServer nlb = NlbServer.start(clock);
    private final AlbBrowser client = new AlbBrowser(nlb.uri(), clock).toNlb();

    NlbServerTest() {
        nlb.seed("io/github/cloudlb/testkit/nlb-landscape.yaml");
    }

    @AfterEach
    void close() {
        nlb.close();
    }

    @Test
    void removesServersByAJob() throws Exception {
        nlb.jobsTake(Duration.ofSeconds(10));
        JsonNode removal = client.json(REMOVE, SERVER);
        String job = removal.path("JobId").asText();

        assertThat(removal.path("ServerGroupId").asText()).isEqualTo("sgp-1");
        assertThat(status(job)).isEqualTo("Processing");
        assertThat(nlb.servers("sgp-1")).extracting(AlbBackend::status).containsExactly("Removing", "Available");
        assertThat(client.code(REMOVE, SERVER)).isEqualTo("400 IncorrectStatus.serverGroup");
        clock.passes(Duration.ofSeconds(10));
        assertThat(status(job)).isEqualTo("Succeeded");
        assertThat(nlb.servers("sgp-1")).extracting(AlbBackend::serverId).containsExactly("i-2");
        assertThat(client.json("ListAsynJobs", "JobIds.1=" + job).at("/Jobs/0").toString())
                .isEqualTo("{\"Id\":\"" + job + "\",\"Status\":\"Succeeded\"}");
    }

    private String status(String job) throws Exception {
        return client.json("GetJobStatus", "JobId=" + job).path("Status").asText();
    }

    @Test
    void jobsEndAtALook() throws Exception {
        nlb.jobsTakeLooks(1);
        String job = client.json(REMOVE, SERVER).path("JobId").asText();

        assertThat(status(job)).isEqualTo("Processing");
        assertThat(status(job)).isEqualTo("Succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "GetJobStatus, JobId=none, 404 ResourceNotFound.JobId",
        "DeleteLoadBalancer, LoadBalancerId=none, 404 ResourceNotFound.loadBalancer",
        "DeleteServerGroup, ServerGroupId=sgp-1, 400 ResourceInUse.ServerGroup",
        "DeleteServerGroup, ServerGroupId=none, 404 ResourceNotFound.serverGroup",
        "StopListener, ListenerId=lsn-stopped, 400 IncorrectStatus.listener",
        "CreateListener, LoadBalancerId=nlb-1&ListenerProtocol=TCP&ListenerPort=80&ServerGroupId=sgp-1, 400 Conflict.Port",
        "CreateListener, LoadBalancerId=nlb-1&ListenerProtocol=TCPSSL&ListenerPort=444&ServerGroupId=sgp-1, 400 MissingParam.Certificate",
        "CreateListener, LoadBalancerId=nlb-1&ListenerProtocol=TCP&ListenerPort=0&ServerGroupId=sgp-1, 400 MissingParam.EndPort",
        "CreateListener, LoadBalancerId=nlb-1&ListenerProtocol=TCP&ListenerPort=90&ServerGroupId=sgp-1&IdleTimeout=1, 400 IllegalParam.IdleTimeout",
        "CreateServerGroup, ServerGroupName=x&VpcId=vpc-1, 400 IllegalParam.ServerGroupName",
        "AttachCommonBandwidthPackageToLoadBalancer, LoadBalancerId=nlb-dual&BandwidthPackageId=b, 400 ResourceAlreadyAssociated.loadbalancer",
        "DetachCommonBandwidthPackageFromLoadBalancer, LoadBalancerId=nlb-1&BandwidthPackageId=b, 400 ResourceNotAssociated.loadbalancer",
        "ListListenerCertificates, ListenerId=lsn-tcp, 400 OperationDenied.Protocol",
        "DescribeHdMonitorRegionConfig, '', 404 DescribeHDMonitor.Fail",
    })
    void refusesWithItsOwnSpellings(String action, String query, String code) throws Exception {
        assertThat(client.code(action, query)).isEqualTo(code);
    }

    @Test
    void theSamePortMayBeThereForTcpAndUdp() throws Exception {
        JsonNode made = client.json(
                "CreateListener", "LoadBalancerId=nlb-1&ListenerProtocol=UDP&ListenerPort=80&ServerGroupId=sgp-1");

        assertThat(made.path("ListenerId").asText()).startsWith("lsn-");
    }

    @Test
    void aConfigurationMayBeSentAsJson() throws Exception {
        client.call(
                "UpdateListenerAttribute",
                "ListenerId=lsn-tcp&ProxyProtocolEnabled=true&ProxyProtocolV2Config=%7B%22Ppv2VpcIdEnabled%22%3Atrue%7D");

        JsonNode listener = client.json("GetListenerAttribute", "ListenerId=lsn-tcp");
        assertThat(listener.at("/ProxyProtocolV2Config/Ppv2VpcIdEnabled").asBoolean())
                .isTrue();
        assertThat(listener.path("ProxyProtocolEnabled").asBoolean()).isTrue();
    }

    @Test
    void isProtectedWithReasons() throws Exception {
        client.call(
                "UpdateLoadBalancerProtection",
                "LoadBalancerId=nlb-1&DeletionProtectionEnabled=true&DeletionProtectionReason=live"
                        + "&ModificationProtectionStatus=ConsoleProtection&ModificationProtectionReason=managed");

        JsonNode view = client.json("GetLoadBalancerAttribute", "LoadBalancerId=nlb-1");
        assertThat(view.at("/DeletionProtectionConfig/Reason").asText()).isEqualTo("live");
        assertThat(view.at("/ModificationProtectionConfig/Status").asText()).isEqualTo("ConsoleProtection");
        assertThat(client.code("DeleteLoadBalancer", "LoadBalancerId=nlb-1"))
                .isEqualTo("400 OperationDenied.DeletionProtectionEnabled");
    }

    @Test
    void aTokenSentWithOtherParametersIsRefused() throws Exception {
        client.call(REMOVE, SERVER + "&ClientToken=t-1");

        assertThat(client.code(REMOVE, SERVER.replace("i-1", "i-2") + "&ClientToken=t-1"))
                .isEqualTo("400 IdempotenceSignatureMismatch");
    }

    @Test
    void speaksItsOwnVersionOnly() throws Exception {
        assertThat(new AlbBrowser(nlb.uri(), clock).code("ListLoadBalancers", ""))
                .isEqualTo("404 InvalidVersion");
    }

    @Test
    void addsWhatATestNames() throws Exception {
        String group = nlb.addServerGroup("added");
        nlb.addServer(group, "i-5", "Ecs", 90);
        String listener = nlb.addListener(nlb.addLoadBalancer("added"), "TCP", 90, group);

        assertThat(client.json("GetListenerAttribute", "ListenerId=" + listener)
                        .path("ServerGroupId")
                        .asText())
                .isEqualTo(group);
        assertThat(client.json("ListSystemSecurityPolicy", "")
                        .at("/SecurityPolicies/0/TlsVersion")
                        .asText())
                .isEqualTo("TLSv1.0,TLSv1.1,TLSv1.2");
        assertThat(nlb.servers(group)).containsExactly(new AlbBackend("i-5", "Ecs", 90, 100, "Available"));
    }

    @Test
    void aPageOfTagsIsLongerThanOthers() throws Exception {
        for (int i = 0; i < 60; i++) {
            nlb.seed("server_groups: [{ServerGroupId: sgp-t%d, Tags: [{Key: a, Value: b}]}]".formatted(i));
        }

        JsonNode page = client.json("ListTagResources", "ResourceType=servergroup&Tag.1.Key=a");

        assertThat(page.path("TagResources")).hasSize(50);
        assertThat(page.path("MaxResults").asInt()).isEqualTo(50);
    }

    @Test
    void allJobsAreListedForThereAreNoPages() throws Exception {
        for (int i = 0; i < 25; i++) {
            client.json("UpdateServerGroupAttribute", "ServerGroupId=sgp-1&ServerGroupName=name-" + i);
        }

        JsonNode answer = client.json("ListAsynJobs", "");

        assertThat(answer.path("Jobs")).hasSize(25);
        assertThat(answer.path("TotalCount").asInt()).isEqualTo(25);
    }
}
