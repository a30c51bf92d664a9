package io.github.cloudlb.alibaba.ascript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.Collections;

/** Scripts as they go over the wire. */
class AScriptsTest extends WireTestBase {
    private static final ExtendedAttribute DEBUG = ExtendedAttribute.builder()
            .attributeKey(ExtendedAttributeKey.ES_DEBUG)
            .attributeValue("test")
            .build();
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();

    @Test
    @Pins("CreateAScripts")
    void areCreatedForAListener() {
        answer("""
                {"AScriptIds": [{"AScriptId": "as-1"}, {"AScriptId": "as-2"}],
                 "JobId": "job-1", "RequestId": "req-1"}
                """);

        CreatedAScripts created = client.aScripts()
                .createAScripts(CreateAScripts.builder()
                        .listenerId("lsn-1")
                        .addAScripts(
                                AScriptSpec.builder()
                                        .aScriptName("hello")
                                        .enabled(true)
                                        .extendedAttributesEnabled(true)
                                        .addExtendedAttributes(DEBUG)
                                        .position(AScriptPosition.RESPONSE_HEAD)
                                        .scriptContent("if and($http_a, 1) { }")
                                        .build(),
                                AScriptSpec.builder()
                                        .aScriptName("second")
                                        .scriptContent("x")
                                        .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateAScripts",
                "AScripts.1.AScriptName=hello",
                "AScripts.1.Enabled=true",
                "AScripts.1.ExtAttributeEnabled=true",
                "AScripts.1.ExtAttributes.1.AttributeKey=EsDebug",
                "AScripts.1.ExtAttributes.1.AttributeValue=test",
                "AScripts.1.Position=ResponseHead",
                "AScripts.1.ScriptContent=if and($http_a, 1) { }",
                "AScripts.2.AScriptName=second",
                "AScripts.2.ScriptContent=x",
                "ClientToken=c-1",
                "ListenerId=lsn-1");
        assertThat(created)
                .isEqualTo(CreatedAScripts.builder()
                        .addAScriptIds("as-1", "as-2")
                        .jobId("job-1")
                        .requestId("req-1")
                        .build());
    }

    @Test
    @Pins("UpdateAScripts")
    void areChanged() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        AcceptedJob accepted = client.aScripts()
                .updateAScripts(UpdateAScripts.builder()
                        .addAScripts(
                                AScriptUpdate.builder()
                                        .aScriptId("as-1")
                                        .aScriptName("hello")
                                        .enabled(false)
                                        .extendedAttributesEnabled(true)
                                        .addExtendedAttributes(DEBUG)
                                        .scriptContent("y")
                                        .build(),
                                AScriptUpdate.builder()
                                        .aScriptId("as-2")
                                        .enabled(true)
                                        .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateAScripts",
                "AScripts.1.AScriptId=as-1",
                "AScripts.1.AScriptName=hello",
                "AScripts.1.Enabled=false",
                "AScripts.1.ExtAttributeEnabled=true",
                "AScripts.1.ExtAttributes.1.AttributeKey=EsDebug",
                "AScripts.1.ExtAttributes.1.AttributeValue=test",
                "AScripts.1.ScriptContent=y",
                "AScripts.2.AScriptId=as-2",
                "AScripts.2.Enabled=true",
                "ClientToken=c-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("DeleteAScripts")
    void areDeleted() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}");

        AcceptedJob accepted = client.aScripts()
                .deleteAScripts(DeleteAScripts.builder()
                        .addAScriptIds("as-1", "as-2")
                        .clientToken("c-1")
                        .build());

        assertSent("DeleteAScripts", "AScriptIds.1=as-1", "AScriptIds.2=as-2", "ClientToken=c-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListAScripts")
    void areListed() {
        answer("""
                {"AScripts": [{"AScriptId": "as-1", "AScriptName": "hello", "AScriptStatus": "Available",
                    "Enabled": true, "ListenerId": "lsn-1", "LoadBalancerId": "alb-1", "ScriptContent": "x"}],
                 "MaxResults": 50, "NextToken": "t-2", "RequestId": "req-1", "TotalCount": 1000}
                """);
        ListAScripts request = ListAScripts.builder()
                .addAScriptIds("as-1", "as-2")
                .addAScriptNames("hello", "second")
                .addListenerIds("lsn-1", "lsn-2")
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<AScript> page = client.send(request);

        assertSent(
                "ListAScripts",
                "AScriptIds.1=as-1",
                "AScriptIds.2=as-2",
                "AScriptNames.1=hello",
                "AScriptNames.2=second",
                "ListenerIds.1=lsn-1",
                "ListenerIds.2=lsn-2",
                "MaxResults=50",
                "NextToken=t-1");
        assertThat(page.items())
                .containsExactly(AScript.builder()
                        .aScriptId("as-1")
                        .aScriptName("hello")
                        .aScriptStatus(AScriptStatus.AVAILABLE)
                        .enabled(true)
                        .listenerId("lsn-1")
                        .loadBalancerId("alb-1")
                        .scriptContent("x")
                        .build());
        assertGoesOn(
                page,
                ListAScripts.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    @Test
    void areNotDeletedByMoreThanACallTakes() {
        assertRefused(DeleteAScripts.of(Collections.nCopies(11, "as-1")), "AScriptIds", "11 entries", "1 to 10 are");
    }

    @Test
    void haveNoExtendedAttributeWithoutAValue() {
        assertThatThrownBy(() -> ExtendedAttribute.builder()
                        .attributeKey(ExtendedAttributeKey.ES_DEBUG)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("attributeValue: is required and was not given");
        assertRefused(
                UpdateAScripts.builder()
                        .addAScripts(AScriptUpdate.builder()
                                .aScriptId("as-1")
                                .addExtendedAttributes(
                                        DEBUG,
                                        ExtendedAttribute.builder()
                                                .from(DEBUG)
                                                .attributeValue("")
                                                .build())
                                .build())
                        .build(),
                "AScripts[0].ExtAttributes[1].AttributeValue",
                "",
                "a text of 1 to 128 characters is");
    }
}
