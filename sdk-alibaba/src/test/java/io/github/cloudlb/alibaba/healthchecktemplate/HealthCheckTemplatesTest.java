package io.github.cloudlb.alibaba.healthchecktemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Confirmation;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.alibaba.servergroup.HealthCheckMethod;
import io.github.cloudlb.alibaba.servergroup.HealthCheckProtocol;
import io.github.cloudlb.alibaba.servergroup.HttpVersion;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;

/** Health check templates as they go over the wire. */
class HealthCheckTemplatesTest extends WireTestBase {
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();
    private static final Confirmation DONE =
            Confirmation.builder().requestId("req-1").build();

    /** As a template is told; {@code %s} is its HTTP version. */
    private static final String TEMPLATE = """
            "HealthCheckCodes": ["http_2xx", "http_3xx"], "HealthCheckConnectPort": 8080,
            "HealthCheckHost": "www.example.com", "HealthCheckHttpVersion": "%s", "HealthCheckInterval": 5,
            "HealthCheckMethod": "GET", "HealthCheckPath": "/health", "HealthCheckProtocol": "HTTP",
            "HealthCheckTemplateId": "hct-1", "HealthCheckTemplateName": "web", "HealthCheckTimeout": 3,
            "HealthyThreshold": 4, "ResourceGroupId": "rg-1", "Tags": [{"Key": "env", "Value": "prod"}],
            "UnhealthyThreshold": 2""";

    private static final HealthCheckTemplate WEB = HealthCheckTemplate.builder()
            .addHealthCheckCodes("http_2xx", "http_3xx")
            .healthCheckConnectPort(8080)
            .healthCheckHost("www.example.com")
            .healthCheckHttpVersion(HttpVersion.HTTP1_1)
            .healthCheckInterval(Duration.ofSeconds(5))
            .healthCheckMethod(HealthCheckMethod.GET)
            .healthCheckPath("/health")
            .healthCheckProtocol(HealthCheckProtocol.HTTP)
            .healthCheckTemplateId("hct-1")
            .healthCheckTemplateName("web")
            .healthCheckTimeout(Duration.ofSeconds(3))
            .healthyThreshold(4)
            .resourceGroupId("rg-1")
            .addTags(PROD)
            .unhealthyThreshold(2)
            .build();

    @Test
    @Pins("CreateHealthCheckTemplate")
    void areCreated() {
        answer("{\"HealthCheckTemplateId\": \"hct-1\", \"RequestId\": \"req-1\"}");

        CreatedHealthCheckTemplate created = client.healthCheckTemplates()
                .createHealthCheckTemplate(CreateHealthCheckTemplate.builder()
                        .healthCheckTemplateName("web")
                        .healthCheckProtocol(HealthCheckProtocol.HTTP)
                        .healthCheckMethod(HealthCheckMethod.GET)
                        .healthCheckHttpVersion(HttpVersion.HTTP1_0)
                        .healthCheckHost("www.example.com")
                        .healthCheckPath("/health")
                        .healthCheckConnectPort(8080)
                        .addHealthCheckCodes("http_2xx", "http_3xx")
                        .healthCheckInterval(Duration.ofSeconds(5))
                        .healthCheckTimeout(Duration.ofSeconds(3))
                        .healthyThreshold(4)
                        .unhealthyThreshold(2)
                        .resourceGroupId("rg-1")
                        .addTags(PROD)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateHealthCheckTemplate",
                "ClientToken=c-1",
                "HealthCheckCodes.1=http_2xx",
                "HealthCheckCodes.2=http_3xx",
                "HealthCheckConnectPort=8080",
                "HealthCheckHost=www.example.com",
                "HealthCheckHttpVersion=HTTP1.0",
                "HealthCheckInterval=5",
                "HealthCheckMethod=GET",
                "HealthCheckPath=/health",
                "HealthCheckProtocol=HTTP",
                "HealthCheckTemplateName=web",
                "HealthCheckTimeout=3",
                "HealthyThreshold=4",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod",
                "UnhealthyThreshold=2");
        assertThat(created)
                .isEqualTo(CreatedHealthCheckTemplate.builder()
                        .healthCheckTemplateId("hct-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    @Pins("UpdateHealthCheckTemplateAttribute")
    void areChanged() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.healthCheckTemplates()
                .updateHealthCheckTemplateAttribute(UpdateHealthCheckTemplateAttribute.builder()
                        .healthCheckTemplateId("hct-1")
                        .healthCheckTemplateName("rpc")
                        .healthCheckProtocol(HealthCheckProtocol.GRPC)
                        .healthCheckMethod(HealthCheckMethod.POST)
                        .healthCheckHttpVersion(HttpVersion.HTTP1_1)
                        .healthCheckHost("$SERVER_IP")
                        .healthCheckPath("/grpc.health")
                        .healthCheckConnectPort(0)
                        .addHealthCheckCodes("0", "12")
                        .healthCheckInterval(Duration.ofSeconds(50))
                        .healthCheckTimeout(Duration.ofMinutes(5))
                        .healthyThreshold(2)
                        .unhealthyThreshold(10)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateHealthCheckTemplateAttribute",
                "ClientToken=c-1",
                "HealthCheckCodes.1=0",
                "HealthCheckCodes.2=12",
                "HealthCheckConnectPort=0",
                "HealthCheckHost=$SERVER_IP",
                "HealthCheckHttpVersion=HTTP1.1",
                "HealthCheckInterval=50",
                "HealthCheckMethod=POST",
                "HealthCheckPath=/grpc.health",
                "HealthCheckProtocol=gRPC",
                "HealthCheckTemplateId=hct-1",
                "HealthCheckTemplateName=rpc",
                "HealthCheckTimeout=300",
                "HealthyThreshold=2",
                "UnhealthyThreshold=10");
        assertThat(done).isEqualTo(DONE);
    }

    @Test
    @Pins("DeleteHealthCheckTemplates")
    void areDeleted() {
        answer("{\"RequestId\": \"req-1\"}");

        Confirmation done = client.healthCheckTemplates()
                .deleteHealthCheckTemplates(DeleteHealthCheckTemplates.builder()
                        .addHealthCheckTemplateIds("hct-1", "hct-2")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "DeleteHealthCheckTemplates",
                "ClientToken=c-1",
                "HealthCheckTemplateIds.1=hct-1",
                "HealthCheckTemplateIds.2=hct-2");
        assertThat(done).isEqualTo(DONE);
    }

    @Test
    @Pins("GetHealthCheckTemplateAttribute")
    void areTold() {
        answer("{\"RequestId\": \"req-1\", " + TEMPLATE.formatted("HTTP1.1") + "}");

        assertThat(client.healthCheckTemplates().getHealthCheckTemplate("hct-1"))
                .isEqualTo(HealthCheckTemplate.builder()
                        .from(WEB)
                        .requestId("req-1")
                        .build());
        assertSent("GetHealthCheckTemplateAttribute", "HealthCheckTemplateId=hct-1");
    }

    @Test
    @Pins("ListHealthCheckTemplates")
    void areListedWithABlankInTheirHttpVersion() {
        answer("{\"HealthCheckTemplates\": [{" + TEMPLATE.formatted("HTTP 1.1")
                + "}], \"MaxResults\": 50, \"NextToken\": \"t-2\", \"RequestId\": \"req-1\", \"TotalCount\": 1000}");
        ListHealthCheckTemplates request = ListHealthCheckTemplates.builder()
                .addHealthCheckTemplateIds("hct-1", "hct-2")
                .addHealthCheckTemplateNames("web", "rpc")
                .resourceGroupId("rg-1")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<HealthCheckTemplate> page = client.send(request);

        assertSent(
                "ListHealthCheckTemplates",
                "HealthCheckTemplateIds.1=hct-1",
                "HealthCheckTemplateIds.2=hct-2",
                "HealthCheckTemplateNames.1=web",
                "HealthCheckTemplateNames.2=rpc",
                "MaxResults=50",
                "NextToken=t-1",
                "ResourceGroupId=rg-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(page.items()).containsExactly(WEB);
        assertGoesOn(
                page,
                ListHealthCheckTemplates.builder()
                        .from(request)
                        .nextToken("t-2")
                        .build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    @Pins("ApplyHealthCheckTemplateToServerGroup")
    void areAppliedToAServerGroupByAJob() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        AcceptedJob accepted = client.healthCheckTemplates()
                .applyHealthCheckTemplateToServerGroup(ApplyHealthCheckTemplateToServerGroup.builder()
                        .healthCheckTemplateId("hct-1")
                        .serverGroupId("sgp-1")
                        .clientToken("c-1")
                        .build());

        assertSent(
                "ApplyHealthCheckTemplateToServerGroup",
                "ClientToken=c-1",
                "HealthCheckTemplateId=hct-1",
                "ServerGroupId=sgp-1");
        assertThat(accepted)
                .isEqualTo(
                        AcceptedJob.builder().jobId("job-1").requestId("req-1").build());
    }

    @Test
    void areCreatedInTheFormThatIsSafeWhateverFormIsGiven() {
        assertThat(HttpVersion.of("HTTP 1.0").value()).isEqualTo("HTTP1.0");
        assertThat(HttpVersion.unlisted("http 1.1")).isSameAs(HttpVersion.HTTP1_1);
    }

    @Test
    void haveNoPartsOfASecondNorPathsWithoutASlash() {
        CreateHealthCheckTemplate.Builder web =
                CreateHealthCheckTemplate.builder().healthCheckTemplateName("web");

        assertRefused(
                web.healthCheckInterval(Duration.ofMillis(1500)).build(),
                "HealthCheckInterval",
                "PT1.5S",
                "a number of whole seconds is");
        assertRefused(
                web.healthCheckInterval(Duration.ofSeconds(51)).build(), "HealthCheckInterval", "51", "1 to 50 is");
        assertRefused(
                web.healthCheckInterval(Duration.ofSeconds(50))
                        .healthCheckPath("health")
                        .build(),
                "HealthCheckPath",
                "health",
                "a text that starts with / is");
    }

    @Test
    void areNotDeletedByMoreThanACallTakes() {
        assertRefused(
                DeleteHealthCheckTemplates.of(Collections.nCopies(11, "hct-1")),
                "HealthCheckTemplateIds",
                "11 entries",
                "1 to 10 are");
    }
}
