package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

class AlbListenersTest extends AlbStateTestBase {
    private static final String TO = "&DefaultActions.1.Type=ForwardGroup"
            + "&DefaultActions.1.ForwardGroupConfig.ServerGroupTuples.1.ServerGroupId=";
    private static final String NEW = "LoadBalancerId=alb-1&ListenerProtocol=HTTP&ListenerPort=8080" + TO;

    @Test
    void isProvisioningUntilItRuns() throws Exception {
        jobsTakeTenSeconds();
        String id =
                done("CreateListener", NEW + "sgp-unused").path("ListenerId").asText();

        assertThat(listenerStatus(id)).isEqualTo("Provisioning");
        assertThat(code("CreateRule", "ListenerId=" + id + "&" + AlbRulesTest.rule("", 1)))
                .isEqualTo("400 IncorrectStatus.Listener");
        tenSecondsPass();
        JsonNode made = listener(id);
        assertThat(made.path("ListenerStatus").asText()).isEqualTo("Running");
        assertThat(made.path("IdleTimeout").asInt()).as("nobody has said it").isEqualTo(15);
        assertThat(made.at("/XForwardedForConfig/XForwardedForEnabled").asBoolean())
                .isTrue();
        assertThat(made.at("/DefaultActions/0/ForwardGroupConfig/ServerGroupTuples/0/ServerGroupId")
                        .asText())
                .isEqualTo("sgp-unused");
    }

    @Test
    void stopsAndStarts() throws Exception {
        jobsTakeTenSeconds();
        done("StopListener", "ListenerId=lsn-http");
        assertThat(listenerStatus("lsn-http")).isEqualTo("Configuring");
        tenSecondsPass();
        assertThat(listenerStatus("lsn-http")).isEqualTo("Stopped");
        assertThat(code("StopListener", "ListenerId=lsn-http")).isEqualTo("400 IncorrectStatus.Listener");

        done("StartListener", "ListenerId=lsn-http");
        tenSecondsPass();
        assertThat(listenerStatus("lsn-http")).isEqualTo("Running");
        assertThat(code("StartListener", "ListenerId=lsn-http")).isEqualTo("400 IncorrectStatus.Listener");
    }

    @Test
    void whatIsStoppedIsStoppedAfterAChange() throws Exception {
        jobsTakeTenSeconds();
        done("UpdateListenerAttribute", "ListenerId=lsn-stopped&IdleTimeout=30");
        assertThat(listenerStatus("lsn-stopped")).isEqualTo("Configuring");
        tenSecondsPass();

        assertThat(listenerStatus("lsn-stopped")).isEqualTo("Stopped");
        assertThat(listener("lsn-stopped").path("IdleTimeout").asInt()).isEqualTo(30);
    }

    @Test
    void aServerGroupInUseStaysUntilNobodyUsesIt() throws Exception {
        assertThat(code("DeleteServerGroup", "ServerGroupId=sgp-1")).isEqualTo("400 ResourceInUse.ServerGroup");
        assertThat(first("ListServerGroups", "ServerGroupIds.1=sgp-1", "ServerGroups")
                        .path("RelatedLoadBalancerIds")
                        .toString())
                .isEqualTo("[\"alb-1\"]");

        done("UpdateListenerAttribute", "ListenerId=lsn-http" + TO + "sgp-unused");
        assertThat(code("DeleteServerGroup", "ServerGroupId=sgp-1"))
                .as("a rule still does")
                .isEqualTo("400 ResourceInUse.ServerGroup");
        done("DeleteRule", "RuleId=rule-1");
        done("DeleteServerGroup", "ServerGroupId=sgp-1");
        assertThat(code("DeleteServerGroup", "ServerGroupId=sgp-unused")).isEqualTo("400 ResourceInUse.ServerGroup");
    }

    @Test
    void aJobThatFailsLeavesNothingBehind() throws Exception {
        alb.jobFails("OperationFailed.Any");
        String id =
                done("CreateListener", NEW + "sgp-unused").path("ListenerId").asText();

        assertThat(code("GetListenerAttribute", "ListenerId=" + id)).isEqualTo("404 ResourceNotFound.Listener");
        assertThat(first("ListAsynJobs", "ResourceIds.1=" + id, "Jobs")
                        .path("ErrorCode")
                        .asText())
                .isEqualTo("OperationFailed.Any");
        done("DeleteServerGroup", "ServerGroupId=sgp-unused");
    }

    @ParameterizedTest
    @CsvSource({
        "ListenerPort=80, 400 ResourceAlreadyExist.Listener",
        "ListenerPort=0, 400 InvalidParameter",
        "ListenerProtocol=HTTPS, 400 InvalidParameter",
        "ListenerProtocol=TCP, 400 InvalidParameter",
        "SecurityPolicyId=none, 404 ResourceNotFound.SecurityPolicy",
        "LoadBalancerId=alb-none, 404 ResourceNotFound.LoadBalancer",
        "IdleTimeout=61, 400 InvalidParameter",
        "GzipEnabled=maybe, 400 InvalidParameter",
    })
    void refusesWhatCannotBe(String otherwise, String code) throws Exception {
        String name = otherwise.substring(0, otherwise.indexOf('=') + 1);
        String query = (NEW + "sgp-1").replaceFirst(name + "[^&]*&?", "") + "&" + otherwise;

        assertThat(code("CreateListener", query)).isEqualTo(code);
    }

    @Test
    void refusesServerGroupsThatDoNotFit() throws Exception {
        alb.seed("""
                server_groups:
                  - {ServerGroupId: sgp-elsewhere, ServerGroupName: elsewhere, VpcId: vpc-other}
                  - {ServerGroupId: sgp-grpc, ServerGroupName: grpc, Protocol: gRPC}
                  - {ServerGroupId: sgp-draining, ServerGroupName: draining, ConnectionDrainConfig: {ConnectionDrainEnabled: true}}
                """);

        assertThat(code("CreateListener", NEW + "sgp-none")).isEqualTo("404 ResourceNotFound.ServerGroup");
        assertThat(code("CreateListener", NEW + "sgp-elsewhere")).isEqualTo("400 Mismatch.VpcId");
        assertThat(code("CreateListener", NEW + "sgp-grpc")).isEqualTo("400 OperationDenied.GRPCServerGroup");
        assertThat(code("CreateListener", NEW.replace("alb-1", "alb-dual") + "sgp-draining"))
                .isEqualTo("400 Mismatch.LoadBalancerEditionAndConnectionDrain");
        done("CreateListener", NEW + "sgp-draining");
    }

    @Test
    void tracesOnlyWhereThereIsAnAccessLog() throws Exception {
        done(
                "UpdateListenerLogConfig",
                "ListenerId=lsn-http&AccessLogTracingConfig.TracingEnabled=true"
                        + "&AccessLogTracingConfig.TracingSample=100&AccessLogTracingConfig.TracingType=Zipkin");
        assertThat(listener("lsn-http")
                        .at("/LogConfig/AccessLogTracingConfig/TracingSample")
                        .asInt())
                .isEqualTo(100);

        done("DisableLoadBalancerAccessLog", "LoadBalancerId=alb-1");
        assertThat(code("UpdateListenerLogConfig", "ListenerId=lsn-http"))
                .isEqualTo("400 OperationDenied.AccessLogDisabled");
    }

    @Test
    void aServerThatIsBeingAddedIsNotHealthyYet() throws Exception {
        jobsTakeTenSeconds();
        done(
                "AddServersToServerGroup",
                "ServerGroupId=sgp-1&Servers.1.ServerId=i-9&Servers.1.ServerType=Ecs&Servers.1.Port=81");

        JsonNode health = done("GetListenerHealthStatus", "ListenerId=lsn-http&IncludeRule=true");
        assertThat(health.at("/ListenerHealthStatus/0/ServerGroupInfos/0/NonNormalServers")
                        .toString())
                .contains("\"ServerId\":\"i-9\"", "\"Status\":\"Initial\"");
        assertThat(health.at("/RuleHealthStatus/0/RuleId").asText()).isEqualTo("rule-1");
        tenSecondsPass();
        assertThat(done("GetListenerHealthStatus", "ListenerId=lsn-http")
                        .at("/ListenerHealthStatus/0/ServerGroupInfos/0/NonNormalServers"))
                .isEmpty();
    }

    @Test
    void additionalCertificatesComeAndGo() throws Exception {
        jobsTakeTenSeconds();
        done("AssociateAdditionalCertificatesWithListener", "ListenerId=lsn-https&Certificates.1.CertificateId=cert-3");
        assertThat(certificates()).containsExactly("Associated", "Associated", "Associating");
        tenSecondsPass();
        assertThat(certificates()).containsExactly("Associated", "Associated", "Associated");

        assertThat(code(
                        "AssociateAdditionalCertificatesWithListener",
                        "ListenerId=lsn-https&Certificates.1.CertificateId=cert-3"))
                .isEqualTo("400 ResourceAlreadyAssociated.Certificate");
        assertThat(code(
                        "DissociateAdditionalCertificatesFromListener",
                        "ListenerId=lsn-https&Certificates.1.CertificateId=cert-1"))
                .isEqualTo("400 OperationDenied.DefaultCertificateUsed");
        done(
                "DissociateAdditionalCertificatesFromListener",
                "ListenerId=lsn-https&Certificates.1.CertificateId=cert-3");
        assertThat(certificates()).containsExactly("Associated", "Associated", "Diassociating");
        tenSecondsPass();
        assertThat(certificates()).hasSize(2);
        assertThat(code("ListListenerCertificates", "ListenerId=lsn-http"))
                .isEqualTo("400 OperationDenied.HttpListenerNotSupport");
    }

    private List<String> certificates() throws Exception {
        return done("ListListenerCertificates", "ListenerId=lsn-https")
                .path("Certificates")
                .findValuesAsText("Status");
    }

    @Test
    void aJobThatEndsAfterItsListenerIsGoneLeavesNothingInUse() throws Exception {
        String group = alb.addServerGroup("own");
        String loadBalancer = alb.addLoadBalancer("own");
        String listener = alb.addListener(loadBalancer, "HTTP", 80, group);
        jobsTakeTenSeconds();
        done("UpdateListenerAttribute", "ListenerId=" + listener + "&ListenerDescription=late");
        alb.jobsTake(Duration.ZERO);
        done("DeleteLoadBalancer", "LoadBalancerId=" + loadBalancer);
        tenSecondsPass();

        done("DeleteServerGroup", "ServerGroupId=" + group);
    }
}
