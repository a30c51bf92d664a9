package io.github.cloudlb.alibaba.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Vector;
import io.github.cloudlb.alibaba.WireTestBase;
import io.github.cloudlb.alibaba.wire.CreateRulesWire;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules as the vendor's own client sends them. */
class RuleVectorsTest extends WireTestBase {
    private static final RuleAction SPREAD = RuleAction.builder()
            .type(ActionType.FORWARD_GROUP)
            .forwardGroupConfig(ForwardGroupConfig.builder()
                    .addServerGroups(WeightedServerGroup.of("sgp-0001", 60), WeightedServerGroup.of("sgp-0002", 40))
                    .stickySession(GroupStickySession.builder()
                            .enabled(true)
                            .timeout(Duration.ofSeconds(30))
                            .build())
                    .build())
            .build();
    private static final RuleCondition QUERY = RuleCondition.builder()
            .type(ConditionType.QUERY_STRING)
            .queryStringConfig(ConditionPairs.builder()
                    .addValues(pair("q", "1"), pair("r", "&="))
                    .build())
            .build();

    /** The second one does nothing. */
    private static final CreateRules TWO = CreateRules.builder()
            .listenerId("lsn-0001")
            .clientToken("c-2")
            .addRules(
                    RuleSpec.builder()
                            .ruleName("规则 1")
                            .priority(1)
                            .addRuleActions(
                                    RuleAction.fixedResponse(200, ContentType.APPLICATION_JSON, "{\"ok\": true}"))
                            .addRuleConditions(RuleCondition.path("/a/*", "~*/re+x"))
                            .build(),
                    RuleSpec.builder().ruleName("r2").priority(2).build())
            .build();

    @Test
    void oneIsSentAlike() {
        CreateRule request = CreateRule.builder()
                .listenerId("lsn-0001")
                .priority(10)
                .ruleName("rule-example")
                .direction(RuleDirection.REQUEST)
                .addRuleActions(SPREAD, RuleAction.insertHeader("X-Example", "a b"))
                .addRuleConditions(
                        RuleCondition.host("*.example.com", "www.example.org"),
                        RuleCondition.header("Port", "5006"),
                        QUERY)
                .build();

        Sent sent = sent(request);

        assertThat(sent.withoutDrawnToken(request))
                .isEqualTo(Vector.named("create-rule-nested").query());
        assertThat(sent.form()).isEmpty();
    }

    @Test
    void severalAreSentAlike() {
        Message message = Message.post();

        CreateRulesWire.parameters(TWO, message, () -> "alb");

        Vector vector = Vector.named("create-rules-in-form-body");
        assertThat(pairs(message.query())).isEqualTo(vector.query());
        assertThat(pairs(message.form())).isEqualTo(vector.form());
    }

    /** What the vendor's client sends, the table says is refused: each rule must have an action. */
    @Test
    void oneThatDoesNothingIsNotSent() {
        assertRefused(TWO, "Rules[1].RuleActions", "0 entries", "1 to 100 are");
    }

    private static KeyValue pair(String key, String value) {
        return KeyValue.builder().key(key).value(value).build();
    }

    private static Map<String, String> pairs(List<Parameter> list) {
        Map<String, String> pairs = new TreeMap<>();
        list.forEach(pair -> pairs.put(pair.name(), pair.value()));
        return pairs;
    }
}
