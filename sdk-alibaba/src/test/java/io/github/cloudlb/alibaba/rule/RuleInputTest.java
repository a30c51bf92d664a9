package io.github.cloudlb.alibaba.rule;

import io.github.cloudlb.alibaba.WireTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/** Rules that the service would surely refuse never leave; what it may take does. */
class RuleInputTest extends WireTestBase {
    private static final RuleCondition API = RuleCondition.path("/api/*");

    @Test
    void aRuleThatDoesNothing() {
        assertRefused(rule(List.of(), List.of(API)), "RuleActions", "0 entries", "1 to 100 are");
        assertRefused(
                rule(List.of(RuleAction.forward("sgp-1")), List.of()), "RuleConditions", "0 entries", "1 to 100 are");
    }

    @Test
    void severalGroupsOfWhichOneHasNoShare() {
        RuleAction action = RuleAction.forwardByWeight(
                WeightedServerGroup.of("sgp-1", 60),
                WeightedServerGroup.builder().serverGroupId("sgp-2").build());

        assertRefused(
                rule(action),
                "RuleActions[0].ForwardGroupConfig.ServerGroupTuples[1].Weight",
                "",
                "it is required when the number of ServerGroupTuples is over 1");
        client.check(rule(RuleAction.forward("sgp-1")));
    }

    @Test
    void moreGroupsThanARuleCanHave() {
        RuleAction action = RuleAction.forwardByWeight(
                Collections.nCopies(6, WeightedServerGroup.of("sgp-1", 10)).toArray(WeightedServerGroup[]::new));

        assertRefused(rule(action), "RuleActions[0].ForwardGroupConfig.ServerGroupTuples", "6 entries", "0 to 5 are");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50001})
    void aPlaceThatThereIsNot(int order) {
        RuleAction action = RuleAction.builder()
                .from(RuleAction.forward("sgp-1"))
                .order(order)
                .build();

        assertRefused(rule(action), "RuleActions[0].Order", String.valueOf(order), "1 to 50000 is");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300, 304, 3010})
    void aStatusThatIsNoRedirect(int code) {
        assertRefused(
                rule(RuleAction.redirect(redirect().httpCode(code).build())),
                "RuleActions[0].RedirectConfig.HttpCode",
                String.valueOf(code),
                "one of 301, 302, 303, 307, 308 is");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 302, 600, 20, 2000})
    void aStatusThatIsNoAnswerOfItsOwn(int code) {
        assertRefused(
                rule(RuleAction.fixedResponse(code, ContentType.TEXT_HTML, "closed")),
                "RuleActions[0].FixedResponseConfig.HttpCode",
                String.valueOf(code),
                "one of 2xx, 4xx, 5xx is");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63336})
    void aPortThatTheServiceDoesNotTake(int port) {
        assertRefused(
                rule(RuleAction.redirect(redirect().port(port).build())),
                "RuleActions[0].RedirectConfig.Port",
                String.valueOf(port),
                "1 to 63335 is");
    }

    @Test
    void aPathThatBeginsWithNeitherASlashNorAVariable() {
        assertRefused(
                rule(RuleAction.redirect(redirect().path("login").build())),
                "RuleActions[0].RedirectConfig.Path",
                "login",
                "a text that starts with / or ${path} or ${host} or ${protocol} or ${port} is");
        client.check(rule(RuleAction.redirect(redirect().path("${path}/login").build())));
        client.check(rule(RuleAction.redirect(redirect().path("/login").build())));
    }

    @Test
    void aBodyThatIsTooLongOrNotAscii() {
        assertRefused(
                rule(fixed("x".repeat(1025))),
                "RuleActions[0].FixedResponseConfig.Content",
                "1025 bytes",
                "at most 1024 bytes are");
        assertRefused(
                rule(fixed("geschlossen für heute")),
                "RuleActions[0].FixedResponseConfig.Content",
                "geschlossen für heute",
                "printable ASCII is");
        client.check(rule(fixed("<p>\n\tclosed\r\n</p>" + "x".repeat(1000))));
    }

    private static RuleAction fixed(String content) {
        return RuleAction.fixedResponse(503, ContentType.TEXT_HTML, content);
    }

    @Test
    void aHeaderOfWhatTheLoadBalancerDoesNotKnow() {
        assertRefused(
                rule(RuleAction.insertSystemHeader("X-Client", "ClientIp")),
                "RuleActions[0].InsertHeaderConfig.Value",
                "ClientIp",
                "one of ClientSrcPort, ClientSrcIp, Protocol, SLBId, SLBPort is");
        client.check(rule(RuleAction.insertHeader("X-Client", "ClientIp")));
        client.check(rule(RuleAction.copyHeader("X-Client", "X-Real-IP")));
    }

    @Test
    void aCookieThatIsLongerThanAParameterOfAQueryMayBe() {
        String long128 = "v".repeat(128);

        assertRefused(
                rule(List.of(RuleAction.forward("sgp-1")), List.of(RuleCondition.cookie("c", long128))),
                "RuleConditions[0].CookieConfig.Values[0].Value",
                "v".repeat(80) + "…",
                "a text of 1 to 100 characters is");
        client.check(rule(List.of(RuleAction.forward("sgp-1")), List.of(RuleCondition.queryString("q", long128))));
    }

    @Test
    void aConditionOnAddressesWithoutThem() {
        RuleCondition condition =
                RuleCondition.builder().type(ConditionType.SOURCE_IP).build();

        assertRefused(
                rule(List.of(RuleAction.forward("sgp-1")), List.of(condition)),
                "RuleConditions[0].SourceIpConfig",
                "",
                "it is required when Type is SourceIp");
    }

    @Test
    void noActionThatSomeTextsCallOtherwise() {
        client.check(rule(RuleAction.removeHeader("X-Debug")));
        client.check(rule(RuleAction.mirror("sgp-2")));
        client.check(
                rule(RuleAction.builder().type(ActionType.unlisted("Teleport")).build()));
    }

    @Test
    void aValueInOneOfManyRules() {
        RuleSpec wrong = RuleSpec.builder()
                .ruleName("web")
                .priority(1)
                .addRuleActions(RuleAction.redirect(redirect().port(0).build()))
                .addRuleConditions(API)
                .build();

        assertRefused(
                CreateRules.of("lsn-1", List.of(wrong)),
                "Rules[0].RuleActions[0].RedirectConfig.Port",
                "0",
                "1 to 63335 is");
    }

    private static RedirectConfig.Builder redirect() {
        return RedirectConfig.builder();
    }

    private static CreateRule rule(RuleAction action) {
        return rule(List.of(action), List.of(API));
    }

    private static CreateRule rule(List<RuleAction> actions, List<RuleCondition> conditions) {
        return CreateRule.builder()
                .listenerId("lsn-1")
                .ruleName("web")
                .priority(10)
                .ruleActions(actions)
                .ruleConditions(conditions)
                .build();
    }
}
