package io.github.cloudlb.alibaba;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.acl.AclEntrySpec;
import io.github.cloudlb.alibaba.acl.AddEntriesToAcl;
import io.github.cloudlb.alibaba.common.ResourceType;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.loadbalancer.LoadBalancerVectors;
import io.github.cloudlb.alibaba.servergroup.AddServersToServerGroup;
import io.github.cloudlb.alibaba.servergroup.BackendProtocol;
import io.github.cloudlb.alibaba.servergroup.CreateServerGroup;
import io.github.cloudlb.alibaba.servergroup.HealthCheckConfig;
import io.github.cloudlb.alibaba.servergroup.ListServerGroups;
import io.github.cloudlb.alibaba.servergroup.RemoveServersFromServerGroup;
import io.github.cloudlb.alibaba.servergroup.Scheduler;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.alibaba.servergroup.ServerSpec;
import io.github.cloudlb.alibaba.servergroup.ServerType;
import io.github.cloudlb.alibaba.servergroup.StickySessionConfig;
import io.github.cloudlb.alibaba.tag.TagResources;
import io.github.cloudlb.core.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the vendor's own client, com.aliyun:alb20200616:1.2.8, sent for the same values. A newer one moved some lists from
 * the query into a form; the service takes them either way.
 */
class WireVectorsTest extends WireTestBase {
    private static final Map<String, Request<?>> REQUESTS = Map.ofEntries(
            entry(
                    "list-server-groups-with-tag-filters",
                    ListServerGroups.builder()
                            .addServerGroupNames("web", "api")
                            .addTags(tag("env", "prod"), tag("组", "一"))
                            .maxResults(50)
                            .vpcId("vpc-0001")
                            .build()),
            entry(
                    "empty-list-is-not-sent",
                    ListServerGroups.builder()
                            .serverGroupIds(List.of())
                            .maxResults(10)
                            .build()),
            entry(
                    "remove-three-servers",
                    RemoveServersFromServerGroup.of(
                            "sgp-0001",
                            List.of(
                                    ServerRef.ecs("i-0001", 80),
                                    ServerRef.builder()
                                            .serverId("i-0002")
                                            .serverType(ServerType.ECS)
                                            .serverIp("10.0.0.2")
                                            .port(8080)
                                            .build(),
                                    ServerRef.builder()
                                            .serverId("10.0.0.3")
                                            .serverType(ServerType.IP)
                                            .serverIp("10.0.0.3")
                                            .port(443)
                                            .build()))),
            entry(
                    "add-servers",
                    AddServersToServerGroup.builder()
                            .serverGroupId("sgp-0001")
                            .clientToken("c-1")
                            .addServers(
                                    ServerSpec.builder()
                                            .serverId("i-0001")
                                            .serverType(ServerType.ECS)
                                            .port(80)
                                            .weight(100)
                                            .description("first/one *~+")
                                            .build(),
                                    ServerSpec.builder()
                                            .serverId("i-0002")
                                            .serverType(ServerType.ENI)
                                            .port(81)
                                            .weight(0)
                                            .build())
                            .build()),
            entry(
                    "create-server-group",
                    CreateServerGroup.builder()
                            .serverGroupName("web")
                            .protocol(BackendProtocol.HTTP)
                            .scheduler(Scheduler.WRR)
                            .vpcId("vpc-0001")
                            .healthCheckConfig(HealthCheckConfig.builder()
                                    .healthCheckEnabled(true)
                                    .healthCheckPath("/health?x=1&y=2")
                                    .addHealthCheckCodes("http_2xx", "http_3xx")
                                    .healthCheckInterval(Duration.ofSeconds(2))
                                    .healthyThreshold(3)
                                    .build())
                            .stickySessionConfig(StickySessionConfig.builder()
                                    .stickySessionEnabled(false)
                                    .build())
                            .build()),
            entry(
                    "acl-entries",
                    AddEntriesToAcl.of(
                            "acl-0001",
                            List.of(
                                    AclEntrySpec.builder()
                                            .entry("10.0.1.0/24")
                                            .description("办公室")
                                            .build(),
                                    AclEntrySpec.of("2001:db8::/32")))),
            entry(
                    "tag-resources",
                    TagResources.of(
                            ResourceType.LOADBALANCER,
                            List.of("alb-0001", "alb-0002"),
                            List.of(tag("env", "test"), tag("owner", "")))));
    private static final Set<String> IN_FORM_NOW = Set.of("add-servers");
    private static final Set<String> OPERATIONS = Set.of(
            "ListServerGroups",
            "RemoveServersFromServerGroup",
            "AddServersToServerGroup",
            "CreateServerGroup",
            "AddEntriesToAcl",
            "TagResources",
            "DescribeRegions",
            "ListLoadBalancers",
            "CreateLoadBalancer",
            "DeleteLoadBalancer");

    static Stream<Arguments> vectors() {
        JsonNode all = JsonMapper.shared().readTree(WireVectorsTest.class.getResourceAsStream("alb-wire.json"));
        return all.path("vectors")
                .valueStream()
                .filter(vector -> OPERATIONS.contains(vector.path("operation").asString()))
                .map(vector -> Arguments.of(vector.path("name").asString(), vector));
    }

    @Test
    void areAllCovered() {
        assertThat(vectors().map(vector -> String.valueOf(vector.get()[0])))
                .containsExactlyInAnyOrderElementsOf(requests().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void areSentAlike(String name, JsonNode vector) {
        Request<?> request = request(name);
        JsonNode expected = vector.path("expected");

        Sent sent = sent(request);

        assertThat(sent.method()).isEqualTo(expected.path("method").asString());
        assertThat(sent.path()).isEqualTo(expected.path("path").asString());
        Map<String, String> parameters = pairs(expected.path("query"));
        // A dry run that is not wanted is not asked for, which the service takes alike.
        parameters.remove("DryRun", "false");
        assertThat(parameters.containsKey("ClientToken") ? sent.parameters() : sent.withoutDrawnToken(request))
                .isEqualTo(parameters);
        if (IN_FORM_NOW.contains(name)) {
            assertThat(sent.form().keySet()).isNotEmpty().allMatch(parameter -> parameter.startsWith("Servers."));
            assertThat(sent.query().keySet()).noneMatch(parameter -> parameter.startsWith("Servers."));
        } else {
            assertThat(sent.form()).isEmpty();
            assertThat(sent.header("x-acs-content-sha256"))
                    .isEqualTo(pairs(expected.path("headers")).get("x-acs-content-sha256"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void haveTheSameHeaders(String name, JsonNode vector) {
        Map<String, String> expected = pairs(vector.path("expected").path("headers"));
        // The vendor's client tells so where its credentials come from; nobody asks for it.
        expected.remove("x-acs-credentials-provider");

        Sent sent = sent(request(name));

        assertThat(sent.headersOfTheService())
                .containsExactlyInAnyOrderElementsOf(expected.keySet().stream()
                        .filter(header -> header.startsWith("x-acs-"))
                        .toList());
        for (String header : List.of("accept", "x-acs-action", "x-acs-version")) {
            assertThat(sent.header(header)).isEqualTo(expected.get(header));
        }
        assertThat(sent.header("x-acs-date")).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(sent.header("x-acs-signature-nonce")).isNotEmpty();
    }

    private static Request<?> request(String name) {
        return Objects.requireNonNull(requests().get(name), name);
    }

    private static Map<String, Request<?>> requests() {
        Map<String, Request<?>> requests = new TreeMap<>(REQUESTS);
        requests.putAll(LoadBalancerVectors.REQUESTS);
        return requests;
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Map<String, String> pairs(JsonNode list) {
        Map<String, String> pairs = new TreeMap<>();
        list.valueStream()
                .forEach(pair -> pairs.put(pair.path(0).asString(), pair.path(1).asString()));
        return pairs;
    }
}
