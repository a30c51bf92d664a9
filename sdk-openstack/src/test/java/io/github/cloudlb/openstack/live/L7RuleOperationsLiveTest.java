package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.l7policy.CreateL7Policy;
import io.github.cloudlb.openstack.l7policy.CreateL7Rule;
import io.github.cloudlb.openstack.l7policy.L7Action;
import io.github.cloudlb.openstack.l7policy.L7CompareType;
import io.github.cloudlb.openstack.l7policy.L7Policies;
import io.github.cloudlb.openstack.l7policy.L7Rule;
import io.github.cloudlb.openstack.l7policy.L7RuleType;
import io.github.cloudlb.openstack.l7policy.ListL7Rules;
import io.github.cloudlb.openstack.l7policy.UpdateL7Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class L7RuleOperationsLiveTest extends LiveTest {
    private final L7Policies policies = client.l7Policies();
    private String policyId = "";

    @BeforeEach
    void createPolicy() {
        String listenerId = client.loadBalancers()
                .getLoadBalancer(cloud.loadBalancerId())
                .listenerIds()
                .get(0);
        policyId = policies.createL7Policy(CreateL7Policy.of(listenerId, L7Action.REJECT))
                .id();
        cloud.awaitActive();
    }

    @AfterEach
    void deletePolicyWithItsRules() {
        policies.deleteL7Policy(policyId);
    }

    @Test
    void createsARuleOfEachType() {
        List<CreateL7Rule.Builder> rules = List.of(
                rule(L7RuleType.HOST_NAME, L7CompareType.ENDS_WITH, "example.com"),
                rule(L7RuleType.PATH, L7CompareType.REGEX, "^/a.*"),
                rule(L7RuleType.FILE_TYPE, L7CompareType.EQUAL_TO, "jpg"),
                rule(L7RuleType.HEADER, L7CompareType.CONTAINS, "v").key("X-A"),
                rule(L7RuleType.COOKIE, L7CompareType.STARTS_WITH, "v").key("c"),
                rule(L7RuleType.SSL_CONN_HAS_CERT, L7CompareType.EQUAL_TO, "True"),
                rule(L7RuleType.SSL_VERIFY_RESULT, L7CompareType.EQUAL_TO, "0"),
                rule(L7RuleType.SSL_DN_FIELD, L7CompareType.STARTS_WITH, "v").key("CN"));
        List<String> made = new ArrayList<>();
        for (CreateL7Rule.Builder rule : rules) {
            made.add(create(rule).id());
        }

        assertThat(policies.listL7Rules(policyId))
                .extracting(rule -> rule.type().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(L7RuleType.known());
        assertThat(policies.getL7Policy(policyId).rules())
                .extracting(L7Rule::id)
                .containsExactlyInAnyOrderElementsOf(made);
        assertThat(found(find().type(L7RuleType.COOKIE))).containsExactly(made.get(4));
        assertThat(found(find().compareType(L7CompareType.REGEX))).containsExactly(made.get(1));
        assertThat(found(find().key("CN").value("v"))).containsExactly(made.get(7));
    }

    @Test
    void changesAndSetsBackARule() {
        L7Rule made = create(rule(L7RuleType.SSL_DN_FIELD, L7CompareType.STARTS_WITH, "v")
                .key("CN")
                .invert(true)
                .addTags("q"));

        policies.updateL7Rule(change(made).value("w").adminStateUp(false).build());
        L7Rule changed = policies.getL7Rule(policyId, made.id());
        assertThat(changed.value()).contains("w");
        assertThat(changed.key()).contains("CN");
        assertThat(changed.invert()).contains(true);
        assertThat(changed.adminStateUp()).contains(false);
        assertThat(changed.unlisted()).isEmpty();

        policies.updateL7Rule(change(made)
                .type(L7RuleType.FILE_TYPE)
                .compareType(L7CompareType.EQUAL_TO)
                .value("jpg")
                .clearKey()
                .clearInvert()
                .tags(List.of())
                .build());
        L7Rule cleared = policies.getL7Rule(policyId, made.id());
        assertThat(cleared.type()).contains(L7RuleType.FILE_TYPE);
        assertThat(cleared.key()).isEmpty();
        assertThat(cleared.invert()).contains(false);
        assertThat(cleared.tags()).isEmpty();

        policies.deleteL7Rule(policyId, made.id());
        cloud.awaitActive();
        assertThatThrownBy(() -> policies.getL7Rule(policyId, made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsSevenRulesInPagesOfTwo() {
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            made.add(create(rule(L7RuleType.PATH, L7CompareType.EQUAL_TO, "/" + i)
                            .addTags(i % 2 == 0 ? "even" : "odd"))
                    .id());
        }
        wiretap.forget();

        List<L7Rule> listed = policies.listL7Rules(
                        find().addSort("value:desc").limit(2).build())
                .toList();

        assertThat(listed).extracting(L7Rule::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).value()).contains("/7");
        assertThat(wiretap.seen()).hasSize(4);
        assertThat(found(find().addTagsAny("even"))).hasSize(3);
    }

    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        assertRefused(rule(L7RuleType.FILE_TYPE, L7CompareType.CONTAINS, "jpg"), "invalid comparison type");
        assertRefused(rule(L7RuleType.SSL_CONN_HAS_CERT, L7CompareType.EQUAL_TO, "no"), "not a boolean True string");
        L7Rule header =
                create(rule(L7RuleType.HEADER, L7CompareType.EQUAL_TO, "v").key("X-A"));
        assertThatThrownBy(() -> policies.updateL7Rule(change(header).clearKey().build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Invalid L7 Rule");
    }

    private void assertRefused(CreateL7Rule.Builder request, String words) {
        assertThatThrownBy(() -> policies.createL7Rule(request.build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.text()).contains(words));
    }

    private L7Rule create(CreateL7Rule.Builder request) {
        L7Rule made = policies.createL7Rule(request.build());
        cloud.awaitActive();
        return made;
    }

    private ListL7Rules.Builder find() {
        ListL7Rules.Builder find = ListL7Rules.builder();
        find.l7PolicyId(policyId);
        return find;
    }

    private List<String> found(ListL7Rules.Builder request) {
        return policies.listL7Rules(request.build()).map(L7Rule::id).toList();
    }

    private CreateL7Rule.Builder rule(L7RuleType type, L7CompareType compareType, String value) {
        CreateL7Rule.Builder rule = CreateL7Rule.builder();
        rule.l7PolicyId(policyId).type(type).compareType(compareType).value(value);
        return rule;
    }

    private UpdateL7Rule.Builder change(L7Rule made) {
        UpdateL7Rule.Builder change = UpdateL7Rule.builder();
        change.l7PolicyId(policyId).l7RuleId(made.id());
        return change;
    }
}
