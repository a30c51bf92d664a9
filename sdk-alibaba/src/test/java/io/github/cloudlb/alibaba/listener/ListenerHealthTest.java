package io.github.cloudlb.alibaba.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.rule.ActionType;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** The health of a listener, whose pages hold two lists each. */
class ListenerHealthTest extends WireTestBase {
    private static final ServerGroupHealth SICK = group("sgp-1")
            .actionType(ActionType.FORWARD_GROUP)
            .addNonNormalServers(ServerHealth.builder()
                    .serverId("i-1")
                    .serverIp("192.0.2.1")
                    .port(80)
                    .status(ServerHealthStatus.UNHEALTHY)
                    .reason(HealthReason.builder()
                            .actualResponse("302")
                            .expectedResponse(ExpectedResponse.HTTP_2XX)
                            .reasonCode(HealthReasonCode.RESPONSE_MISMATCH)
                            .build())
                    .build())
            .build();

    @Test
    @Pins("GetListenerHealthStatus")
    void isOnePageWithBothListsAndTheToken() {
        cloud.on("POST /").answers(200, "get-listener-health-status.json");

        HealthReport page = client.listeners()
                .getListenerHealthStatus(GetListenerHealthStatus.builder()
                        .listenerId("lsn-1")
                        .rulesIncluded(true)
                        .maxResults(30)
                        .nextToken("t-1")
                        .build());

        assertSent("GetListenerHealthStatus", "IncludeRule=true", "ListenerId=lsn-1", "MaxResults=30", "NextToken=t-1");
        assertThat(page)
                .isEqualTo(HealthReport.builder()
                        .requestId("req-1")
                        .nextToken("t-2")
                        .addListeners(listener(SICK))
                        .addRules(rule("rule-1", mirrored()))
                        .build());
        assertThat(page.unlisted()).isEmpty();
    }

    @Test
    void isOneReportOfAllPages() {
        cloud.on("POST /")
                .answers(200, page("t-2", "lsn-1", "sgp-1", "rule-1"))
                .then(200, page("t-3", "", "", "rule-2"))
                .then(200, page("", "lsn-1", "sgp-2", ""));

        HealthReport report = client.listeners().health("lsn-1");

        assertThat(report)
                .isEqualTo(HealthReport.builder()
                        .requestId("req-of-")
                        .addListeners(
                                listener(group("sgp-1").build()),
                                listener(group("sgp-2").build()))
                        .addRules(
                                rule("rule-1", group("sgp-r").build()),
                                rule("rule-2", group("sgp-r").build()))
                        .build());
        assertThat(cloud.requests()).hasSize(3);
        assertThat(query(0)).isEqualTo(parameters("IncludeRule=true", "ListenerId=lsn-1", "MaxResults=30"));
        assertThat(query(1))
                .isEqualTo(parameters("IncludeRule=true", "ListenerId=lsn-1", "MaxResults=30", "NextToken=t-2"));
        assertThat(query(2))
                .isEqualTo(parameters("IncludeRule=true", "ListenerId=lsn-1", "MaxResults=30", "NextToken=t-3"));
    }

    @Test
    void tellsOnceWhatEachPageSays() {
        cloud.on("POST /")
                .answers(200, page("t-2", "lsn-1", "sgp-1", "rule-1"))
                .then(200, page("", "lsn-1", "sgp-1", "rule-2"));

        HealthReport report = client.listeners().health("lsn-1");

        assertThat(report.listeners()).containsExactly(listener(group("sgp-1").build()));
        assertThat(report.rules()).extracting(RuleHealth::ruleId).containsExactly("rule-1", "rule-2");
    }

    @Test
    void asksForNoMoreThanItWasAskedFor() {
        cloud.on("POST /").answers(200, page("t-2", "lsn-1", "sgp-1", "")).then(200, page("", "", "", ""));

        client.listeners()
                .health(GetListenerHealthStatus.builder()
                        .listenerId("lsn-1")
                        .maxResults(1)
                        .build());

        assertThat(query(0)).isEqualTo(parameters("ListenerId=lsn-1", "MaxResults=1"));
        assertThat(query(1)).isEqualTo(parameters("ListenerId=lsn-1", "MaxResults=1", "NextToken=t-2"));
    }

    @Test
    void hasNoPagesOfMoreThanThirty() {
        assertRefused(
                GetListenerHealthStatus.builder()
                        .listenerId("lsn-1")
                        .maxResults(31)
                        .build(),
                "MaxResults",
                "31",
                "1 to 30 is");
    }

    private Map<String, String> query(int call) {
        return new Sent(cloud.requests().get(call)).query();
    }

    private static ServerGroupHealth.Builder group(String id) {
        return ServerGroupHealth.builder().serverGroupId(id).healthCheckEnabled(true);
    }

    private static ServerGroupHealth mirrored() {
        return group("sgp-2")
                .actionType(ActionType.TRAFFIC_MIRROR)
                .addNonNormalServers(ServerHealth.builder()
                        .serverId("i-2")
                        .status(ServerHealthStatus.UNUSED)
                        .build())
                .build();
    }

    private static ListenerHealth listener(ServerGroupHealth group) {
        return ListenerHealth.builder()
                .listenerId("lsn-1")
                .listenerPort(80)
                .listenerProtocol(ListenerProtocol.HTTP)
                .addServerGroups(group)
                .build();
    }

    private static RuleHealth rule(String id, ServerGroupHealth group) {
        return RuleHealth.builder().ruleId(id).addServerGroups(group).build();
    }

    /** A page with one entry in each list, or none where there is no id. */
    private static String page(String next, String listener, String group, String rule) {
        String listeners = listener.isEmpty() ? "" : """
                  {"ListenerId": "%s", "ListenerPort": 80, "ListenerProtocol": "HTTP",
                   "ServerGroupInfos": [{"ServerGroupId": "%s", "HealthCheckEnabled": "on"}]}""".formatted(listener, group);
        String rules = rule.isEmpty() ? "" : """
                  {"RuleId": "%s", "ServerGroupInfos": [{"ServerGroupId": "sgp-r", "HealthCheckEnabled": "on"}]}""".formatted(rule);
        return """
                {"RequestId": "req-of-%s", "NextToken": "%s", "ListenerHealthStatus": [%s], "RuleHealthStatus": [%s]}""".formatted(next, next, listeners, rules);
    }
}
