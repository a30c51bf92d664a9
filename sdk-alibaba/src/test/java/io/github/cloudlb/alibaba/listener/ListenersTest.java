package io.github.cloudlb.alibaba.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.Vector;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.acl.AclType;
import io.github.cloudlb.alibaba.certificate.ListenerCertificate;
import io.github.cloudlb.alibaba.common.AssociationStatus;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Listeners as they go over the wire. */
class ListenersTest extends WireTestBase {
    private static final String ACCEPTED = "{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();
    private static final QuicConfig QUIC = QuicConfig.builder()
            .quicListenerId("lsn-2")
            .quicUpgradeEnabled(true)
            .build();
    private static final XForwardedForConfig HEADERS = XForwardedForConfig.builder()
            .clientCertificateVerifyAlias("verify")
            .clientCertificateVerifyEnabled(true)
            .clientCertificateFingerprintAlias("fingerprint")
            .clientCertificateFingerprintEnabled(true)
            .clientCertificateIssuerAlias("issuer")
            .clientCertificateIssuerEnabled(true)
            .clientCertificateSubjectAlias("subject")
            .clientCertificateSubjectEnabled(true)
            .sourceAddressesEnabled(true)
            .trustedProxies("192.0.2.0/24")
            .clientPortEnabled(true)
            .enabled(true)
            .hostEnabled(false)
            .processingMode(ForwardedForMode.APPEND)
            .protocolEnabled(true)
            .loadBalancerIdEnabled(false)
            .listenerPortEnabled(true)
            .build();

    /** What creating and changing have in common. */
    private static final List<String> SETTINGS = List.of(
            "CaCertificates.1.CertificateId=ca-1",
            "CaEnabled=true",
            "Certificates.1.CertificateId=cert-1",
            "ClientToken=c-1",
            "DefaultActions.1.ForwardGroupConfig.ServerGroupTuples.1.ServerGroupId=sgp-1",
            "DefaultActions.1.Type=ForwardGroup",
            "GzipEnabled=false",
            "Http2Enabled=true",
            "IdleTimeout=15",
            "ListenerDescription=web",
            "QuicConfig.QuicListenerId=lsn-2",
            "QuicConfig.QuicUpgradeEnabled=true",
            "RequestTimeout=60",
            "SecurityPolicyId=tls_cipher_policy_1_2",
            "XForwardedForConfig.XForwardedForClientCertClientVerifyAlias=verify",
            "XForwardedForConfig.XForwardedForClientCertClientVerifyEnabled=true",
            "XForwardedForConfig.XForwardedForClientCertFingerprintAlias=fingerprint",
            "XForwardedForConfig.XForwardedForClientCertFingerprintEnabled=true",
            "XForwardedForConfig.XForwardedForClientCertIssuerDNAlias=issuer",
            "XForwardedForConfig.XForwardedForClientCertIssuerDNEnabled=true",
            "XForwardedForConfig.XForwardedForClientCertSubjectDNAlias=subject",
            "XForwardedForConfig.XForwardedForClientCertSubjectDNEnabled=true",
            "XForwardedForConfig.XForwardedForClientSourceIpsEnabled=true",
            "XForwardedForConfig.XForwardedForClientSourceIpsTrusted=192.0.2.0/24",
            "XForwardedForConfig.XForwardedForClientSrcPortEnabled=true",
            "XForwardedForConfig.XForwardedForEnabled=true",
            "XForwardedForConfig.XForwardedForHostEnabled=false",
            "XForwardedForConfig.XForwardedForProcessingMode=append",
            "XForwardedForConfig.XForwardedForProtoEnabled=true",
            "XForwardedForConfig.XForwardedForSLBIdEnabled=false",
            "XForwardedForConfig.XForwardedForSLBPortEnabled=true");

    private static String[] settingsAnd(String... more) {
        List<String> all = new ArrayList<>(SETTINGS);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    @Pins("CreateListener")
    void areCreated() {
        answer("{\"JobId\": \"job-1\", \"ListenerId\": \"lsn-1\", \"RequestId\": \"req-1\"}");

        CreatedListener created = client.listeners()
                .createListener(CreateListener.builder()
                        .loadBalancerId("alb-1")
                        .listenerProtocol(ListenerProtocol.HTTPS)
                        .listenerPort(443)
                        .listenerDescription("web")
                        .addDefaultActions(DefaultAction.forward("sgp-1"))
                        .addCertificateIds("cert-1")
                        .addCaCertificateIds("ca-1")
                        .caEnabled(true)
                        .securityPolicyId("tls_cipher_policy_1_2")
                        .gzipEnabled(false)
                        .http2Enabled(true)
                        .idleTimeout(Duration.ofSeconds(15))
                        .requestTimeout(Duration.ofMinutes(1))
                        .quicConfig(QUIC)
                        .xForwardedForConfig(HEADERS)
                        .addTags(PROD)
                        .clientToken("c-1")
                        .dryRun(true)
                        .build());

        assertSent(
                "CreateListener",
                settingsAnd(
                        "DryRun=true",
                        "ListenerPort=443",
                        "ListenerProtocol=HTTPS",
                        "LoadBalancerId=alb-1",
                        "Tag.1.Key=env",
                        "Tag.1.Value=prod"));
        assertThat(created)
                .isEqualTo(CreatedListener.builder()
                        .jobId("job-1")
                        .listenerId("lsn-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    void areCreatedAsTheVendorsClientDoes() {
        CreateListener request = CreateListener.builder()
                .loadBalancerId("alb-0001")
                .listenerProtocol(ListenerProtocol.HTTPS)
                .listenerPort(443)
                .addDefaultActions(DefaultAction.forward("sgp-0001"))
                .addCertificateIds("123157-region")
                .gzipEnabled(false)
                .http2Enabled(true)
                .idleTimeout(Duration.ofSeconds(15))
                .requestTimeout(Duration.ofSeconds(60))
                .xForwardedForConfig(XForwardedForConfig.builder()
                        .enabled(true)
                        .clientCertificateVerifyEnabled(false)
                        .build())
                .build();

        Sent sent = sent(request);

        assertThat(sent.withoutDrawnToken(request))
                .isEqualTo(Vector.named("create-listener").query());
        assertThat(sent.form()).isEmpty();
    }

    @Test
    @Pins("UpdateListenerAttribute")
    void areChanged() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.listeners()
                .updateListenerAttribute(UpdateListenerAttribute.builder()
                        .listenerId("lsn-1")
                        .listenerDescription("web")
                        .addDefaultActions(DefaultAction.forward("sgp-1"))
                        .addCertificateIds("cert-1")
                        .addCaCertificateIds("ca-1")
                        .caEnabled(true)
                        .securityPolicyId("tls_cipher_policy_1_2")
                        .gzipEnabled(false)
                        .http2Enabled(true)
                        .idleTimeout(Duration.ofSeconds(15))
                        .requestTimeout(Duration.ofMinutes(1))
                        .quicConfig(QUIC)
                        .xForwardedForConfig(HEADERS)
                        .clientToken("c-1")
                        .build());

        assertSent("UpdateListenerAttribute", settingsAnd("ListenerId=lsn-1"));
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("UpdateListenerLogConfig")
    void logMoreThanTheUsual() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.listeners()
                .updateListenerLogConfig(UpdateListenerLogConfig.builder()
                        .listenerId("lsn-1")
                        .customHeadersLogged(true)
                        .tracingConfig(TracingConfig.builder()
                                .tracingEnabled(true)
                                .tracingSample(100)
                                .tracingType(TracingType.ZIPKIN)
                                .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateListenerLogConfig",
                "AccessLogRecordCustomizedHeadersEnabled=true",
                "AccessLogTracingConfig.TracingEnabled=true",
                "AccessLogTracingConfig.TracingSample=100",
                "AccessLogTracingConfig.TracingType=Zipkin",
                "ClientToken=c-1",
                "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("StartListener")
    void areStarted() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.listeners()
                .startListener(StartListener.builder()
                        .listenerId("lsn-1")
                        .clientToken("c-1")
                        .build());

        assertSent("StartListener", "ClientToken=c-1", "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("StopListener")
    void areStopped() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.listeners()
                .stopListener(StopListener.builder()
                        .listenerId("lsn-1")
                        .clientToken("c-1")
                        .build());

        assertSent("StopListener", "ClientToken=c-1", "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("DeleteListener")
    void areDeleted() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.listeners()
                .deleteListener(DeleteListener.builder()
                        .listenerId("lsn-1")
                        .clientToken("c-1")
                        .build());

        assertSent("DeleteListener", "ClientToken=c-1", "ListenerId=lsn-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    /** What an answer tells of a listener in either operation. */
    private static Listener.Builder told() {
        return Listener.builder()
                .listenerId("lsn-1")
                .loadBalancerId("alb-1")
                .listenerProtocol(ListenerProtocol.HTTPS)
                .listenerPort(443)
                .listenerDescription("web")
                .listenerStatus(ListenerStatus.RUNNING)
                .addDefaultActions(DefaultAction.forward("sgp-1"))
                .securityPolicyId("tls_cipher_policy_1_2")
                .gzipEnabled(false)
                .http2Enabled(true)
                .idleTimeout(Duration.ofSeconds(15))
                .requestTimeout(Duration.ofMinutes(1))
                .quicConfig(QUIC)
                .xForwardedForConfig(HEADERS)
                .logConfig(ListenerLogConfig.builder()
                        .customHeadersLogged(true)
                        .tracingConfig(TracingConfig.builder()
                                .tracingEnabled(true)
                                .tracingSample(100)
                                .tracingType(TracingType.ZIPKIN)
                                .build())
                        .build())
                .addTags(PROD);
    }

    @Test
    @Pins("GetListenerAttribute")
    void tellWhatTheyAre() {
        cloud.on("POST /").answers(200, "get-listener-attribute.json");

        Listener listener = client.listeners().getListenerAttribute("lsn-1");

        assertSent("GetListenerAttribute", "ListenerId=lsn-1");
        assertThat(listener)
                .isEqualTo(told().requestId("req-1")
                        .aclConfig(ListenerAcls.builder()
                                .aclType(AclType.WHITE)
                                .addAcls(ListenerAcl.builder()
                                        .aclId("acl-1")
                                        .status(AssociationStatus.ASSOCIATING)
                                        .build())
                                .build())
                        .addCaCertificates(ListenerCertificate.builder()
                                .certificateId("ca-1")
                                .isDefault(true)
                                .status(AssociationStatus.ASSOCIATED)
                                .build())
                        .caEnabled(true)
                        .addCertificateIds("cert-1")
                        .build());
        assertThat(listener.unlisted()).isEmpty();
    }

    @Test
    @Pins("ListListeners")
    void areListed() {
        cloud.on("POST /").answers(200, "list-listeners.json");
        ListListeners request = ListListeners.builder()
                .addListenerIds("lsn-1")
                .listenerProtocol(ListenerProtocol.HTTPS)
                .addLoadBalancerIds("alb-1", "alb-2")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<Listener> page = client.send(request);

        assertSent(
                "ListListeners",
                "ListenerIds.1=lsn-1",
                "ListenerProtocol=HTTPS",
                "LoadBalancerIds.1=alb-1",
                "LoadBalancerIds.2=alb-2",
                "MaxResults=50",
                "NextToken=t-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(page.items()).containsExactly(told().build());
        assertThat(page.items().get(0).unlisted()).isEmpty();
        assertGoesOn(
                page,
                ListListeners.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }
}
