package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.ListAsynJobs;
import io.github.cloudlb.alibaba.servergroup.AddServersToServerGroup;
import io.github.cloudlb.alibaba.servergroup.CreateServerGroup;
import io.github.cloudlb.alibaba.servergroup.DeleteServerGroup;
import io.github.cloudlb.alibaba.servergroup.HealthCheckConfig;
import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ListServerGroups;
import io.github.cloudlb.alibaba.servergroup.RemoveServersFromServerGroup;
import io.github.cloudlb.alibaba.servergroup.ReplaceServersInServerGroup;
import io.github.cloudlb.alibaba.servergroup.Scheduler;
import io.github.cloudlb.alibaba.servergroup.ServerGroupType;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.alibaba.servergroup.SlowStartConfig;
import io.github.cloudlb.alibaba.servergroup.UpdateServerGroupAttribute;
import io.github.cloudlb.alibaba.servergroup.UpdateServerGroupServersAttribute;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Each operation as it goes out: a POST of nothing but its name in a header, its parameters in query and form. */
class OperationsTest extends WireTestBase {
    private static final ServerSpec SPEC = ServerSpec.builder()
            .from(ServerSpec.ecs("i-1", 80))
            .weight(20)
            .description("new one")
            .build();

    static Stream<Arguments> operations() {
        return Stream.of(
                operation(
                        AddServersToServerGroup.of("sgp-1", List.of(SPEC)),
                        "ServerGroupId=sgp-1",
                        "Servers.1.Description=new one, Servers.1.Port=80, Servers.1.ServerId=i-1,"
                                + " Servers.1.ServerType=Ecs, Servers.1.Weight=20"),
                operation(
                        CreateServerGroup.of(
                                "web",
                                HealthCheckConfig.builder()
                                        .healthCheckEnabled(false)
                                        .build()),
                        "HealthCheckConfig.HealthCheckEnabled=false, ServerGroupName=web",
                        ""),
                operation(DeleteServerGroup.of("sgp-1"), "ServerGroupId=sgp-1", ""),
                operation(
                        ListServerGroupServers.builder()
                                .serverGroupId("sgp-1")
                                .addServerIds("i-1", "i-2")
                                .addTags(Tag.builder().key("a").value("").build())
                                .maxResults(5)
                                .nextToken("t")
                                .build(),
                        "MaxResults=5, NextToken=t, ServerGroupId=sgp-1, ServerIds.1=i-1, ServerIds.2=i-2,"
                                + " Tag.1.Key=a, Tag.1.Value=",
                        ""),
                operation(
                        ListServerGroups.builder()
                                .addServerGroupIds("sgp-1")
                                .serverGroupType(ServerGroupType.IP)
                                .build(),
                        "ServerGroupIds.1=sgp-1, ServerGroupType=Ip",
                        ""),
                operation(
                        RemoveServersFromServerGroup.builder()
                                .serverGroupId("sgp-1")
                                .addServers(ServerRef.ip("10.0.0.9", 443), ServerRef.fc("acs:fc:f"))
                                .dryRun(false)
                                .build(),
                        "ServerGroupId=sgp-1, Servers.1.Port=443, Servers.1.ServerId=10.0.0.9,"
                                + " Servers.1.ServerType=Ip, Servers.2.ServerId=acs:fc:f, Servers.2.ServerType=Fc",
                        ""),
                operation(
                        ReplaceServersInServerGroup.of(
                                "sgp-1", List.of(ServerSpec.eni("eni-1", 81)), List.of(ServerRef.eci("eci-1", 82))),
                        "RemovedServers.1.Port=82, RemovedServers.1.ServerId=eci-1,"
                                + " RemovedServers.1.ServerType=Eci, ServerGroupId=sgp-1",
                        "AddedServers.1.Port=81, AddedServers.1.ServerId=eni-1, AddedServers.1.ServerType=Eni"),
                operation(
                        UpdateServerGroupAttribute.builder()
                                .serverGroupId("sgp-1")
                                .scheduler(Scheduler.WLC)
                                .slowStartConfig(SlowStartConfig.builder()
                                        .slowStartEnabled(true)
                                        .slowStartDuration(Duration.ofMinutes(1))
                                        .build())
                                .build(),
                        "Scheduler=Wlc, ServerGroupId=sgp-1, SlowStartConfig.SlowStartDuration=60,"
                                + " SlowStartConfig.SlowStartEnabled=true",
                        ""),
                operation(
                        UpdateServerGroupServersAttribute.of(
                                "sgp-1",
                                List.of(ServerSpec.builder()
                                        .from(ServerSpec.ecs("i-1", 80))
                                        .weight(0)
                                        .build())),
                        "ServerGroupId=sgp-1",
                        "Servers.1.Port=80, Servers.1.ServerId=i-1, Servers.1.ServerType=Ecs, Servers.1.Weight=0"),
                operation(
                        ListAsynJobs.builder()
                                .addJobIds("job-1")
                                .beginTime(Instant.ofEpochMilli(1))
                                .resourceType(ResourceType.SERVERGROUP)
                                .maxResults(100)
                                .build(),
                        "BeginTime=1, JobIds.1=job-1, MaxResults=100, ResourceType=servergroup",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void areSentAsTheServiceReadsThem(String action, Request<?> request, String query, String form) {
        Sent sent = sent(request);

        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /");
        assertThat(sent.header("x-acs-action")).isEqualTo(action);
        assertThat(sent.header("x-acs-version")).isEqualTo("2020-06-16");
        assertThat(String.join(", ", texts(sent, true))).isEqualTo(query);
        assertThat(String.join(", ", texts(sent, false))).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void sayHowLongTheirBodyIs(String action, Request<?> request, String query, String form) {
        Sent sent = sent(request);

        assertThat(sent.header("content-length"))
                .isEqualTo(String.valueOf(sent.request().body().length()));
        assertThat(sent.header("transfer-encoding")).isEmpty();
        assertThat(sent.header("content-type")).isEqualTo(form.isEmpty() ? "" : "application/x-www-form-urlencoded");
    }

    @Test
    void areAllOfTheFacades() {
        assertThat(operations().map(operation -> operation.get()[0]))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    private static Arguments operation(Request<?> request, String query, String form) {
        String action = request.getClass().getSimpleName().replace("Immutable", "");
        return Arguments.of(action, request, query, form);
    }

    private static List<String> texts(Sent sent, boolean query) {
        return (query ? sent.query() : sent.form())
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals("ClientToken"))
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .toList();
    }
}
