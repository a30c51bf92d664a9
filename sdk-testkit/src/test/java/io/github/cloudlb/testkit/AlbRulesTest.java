package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

class AlbRulesTest extends AlbStateTestBase {

    /** A rule at this place in the request, {@code Rules.1.}. */
    static String rule(String place, int priority) {
        return String.join(
                "&",
                place + "RuleName=rule" + priority,
                place + "Priority=" + priority,
                place + "RuleConditions.1.Type=Host",
                place + "RuleConditions.1.HostConfig.Values.1=a.example",
                place + "RuleActions.1.Type=ForwardGroup",
                place + "RuleActions.1.Order=1",
                place + "RuleActions.1.ForwardGroupConfig.ServerGroupTuples.1.ServerGroupId=sgp-unused");
    }

    @Test
    void isProvisioningUntilItIsAvailable() throws Exception {
        jobsTakeTenSeconds();
        String id = done("CreateRule", "ListenerId=lsn-http&" + rule("", 5))
                .path("RuleId")
                .asText();

        assertThat(view(id).path("RuleStatus").asText()).isEqualTo("Provisioning");
        assertThat(code("UpdateRuleAttribute", "RuleId=" + id + "&Priority=6")).isEqualTo("400 IncorrectStatus.Rule");
        tenSecondsPass();
        JsonNode made = view(id);
        assertThat(made.path("RuleStatus").asText()).isEqualTo("Available");
        assertThat(made.path("LoadBalancerId").asText()).isEqualTo("alb-1");
        assertThat(made.at("/RuleActions/0/ForwardGroupConfig/ServerGroupStickySession")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void severalAreMadeChangedAndDeletedAtOnce() throws Exception {
        JsonNode made = done("CreateRules", "ListenerId=lsn-http&" + rule("Rules.1.", 1) + "&" + rule("Rules.2.", 2))
                .path("RuleIds");
        String first = made.at("/0/RuleId").asText();
        String second = made.at("/1/RuleId").asText();
        assertThat(made.at("/1/Priority").asInt()).isEqualTo(2);

        done(
                "UpdateRulesAttribute",
                "Rules.1.RuleId=%s&Rules.1.Priority=2&Rules.2.RuleId=%s&Rules.2.Priority=1".formatted(first, second));
        assertThat(view(first).path("Priority").asInt())
                .as("they change places")
                .isEqualTo(2);
        assertThat(view(second).path("Priority").asInt()).isEqualTo(1);

        done("DeleteRules", "RuleIds.1=" + first + "&RuleIds.2=" + second);
        assertThat(done("ListRules", "ListenerIds.1=lsn-http").path("Rules").findValuesAsText("RuleId"))
                .containsExactly("rule-1");
    }

    @Test
    void aPriorityIsThereOnceInAListener() throws Exception {
        assertThat(code("CreateRule", "ListenerId=lsn-http&" + rule("", 10))).isEqualTo("400 Conflict.Priority");
        assertThat(code("CreateRules", "ListenerId=lsn-http&" + rule("Rules.1.", 3) + "&" + rule("Rules.2.", 3)))
                .isEqualTo("400 Conflict.Priority");
        done("CreateRule", "ListenerId=lsn-https&" + rule("", 10));
        done("CreateRule", "ListenerId=lsn-http&Direction=Response&" + rule("", 10));
        done("UpdateRuleAttribute", "RuleId=rule-1&Priority=10&RuleName=renamed");
    }

    @Test
    void listsThoseOfADirection() throws Exception {
        done("CreateRule", "ListenerId=lsn-http&Direction=Response&" + rule("", 1));

        assertThat(done("ListRules", "LoadBalancerIds.1=alb-1")
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(first("ListRules", "Direction=Response", "Rules")
                        .path("RuleName")
                        .asText())
                .isEqualTo("rule1");
    }

    @Test
    void actionsMustGoTogether() throws Exception {
        alb.seed("""
                server_groups:
                  - {ServerGroupId: sgp-ip, ServerGroupName: ip, ServerGroupType: Ip}
                  - {ServerGroupId: sgp-secure, ServerGroupName: secure, Protocol: HTTPS}
                """);
        String base = "ListenerId=lsn-http&" + rule("", 5);
        String mirror = "&RuleActions.2.Type=TrafficMirror&RuleActions.2.Order=2"
                + "&RuleActions.2.TrafficMirrorConfig.MirrorGroupConfig.ServerGroupTuples.1.ServerGroupId=";

        assertThat(code("CreateRule", base + mirror + "sgp-unused"))
                .isEqualTo("400 OperationDenied.SameGroupForForwardAndMirrorAction");
        assertThat(code("CreateRule", base + mirror + "sgp-ip"))
                .isEqualTo("400 OperationDenied.IpGroupCanNotUsedForMirrorAction");
        assertThat(code("CreateRule", base + mirror + "sgp-none")).isEqualTo("404 ResourceNotFound.ServerGroup");
        assertThat(code(
                        "CreateRule",
                        base + "&RuleActions.1.ForwardGroupConfig.ServerGroupTuples.2.ServerGroupId=sgp-secure"
                                + "&RuleActions.1.ForwardGroupConfig.ServerGroupTuples.1.Weight=1"
                                + "&RuleActions.1.ForwardGroupConfig.ServerGroupTuples.2.Weight=1"))
                .isEqualTo("400 OperationDenied.ProtocolMustSameForForwardGroupAction");
        assertThat(
                        code(
                                "CreateRule",
                                base.replaceFirst("&RuleActions.*", "")
                                        + "&RuleActions.1.Type=Rewrite&RuleActions.1.Order=1&RuleActions.1.RewriteConfig.Path=/x"))
                .isEqualTo("400 OperationDenied.RewriteMissingForwardGroup");
        done("CreateRule", base + mirror + "sgp-1");
    }

    @Test
    void aBasicEditionTakesThreeActions() throws Exception {
        alb.addListener("alb-dual", "HTTP", 80, "sgp-1");
        String listener = first("ListListeners", "LoadBalancerIds.1=alb-dual", "Listeners")
                .path("ListenerId")
                .asText();
        StringBuilder many = new StringBuilder(rule("", 5));
        for (int i = 2; i <= 4; i++) {
            many.append("&RuleActions.%1$d.Type=RemoveHeader&RuleActions.%1$d.Order=%1$d".formatted(i))
                    .append("&RuleActions.%1$d.RemoveHeaderConfig.Key=k%1$d".formatted(i));
        }

        assertThat(code("CreateRule", "ListenerId=" + listener + "&" + many))
                .isEqualTo("400 QuotaExceeded.RuleActionsNum");
        done("CreateRule", "ListenerId=lsn-http&" + many);
    }

    @Test
    void thoseOfTwoLoadBalancersAreNotDeletedTogether() throws Exception {
        String listener = alb.addListener("alb-dual", "HTTP", 80, "sgp-1");
        String other = done("CreateRule", "ListenerId=" + listener + "&" + rule("", 1))
                .path("RuleId")
                .asText();

        assertThat(code("DeleteRules", "RuleIds.1=rule-1&RuleIds.2=" + other))
                .isEqualTo("400 OperationDenied.CrossLoadBalancerRules");
        assertThat(code("DeleteRules", "RuleIds.1=rule-1&RuleIds.2=rule-none")).isEqualTo("404 ResourceNotFound.Rule");
    }

    private JsonNode view(String id) throws Exception {
        return first("ListRules", "RuleIds.1=" + id, "Rules");
    }
}
