package io.github.cloudlb.openstack.l7policy;

import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.BeforeSending;
import io.github.cloudlb.openstack.Observed;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What is refused before anything is sent. */
class L7ChecksTest extends BeforeSending {
    @Test
    void aRedirectionNeedsWhereItLeads() {
        assertRefused(octavia, policy(L7Action.REDIRECT_TO_POOL).build(), "redirect_pool_id", "action is REDIRECT_TO");
        assertRefused(octavia, policy(L7Action.REDIRECT_TO_URL).build(), "redirect_url", "it is required");
        assertRefused(octavia, policy(L7Action.REDIRECT_PREFIX).build(), "redirect_prefix", "it is required");
        assertRefused(otc, policy(L7Action.REDIRECT_TO_POOL).build(), "redirect_pool_id", "it is required");
        assertRefused(otc, policy(L7Action.REDIRECT_TO_LISTENER).build(), "redirect_listener_id", "it is required");
        octavia.check(CreateL7Policy.of("l-1", L7Action.REJECT));
    }

    @Test
    void openTelekomCloudRedirectsToOneThing() {
        assertRefused(
                otc,
                policy(L7Action.REDIRECT_TO_LISTENER)
                        .redirectListenerId("l-2")
                        .redirectPoolId("p-1")
                        .build(),
                "redirect_pool_id",
                "must be left out when action is REDIRECT_TO_LISTENER");
        assertRefused(otc, toPool().redirectListenerId("l-2").build(), "redirect_listener_id", "must be left out");
    }

    @Test
    void eachCloudHasActionsOfItsOwn() {
        assertRefused(octavia, policy(L7Action.REDIRECT_TO_LISTENER).build(), "action: \"REDIRECT_TO_LISTENER\"");
        assertRefused(otc, policy(L7Action.REJECT).build(), "one of REDIRECT_TO_POOL, REDIRECT_TO_LISTENER is");
        octavia.check(policy(L7Action.unlisted("NEWER")).build());
    }

    @Test
    void aPositionHasTheLimitsOfItsCloud() {
        octavia.check(toPool().position(Integer.MAX_VALUE).build());
        octavia.check(update().position(1).build());

        assertRefused(octavia, toPool().position(0).build(), "position: \"0\"", "1 to 2147483647 is");
        assertRefused(octavia, update().position(0).build(), "position: \"0\"");
        assertRefused(otc, toPool().position(101).build(), "position: \"101\"", "1 to 100 is");
    }

    @Test
    void onlySomeStatusesRedirect() {
        octavia.check(update().redirectHttpCode(308).build());

        assertRefused(
                octavia,
                update().redirectHttpCode(305).build(),
                "redirect_http_code: \"305\" is not allowed, but one of 301, 302, 303, 307, 308 is");
    }

    @Test
    void aPolicyOfOpenTelekomCloudHasTwoRulesAtMost() {
        NewL7Rule path = newRule(L7RuleType.PATH, "/a").build();
        otc.check(toPool().addRules(path, path).build());

        assertRefused(otc, toPool().addRules(path, path, path).build(), "rules: \"3 entries\"", "0 to 2 are");
        assertRefused(
                otc,
                toPool().addRules(newRule(L7RuleType.HEADER, "v").build()).build(),
                "rules[0].type: \"HEADER\"",
                "one of HOST_NAME, PATH is");
    }

    /** Octavia 11 answers 500 to a policy with rules. */
    @Test
    void rulesAreMadeOneByOneOnOctavia() {
        assertUnsupported(
                octavia,
                toPool().addRules(newRule(L7RuleType.PATH, "/a").build()).build(),
                "rules does not exist in the dialect octavia");
    }

    @Observed(in = Area.REFUSED, value = "What cannot be changed is an unknown attribute to PUT")
    @Test
    void whatIsFixedOnceMadeCannotBeChanged() {
        assertUnsupported(otc, update().action(L7Action.REDIRECT_TO_POOL).build(), "action does not exist");
        assertUnsupported(otc, update().position(1).build(), "position does not exist");
        assertUnsupported(otc, updateRule().type(L7RuleType.PATH).build(), "type does not exist");
    }

    @Test
    void aFieldOfOneCloudIsNotSentToTheOther() {
        assertUnsupported(
                octavia, ListL7Policies.builder().displayAllRules(true).build(), "display_all_rules");
        assertUnsupported(octavia, update().redirectListenerId("l-2").build(), "redirect_listener_id");
        assertUnsupported(
                otc, toPool().redirectPrefix("https://www.example.com").build(), "redirect_prefix");
        assertUnsupported(otc, update().redirectHttpCode(301).build(), "redirect_http_code");
        assertUnsupported(otc, rule(L7RuleType.PATH, "/").addTags("a").build(), "tags");
    }

    @Test
    void namesOfFieldsAreThoseThatThereAre() {
        octavia.check(ListL7Rules.builder().l7PolicyId("po-1").addFields("key").build());
        octavia.check(ListL7Policies.builder().addSort("position:desc").build());

        assertRefused(octavia, ListL7Policies.builder().addSort("rules").build(), "sort: \"rules\"");
        assertRefused(
                octavia,
                ShowL7Rule.builder()
                        .l7PolicyId("po-1")
                        .l7RuleId("r-1")
                        .fields(List.of("keys"))
                        .build(),
                "fields: \"keys\"");
        assertUnsupported(otc, ListL7Policies.builder().addFields("id").build(), "fields does not exist");
    }

    @Test
    void aHeaderCookieOrFieldOfACertificateHasAName() {
        for (L7RuleType type : new L7RuleType[] {L7RuleType.HEADER, L7RuleType.COOKIE, L7RuleType.SSL_DN_FIELD}) {
            assertRefused(octavia, rule(type, "v").build(), "key", "it is required when type is one of HEADER");
            octavia.check(rule(type, "v").key("k").build());
        }
        assertRefused(octavia, rule(L7RuleType.PATH, "v").key("k\r\nX: y").build(), "key: ", "a text that matches");
        assertRefused(otc, updateRule().key("k".repeat(256)).build(), "key", "0 to 255 characters is");
    }

    @Test
    void aRuleHasAValue() {
        assertRefused(octavia, rule(L7RuleType.PATH, "").build(), "value: \"\"", "not empty is");
        assertRefused(octavia, rule(L7RuleType.PATH, "/" + "x".repeat(255)).build(), "0 to 255 characters is");
    }

    @Test
    void aHostNameIsComparedAsAWholeOnOpenTelekomCloud() {
        CreateL7Rule.Builder host = rule(L7RuleType.HOST_NAME, "www.example.com");
        otc.check(host.build());
        otc.check(rule(L7RuleType.PATH, "^/a").compareType(L7CompareType.REGEX).build());
        octavia.check(host.compareType(L7CompareType.REGEX).build());

        assertRefused(
                otc, host.compareType(L7CompareType.REGEX).build(), "compare_type: \"REGEX\"", "one of EQUAL_TO is");
        assertRefused(
                otc,
                rule(L7RuleType.PATH, "/a").compareType(L7CompareType.CONTAINS).build(),
                "compare_type: \"CONTAINS\"",
                "one of EQUAL_TO, REGEX, STARTS_WITH is");
    }

    @Test
    void aValueHasTheLengthOfItsTypeOnOpenTelekomCloud() {
        otc.check(rule(L7RuleType.HOST_NAME, "x".repeat(100)).build());
        otc.check(rule(L7RuleType.PATH, "/" + "x".repeat(127)).build());

        assertRefused(otc, rule(L7RuleType.HOST_NAME, "x".repeat(101)).build(), "value", "0 to 100 characters is");
        assertRefused(otc, rule(L7RuleType.PATH, "/" + "x".repeat(128)).build(), "value", "0 to 128 characters is");
        assertRefused(otc, updateRule().value("/a b").build(), "value: \"/a b\"", "without blanks is");
    }

    @Test
    void onlyWhatMayBeSetBackIs() {
        for (String field : new String[] {"redirect_url", "redirect_prefix", "position", "action", "admin_state_up"}) {
            assertRefused(octavia, update().addCleared(field).build(), "cleared: \"" + field + "\"");
        }
        assertRefused(octavia, updateRule().addCleared("value").build(), "cleared: \"value\"");
        assertUnsupported(otc, update().clearName().build(), "clearing name does not exist");
        assertUnsupported(otc, updateRule().clearInvert().build(), "clearing invert does not exist");
    }

    @Test
    void anIdIsNoPath() {
        assertRefused(octavia, ShowL7Rule.of("..", "r-1"), "l7policy_id: \"..\"");
        assertRefused(octavia, RemoveL7Rule.of("po-1", ".."), "l7rule_id: \"..\"");
        assertRefused(octavia, CreateL7Policy.of("", L7Action.REJECT), "listener_id: \"\"");
    }

    private static CreateL7Policy.Builder policy(L7Action action) {
        CreateL7Policy.Builder policy = CreateL7Policy.builder();
        policy.listenerId("l-1").action(action);
        return policy;
    }

    private static CreateL7Policy.Builder toPool() {
        CreateL7Policy.Builder policy = policy(L7Action.REDIRECT_TO_POOL);
        policy.redirectPoolId("p-1");
        return policy;
    }

    private static UpdateL7Policy.Builder update() {
        UpdateL7Policy.Builder update = UpdateL7Policy.builder();
        update.l7PolicyId("po-1");
        return update;
    }

    private static NewL7Rule.Builder newRule(L7RuleType type, String value) {
        NewL7Rule.Builder rule = NewL7Rule.builder();
        rule.type(type).compareType(L7CompareType.EQUAL_TO).value(value);
        return rule;
    }

    private static CreateL7Rule.Builder rule(L7RuleType type, String value) {
        CreateL7Rule.Builder rule = CreateL7Rule.builder();
        rule.l7PolicyId("po-1").type(type).compareType(L7CompareType.EQUAL_TO).value(value);
        return rule;
    }

    private static UpdateL7Rule.Builder updateRule() {
        UpdateL7Rule.Builder update = UpdateL7Rule.builder();
        update.l7PolicyId("po-1").l7RuleId("r-1");
        return update;
    }
}
