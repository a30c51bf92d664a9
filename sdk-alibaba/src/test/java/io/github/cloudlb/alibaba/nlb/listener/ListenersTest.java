package io.github.cloudlb.alibaba.nlb.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.NlbWireTestBase;
import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.nlb.tag.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class ListenersTest extends NlbWireTestBase {
    private static final String ACCEPTED = "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().requestId("req-1").jobId("job-1").build();
    private static final Tag ENV = Tag.builder().key("env").value("prod").build();
    private static final ProxyProtocolV2Config TOLD = ProxyProtocolV2Config.builder()
            .privateLinkEndpointIdEnabled(true)
            .privateLinkEndpointServiceIdEnabled(false)
            .vpcIdEnabled(true)
            .build();

    /** As both answers have it but for its tags, which they name differently. */
    private static final String LISTENER = """
            "AlpnEnabled": true,
            "AlpnPolicy": "HTTP2Optional",
            "CaCertificateIds": ["ca-1"],
            "CaEnabled": true,
            "CertificateIds": ["cert-1"],
            "Cps": 1000,
            "EndPort": "8010",
            "IdleTimeout": 900,
            "ListenerDescription": "TLS in front",
            "ListenerId": "lsn-1@443",
            "ListenerPort": 0,
            "ListenerProtocol": "TCPSSL",
            "ListenerStatus": "Running",
            "LoadBalancerId": "nlb-1",
            "Mss": 1400,
            "ProxyProtocolEnabled": true,
            "ProxyProtocolV2Config": {
                "Ppv2PrivateLinkEpIdEnabled": true,
                "Ppv2PrivateLinkEpsIdEnabled": false,
                "Ppv2VpcIdEnabled": true},
            "RegionId": "cn-hangzhou",
            "SecSensorEnabled": true,
            "SecurityPolicyId": "tls_cipher_policy_1_2",
            "ServerGroupId": "sgp-1",
            "StartPort": "8000",
            """;

    private static Listener.Builder listener() {
        return Listener.builder()
                .alpnEnabled(true)
                .alpnPolicy(AlpnPolicy.HTTP2_OPTIONAL)
                .addCaCertificateIds("ca-1")
                .caEnabled(true)
                .addCertificateIds("cert-1")
                .connectionsPerSecond(1000)
                .endPort(8010)
                .idleTimeout(Duration.ofMinutes(15))
                .listenerDescription("TLS in front")
                .listenerId("lsn-1@443")
                .listenerPort(0)
                .listenerProtocol(ListenerProtocol.TCPSSL)
                .listenerStatus(ListenerStatus.RUNNING)
                .loadBalancerId("nlb-1")
                .maximumSegmentSize(1400)
                .proxyProtocolEnabled(true)
                .proxyProtocolV2Config(TOLD)
                .regionId("cn-hangzhou")
                .secondMonitoringEnabled(true)
                .securityPolicyId("tls_cipher_policy_1_2")
                .serverGroupId("sgp-1")
                .startPort(8000)
                .addTags(ENV);
    }

    @Test
    @Pins(value = "CreateListener", in = "nlb")
    void areCreatedWithJsonInOneParameter() {
        answer("{\"RequestId\": \"req-1\", \"JobId\": \"job-1\", \"ListenerId\": \"lsn-1@0\"}");

        CreatedListener created = nlb.listeners()
                .createListener(CreateListener.builder()
                        .loadBalancerId("nlb-1")
                        .listenerProtocol(ListenerProtocol.TCPSSL)
                        .listenerPort(0)
                        .startPort(8000)
                        .endPort(8010)
                        .serverGroupId("sgp-1")
                        .listenerDescription("TLS in front")
                        .idleTimeout(Duration.ofMinutes(15))
                        .addCertificateIds("cert-1")
                        .caEnabled(true)
                        .addCaCertificateIds("ca-1")
                        .securityPolicyId("tls_cipher_policy_1_2")
                        .alpnEnabled(true)
                        .alpnPolicy(AlpnPolicy.HTTP2_OPTIONAL)
                        .connectionsPerSecond(1000)
                        .maximumSegmentSize(1400)
                        .proxyProtocolEnabled(true)
                        .proxyProtocolV2Config(TOLD)
                        .secondMonitoringEnabled(true)
                        .addTags(ENV)
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateListener",
                "AlpnEnabled=true",
                "AlpnPolicy=HTTP2Optional",
                "CaCertificateIds.1=ca-1",
                "CaEnabled=true",
                "CertificateIds.1=cert-1",
                "ClientToken=c-1",
                "Cps=1000",
                "DryRun=true",
                "EndPort=8010",
                "IdleTimeout=900",
                "ListenerDescription=TLS in front",
                "ListenerPort=0",
                "ListenerProtocol=TCPSSL",
                "LoadBalancerId=nlb-1",
                "Mss=1400",
                "ProxyProtocolEnabled=true",
                "ProxyProtocolV2Config={\"Ppv2PrivateLinkEpIdEnabled\":true,"
                        + "\"Ppv2PrivateLinkEpsIdEnabled\":false,\"Ppv2VpcIdEnabled\":true}",
                "RegionId=cn-hangzhou",
                "SecSensorEnabled=true",
                "SecurityPolicyId=tls_cipher_policy_1_2",
                "ServerGroupId=sgp-1",
                "StartPort=8000",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(created)
                .isEqualTo(CreatedListener.builder()
                        .requestId("req-1")
                        .jobId("job-1")
                        .listenerId("lsn-1@0")
                        .build());
    }

    @Test
    @Pins(value = "DeleteListener", in = "nlb")
    void areDeleted() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.listeners()
                .deleteListener(DeleteListener.builder()
                        .listenerId("lsn-1@443")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent("DeleteListener", "ClientToken=c-1", "DryRun=true", "ListenerId=lsn-1@443", "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "GetListenerAttribute", in = "nlb")
    void areRead() {
        answer("{\"RequestId\": \"req-1\", " + LISTENER + "\"Tags\": [{\"TagKey\": \"env\", \"TagValue\": \"prod\"}]}");

        Listener listener = nlb.listeners()
                .getListenerAttribute(GetListenerAttribute.builder()
                        .listenerId("lsn-1@443")
                        .regionId("cn-hangzhou")
                        .dryRun(false)
                        .clientToken("c-1")
                        .build());

        assertAsked(
                "GetListenerAttribute",
                "ClientToken=c-1",
                "DryRun=false",
                "ListenerId=lsn-1@443",
                "RegionId=cn-hangzhou");
        assertThat(listener).isEqualTo(listener().requestId("req-1").build());
    }

    @Test
    void areReadByTheirIdsAlone() {
        answer("{\"RequestId\": \"req-1\", \"ListenerId\": \"lsn-1@443\"}");

        assertThat(nlb.listeners().getListenerAttribute("lsn-1@443").listenerId())
                .isEqualTo("lsn-1@443");

        assertAsked("GetListenerAttribute", "ListenerId=lsn-1@443");
    }

    @Test
    void haveNoRangeWhereTheAnswerLeavesItEmpty() {
        answer("{\"RequestId\": \"req-1\", \"ListenerId\": \"lsn-1@443\", \"StartPort\": \"\", \"EndPort\": \"\"}");

        Listener listener = nlb.listeners().getListenerAttribute("lsn-1@443");

        assertThat(listener.startPort()).isEmpty();
        assertThat(listener.endPort()).isEmpty();
    }

    @Test
    @Pins(value = "GetListenerHealthStatus", in = "nlb")
    void tellWhichServersBehindThemAreUnhealthy() {
        answer("""
                {"RequestId": "req-1", "MaxResults": 20, "NextToken": "t", "TotalCount": 1,
                "ListenerHealthStatus": [{
                    "ListenerId": "lsn-1@443",
                    "ListenerPort": 443,
                    "ListenerProtocol": "TCPSSL",
                    "ServerGroupInfos": [{
                        "HeathCheckEnabled": true,
                        "NonNormalServers": [{
                            "Port": 80,
                            "Reason": {"ReasonCode": "CONNECT_TIMEOUT"},
                            "ServerId": "i-1",
                            "ServerIp": "10.0.0.1",
                            "Status": "Unhealthy"}],
                        "ServerGroupId": "sgp-1"}]}]}
                """);

        ListenerHealth health = nlb.listeners()
                .getListenerHealthStatus(GetListenerHealthStatus.builder()
                        .listenerId("lsn-1@443")
                        .regionId("cn-hangzhou")
                        .build());

        assertAsked("GetListenerHealthStatus", "ListenerId=lsn-1@443", "RegionId=cn-hangzhou");
        assertThat(health)
                .isEqualTo(ListenerHealth.builder()
                        .requestId("req-1")
                        .maxResults(20)
                        .nextToken("t")
                        .totalCount(1)
                        .addListeners(ListenerHealthStatus.builder()
                                .listenerId("lsn-1@443")
                                .listenerPort(443)
                                .listenerProtocol(ListenerProtocol.TCPSSL)
                                .addServerGroups(ServerGroupHealth.builder()
                                        .healthCheckEnabled(true)
                                        .addUnhealthyServers(UnhealthyServer.builder()
                                                .port(80)
                                                .reason(UnhealthyReason.builder()
                                                        .code(HealthReason.CONNECT_TIMEOUT)
                                                        .build())
                                                .serverId("i-1")
                                                .serverIp("10.0.0.1")
                                                .status(ServerHealth.UNHEALTHY)
                                                .build())
                                        .serverGroupId("sgp-1")
                                        .build())
                                .build())
                        .build());
    }

    @Test
    @Pins(value = "ListListeners", in = "nlb")
    void areListed() {
        answer("{\"RequestId\": \"req-1\", \"MaxResults\": 20, \"TotalCount\": 1, \"Listeners\": [{" + LISTENER
                + "\"Tags\": [{\"Key\": \"env\", \"Value\": \"prod\"}]}]}");

        assertThat(nlb.listeners()
                        .listListeners(ListListeners.builder()
                                .addListenerIds("lsn-1@443", "lsn-2@80")
                                .addLoadBalancerIds("nlb-1")
                                .listenerProtocol(ListenerProtocol.TCPSSL)
                                .secondMonitoringEnabled(true)
                                .addTags(ENV)
                                .maxResults(20)
                                .nextToken("t")
                                .regionId("cn-hangzhou")
                                .build()))
                .containsExactly(listener().build());

        assertAsked(
                "ListListeners",
                "ListenerIds.1=lsn-1@443",
                "ListenerIds.2=lsn-2@80",
                "ListenerProtocol=TCPSSL",
                "LoadBalancerIds.1=nlb-1",
                "MaxResults=20",
                "NextToken=t",
                "RegionId=cn-hangzhou",
                "SecSensorEnabled=true",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
    }

    @Test
    @Pins(value = "StartListener", in = "nlb")
    void areStarted() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.listeners()
                .startListener(StartListener.builder()
                        .listenerId("lsn-1@443")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent("StartListener", "ClientToken=c-1", "DryRun=true", "ListenerId=lsn-1@443", "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "StopListener", in = "nlb")
    void areStopped() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.listeners()
                .stopListener(StopListener.builder()
                        .listenerId("lsn-1@443")
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent("StopListener", "ClientToken=c-1", "DryRun=true", "ListenerId=lsn-1@443", "RegionId=cn-hangzhou");
        assertThat(job).isEqualTo(JOB);
    }

    @Test
    @Pins(value = "UpdateListenerAttribute", in = "nlb")
    void areChanged() {
        answer(ACCEPTED);

        AcceptedJob job = nlb.listeners()
                .updateListenerAttribute(UpdateListenerAttribute.builder()
                        .listenerId("lsn-1@443")
                        .serverGroupId("sgp-2")
                        .listenerDescription("new words")
                        .idleTimeout(Duration.ofSeconds(10))
                        .addCertificateIds("cert-2")
                        .caEnabled(false)
                        .addCaCertificateIds("ca-2")
                        .securityPolicyId("tls-1")
                        .alpnEnabled(true)
                        .alpnPolicy(AlpnPolicy.HTTP1_ONLY)
                        .connectionsPerSecond(0)
                        .maximumSegmentSize(0)
                        .proxyProtocolEnabled(true)
                        .proxyProtocolV2Config(ProxyProtocolV2Config.builder()
                                .vpcIdEnabled(true)
                                .build())
                        .secondMonitoringEnabled(false)
                        .regionId("cn-hangzhou")
                        .dryRun(true)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateListenerAttribute",
                "AlpnEnabled=true",
                "AlpnPolicy=HTTP1Only",
                "CaCertificateIds.1=ca-2",
                "CaEnabled=false",
                "CertificateIds.1=cert-2",
                "ClientToken=c-1",
                "Cps=0",
                "DryRun=true",
                "IdleTimeout=10",
                "ListenerDescription=new words",
                "ListenerId=lsn-1@443",
                "Mss=0",
                "ProxyProtocolEnabled=true",
                "ProxyProtocolV2Config={\"Ppv2VpcIdEnabled\":true}",
                "RegionId=cn-hangzhou",
                "SecSensorEnabled=false",
                "SecurityPolicyId=tls-1",
                "ServerGroupId=sgp-2");
        assertThat(job).isEqualTo(JOB);
    }
}
