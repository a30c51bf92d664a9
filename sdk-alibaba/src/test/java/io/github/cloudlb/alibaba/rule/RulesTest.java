package io.github.cloudlb.alibaba.rule;

import static io.github.cloudlb.alibaba.rule.RuleExamples.ACTIONS;
import static io.github.cloudlb.alibaba.rule.RuleExamples.CONDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.common.Tag;
import io.github.cloudlb.alibaba.job.AcceptedJob;
import io.github.cloudlb.core.Page;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Forwarding rules as they go over the wire. */
class RulesTest extends WireTestBase {
    private static final String ACCEPTED = "{\"JobId\": \"job-1\", \"RequestId\": \"req-1\"}";
    private static final AcceptedJob JOB =
            AcceptedJob.builder().jobId("job-1").requestId("req-1").build();
    private static final Tag PROD = Tag.builder().key("env").value("prod").build();

    @Test
    @Pins("CreateRule")
    void areCreated() {
        answer("{\"JobId\": \"job-1\", \"RequestId\": \"req-1\", \"RuleId\": \"rule-1\"}");

        CreatedRule created = client.rules()
                .createRule(CreateRule.builder()
                        .listenerId("lsn-1")
                        .ruleName("web")
                        .priority(10)
                        .direction(RuleDirection.REQUEST)
                        .ruleActions(ACTIONS)
                        .ruleConditions(CONDITIONS)
                        .addTags(PROD)
                        .clientToken("c-1")
                        .dryRun(true)
                        .build());

        assertSent(
                "CreateRule",
                RuleExamples.parameters(
                        "",
                        "ClientToken=c-1",
                        "Direction=Request",
                        "DryRun=true",
                        "ListenerId=lsn-1",
                        "Priority=10",
                        "RuleName=web",
                        "Tag.1.Key=env",
                        "Tag.1.Value=prod"),
                Map.of());
        assertThat(created)
                .isEqualTo(CreatedRule.builder()
                        .jobId("job-1")
                        .requestId("req-1")
                        .ruleId("rule-1")
                        .build());
    }

    @Test
    @Pins("CreateRules")
    void areCreatedTogetherInAForm() {
        answer(
                "{\"JobId\": \"job-1\", \"RequestId\": \"req-1\", \"RuleIds\": [{\"Priority\": 10, \"RuleId\": \"rule-1\"}]}");

        CreatedRules created = client.rules()
                .createRules(CreateRules.builder()
                        .listenerId("lsn-1")
                        .addRules(RuleSpec.builder()
                                .ruleName("web")
                                .priority(10)
                                .direction(RuleDirection.RESPONSE)
                                .ruleActions(ACTIONS)
                                .ruleConditions(CONDITIONS)
                                .addTags(PROD)
                                .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "CreateRules",
                parameters("ClientToken=c-1", "ListenerId=lsn-1"),
                RuleExamples.parameters(
                        "Rules.1.",
                        "Rules.1.Direction=Response",
                        "Rules.1.Priority=10",
                        "Rules.1.RuleName=web",
                        "Rules.1.Tag.1.Key=env",
                        "Rules.1.Tag.1.Value=prod"));
        assertThat(created)
                .isEqualTo(CreatedRules.builder()
                        .jobId("job-1")
                        .requestId("req-1")
                        .addRules(
                                RuleRef.builder().ruleId("rule-1").priority(10).build())
                        .build());
    }

    @Test
    @Pins("UpdateRuleAttribute")
    void areChanged() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.rules()
                .updateRuleAttribute(UpdateRuleAttribute.builder()
                        .ruleId("rule-1")
                        .ruleName("web")
                        .priority(11)
                        .ruleActions(ACTIONS)
                        .ruleConditions(CONDITIONS)
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateRuleAttribute",
                RuleExamples.parameters("", "ClientToken=c-1", "Priority=11", "RuleId=rule-1", "RuleName=web"),
                Map.of());
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("UpdateRulesAttribute")
    void areChangedTogetherInAForm() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.rules()
                .updateRulesAttribute(UpdateRulesAttribute.builder()
                        .addRules(RuleUpdate.builder()
                                .ruleId("rule-1")
                                .ruleName("web")
                                .priority(11)
                                .ruleActions(ACTIONS)
                                .ruleConditions(CONDITIONS)
                                .build())
                        .clientToken("c-1")
                        .build());

        assertSent(
                "UpdateRulesAttribute",
                parameters("ClientToken=c-1"),
                RuleExamples.parameters(
                        "Rules.1.", "Rules.1.Priority=11", "Rules.1.RuleId=rule-1", "Rules.1.RuleName=web"));
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    void areChangedInNothingThatIsNotNamed() {
        answer(ACCEPTED);

        client.rules()
                .updateRuleAttribute(UpdateRuleAttribute.builder()
                        .ruleId("rule-1")
                        .clientToken("c-1")
                        .addRuleActions(
                                overwriting(),
                                RuleAction.builder()
                                        .from(RuleAction.forward("sgp-1"))
                                        .order(20)
                                        .build())
                        .build());

        assertSent(
                "UpdateRuleAttribute",
                "ClientToken=c-1",
                "RuleActions.1.InsertHeaderConfig.CoverEnabled=true",
                "RuleActions.1.InsertHeaderConfig.Key=X-A",
                "RuleActions.1.InsertHeaderConfig.Value=1",
                "RuleActions.1.InsertHeaderConfig.ValueType=UserDefined",
                "RuleActions.1.Order=1",
                "RuleActions.1.Type=InsertHeader",
                "RuleActions.2.ForwardGroupConfig.ServerGroupTuples.1.ServerGroupId=sgp-1",
                "RuleActions.2.Order=20",
                "RuleActions.2.Type=ForwardGroup",
                "RuleId=rule-1");
    }

    private static RuleAction overwriting() {
        return RuleAction.builder()
                .type(ActionType.INSERT_HEADER)
                .insertHeaderConfig(InsertHeaderConfig.builder()
                        .key("X-A")
                        .value("1")
                        .valueType(HeaderValueType.USER_DEFINED)
                        .overwriteEnabled(true)
                        .build())
                .build();
    }

    @Test
    @Pins("DeleteRule")
    void areDeleted() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.rules()
                .deleteRule(
                        DeleteRule.builder().ruleId("rule-1").clientToken("c-1").build());

        assertSent("DeleteRule", "ClientToken=c-1", "RuleId=rule-1");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("DeleteRules")
    void areDeletedTogether() {
        answer(ACCEPTED);

        AcceptedJob accepted = client.rules()
                .deleteRules(DeleteRules.builder()
                        .addRuleIds("rule-1", "rule-2")
                        .clientToken("c-1")
                        .build());

        assertSent("DeleteRules", "ClientToken=c-1", "RuleIds.1=rule-1", "RuleIds.2=rule-2");
        assertThat(accepted).isEqualTo(JOB);
    }

    @Test
    @Pins("ListRules")
    void areListed() {
        cloud.on("POST /").answers(200, "list-rules.json");
        ListRules request = ListRules.builder()
                .direction(RuleDirection.RESPONSE)
                .addListenerIds("lsn-1", "lsn-2")
                .addLoadBalancerIds("alb-1")
                .addRuleIds("rule-1")
                .addTags(PROD)
                .maxResults(50)
                .nextToken("t-1")
                .build();

        Page<Rule> page = client.send(request);

        assertSent(
                "ListRules",
                "Direction=Response",
                "ListenerIds.1=lsn-1",
                "ListenerIds.2=lsn-2",
                "LoadBalancerIds.1=alb-1",
                "MaxResults=50",
                "NextToken=t-1",
                "RuleIds.1=rule-1",
                "Tag.1.Key=env",
                "Tag.1.Value=prod");
        assertThat(page.items())
                .containsExactly(Rule.builder()
                        .ruleId("rule-1")
                        .ruleName("web")
                        .ruleStatus(RuleStatus.AVAILABLE)
                        .direction(RuleDirection.RESPONSE)
                        .listenerId("lsn-1")
                        .loadBalancerId("alb-1")
                        .priority(10)
                        .ruleActions(told())
                        .ruleConditions(CONDITIONS)
                        .addTags(PROD)
                        .build());
        assertThat(page.items().get(0).unlisted()).isEmpty();
        assertThat(page.items().get(0).ruleActions())
                .allSatisfy(action -> assertThat(action.unlisted()).isEmpty());
        assertGoesOn(
                page,
                ListRules.builder().from(request).nextToken("t-2").build(),
                "MaxResults=50",
                "RequestId=req-1",
                "TotalCount=1000");
    }

    /** Answers tell a share of what is mirrored, which no request can have. */
    private static List<RuleAction> told() {
        return RuleExamples.numbered().stream()
                .map(action -> action.type().equals(ActionType.TRAFFIC_MIRROR) ? mirrored(action) : action)
                .toList();
    }

    private static RuleAction mirrored(RuleAction action) {
        return RuleAction.builder()
                .from(action)
                .trafficMirrorConfig(TrafficMirrorConfig.builder()
                        .targetType(MirrorTargetType.FORWARD_GROUP_MIRROR)
                        .mirrorGroupConfig(MirrorGroupConfig.builder()
                                .addServerGroups(MirroredServerGroup.builder()
                                        .serverGroupId("sgp-3")
                                        .weight(100)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    @Test
    void goBackAsTheyWereTold() {
        cloud.on("POST /").answers(200, "list-rules.json").then(200, ACCEPTED);
        Rule rule = client.send(ListRules.builder().build()).items().get(0);

        client.send(UpdateRuleAttribute.builder()
                .ruleId(rule.ruleId())
                .ruleActions(rule.ruleActions())
                .ruleConditions(rule.ruleConditions())
                .clientToken("c-1")
                .build());

        Sent sent = new Sent(cloud.requests().get(1));
        assertThat(sent.query()).isEqualTo(RuleExamples.parameters("", "ClientToken=c-1", "RuleId=rule-1"));
    }

    @Test
    void mayTellAVariableForANumber() {
        answer("""
                {"RequestId": "req-1", "Rules": [{"RuleId": "rule-1", "RuleActions": [
                    {"Type": "Redirect", "RedirectConfig": {"Port": "${port}", "HttpCode": "301"}},
                    {"Type": "FixedResponse", "FixedResponseConfig": {"HttpCode": "HTTP_2xx"}}]}]}
                """);

        List<RuleAction> actions =
                client.send(ListRules.builder().build()).items().get(0).ruleActions();

        RedirectConfig redirect = actions.get(0).redirectConfig().orElseThrow();
        assertThat(redirect.httpCode()).contains(301);
        assertThat(redirect.port()).isEmpty();
        assertThat(redirect.unlisted()).isEqualTo(Map.of("Port", "${port}"));
        FixedResponseConfig fixed = actions.get(1).fixedResponseConfig().orElseThrow();
        assertThat(fixed.httpCode()).isEmpty();
        assertThat(fixed.unlisted()).isEqualTo(Map.of("HttpCode", "HTTP_2xx"));
    }
}
