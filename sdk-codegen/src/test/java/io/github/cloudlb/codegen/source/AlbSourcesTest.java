package io.github.cloudlb.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.codegen.Table;
import io.github.cloudlb.codegen.TableException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/** What is written for ALB. */
class AlbSourcesTest {
    private final Map<String, String> sources = Sources.ofAlb();

    @Test
    void makesWhatAnObjectHoldsOutOfAFewFields() {
        assertThat(sources.get("rule/RuleAction.java"))
                .contains("static RuleAction forward(String serverGroupId)")
                .contains("static RuleAction forwardByWeight(WeightedServerGroup... serverGroups)")
                .contains(".serverGroups(List.of(WeightedServerGroup.builder()")
                .contains(".protocol(RedirectProtocol.HTTPS)", ".port(443)");
        assertThat(sources.get("rule/RuleCondition.java"))
                .contains("static RuleCondition path(String... values)")
                .contains(".pathConfig(ConditionValues.builder().values(List.of(values)).build())");
    }

    @Test
    void numbersEntriesByTheirPlaceWhereNoneIsGiven() {
        assertThat(sources.get("wire/CreateRuleWire.java"))
                .contains("if (it.ruleActions().get(i).order().isEmpty()) {")
                .contains("out.parameter(false, \"RuleActions.\" + (i + 1) + \".Order\", String.valueOf(i + 1));")
                .contains("Checks.range(at + \"Order\"")
                .doesNotContain("Checks.required(each.order()");
    }

    @Test
    void hasNoShortCallForAnUpdateThatWouldChangeNothing() {
        assertThat(sources.get("listener/ListenerOperations.java"))
                .contains(
                        "updateListenerAttribute(UpdateListenerAttribute request)", "deleteListener(String listenerId)")
                .doesNotContain("updateListenerAttribute(String");
        assertThat(sources.get("acl/AclOperations.java")).contains("updateAclAttribute(String aclId, String aclName)");
    }

    @Test
    void checksFieldsOfOneNameApartWhereTheirLimitsDiffer() {
        assertThat(sources.get("wire/CreateRuleWire.java"))
                .containsOnlyOnce("void checkValues(")
                .containsOnlyOnce("void checkRuleConditionsQueryStringConfigValues(");
        assertThat(sources.get("wire/UpdateRulesAttributeWire.java"))
                .containsOnlyOnce("void checkValues(")
                .doesNotContain("ConfigValues(");
    }

    @Test
    void checksWhatEntriesNeedOnceThereAreSeveral() {
        assertThat(sources.get("wire/CreateRuleWire.java"))
                .contains("if (each.serverGroups().size() > 1) {")
                .contains("\"the number of ServerGroupTuples is over 1\"");
    }

    @Test
    void checksHowATextIsWritten() {
        assertThat(sources.get("wire/CreateRuleWire.java"))
                .contains("Written.bytes(at + \"Content\", each.content().get(), 1024);")
                .contains("Written.asciiLines(at + \"Content\", each.content().get());")
                .contains("Written.like(at + \"HttpCode\", each.httpCode().get(), \"2xx\", \"4xx\", \"5xx\");")
                .contains("Checks.range(at + \"Port\", each.port().get(), 1, 63335);")
                .contains("Checks.startsWith(at + \"Path\", each.path().get(), \"/\", \"${path}\"");
    }

    @Test
    void sendsNothingThatOnlyAnswersHave() {
        assertThat(sources.get("wire/MirroredServerGroupWire.java"))
                .contains("case \"Weight\" ->")
                .doesNotContain("prefix + \"Weight\"");
    }

    @Test
    void readsANumberWrittenAsTextAndKeepsWhatIsNone() {
        assertThat(sources.get("wire/RedirectConfigWire.java"))
                .contains("in.integerOr(text -> out.putUnlisted(\"Port\", text))");
        assertThat(sources.get("wire/WeightedServerGroupWire.java")).contains("Integer value = in.integer();");
    }

    @Test
    void writesABooleanAsOnOrOff() {
        assertThat(sources.get("wire/CorsConfigWire.java"))
                .contains("it.credentialsAllowed().get() ? \"on\" : \"off\"")
                .contains("Boolean value = in.bool();");
    }

    @Test
    void namesAVariableAsWhatIsTheSame() {
        assertThat(sources.get("rule/RedirectProtocol.java"))
                .contains("SAME_PROTOCOL = new RedirectProtocol(\"${protocol}\")");
    }

    @Test
    void promisesNoPagesWhereTheAnswerIsOne() {
        assertThat(sources.get("listener/ListenerOperations.java"))
                .contains("public HealthReport getListenerHealthStatus(String listenerId)")
                .containsOnlyOnce("A page is fetched when the stream reaches it.");
    }

    @Test
    void listsWhatComesWithoutPagesAsTheOnlyPage() {
        assertThat(sources.get("wire/ListSecurityPolicyRelationsWire.java"))
                .contains("case \"SecrityPolicyRelations\" -> items = in.list(SecurityPolicyRelationWire::read)")
                .contains("return new Page<>(items, Optional.empty(), envelope)")
                .doesNotContain("token");
        assertThat(sources.get("securitypolicy/SecurityPolicyOperations.java"))
                .contains("public Stream<SecurityPolicy> listSystemSecurityPolicies() {");
    }

    @Test
    void asksForALongFilterInParts() {
        assertThat(sources.get("servergroup/ServerGroupOperations.java"))
                .containsPattern(
                        "return Listings.of\\(request\\)\\s+.by\\(\\s*20,\\s*ListServerGroups::serverGroupIds,")
                .containsPattern(".by\\(\\s*10,\\s*ListServerGroups::serverGroupNames,");
        assertThat(sources.get("tag/TagOperations.java")).contains("return caller.stream(ListTagValues.of(tagKey))");
    }

    @Test
    void listsPlainTexts() {
        assertThat(sources.get("wire/ListTagValuesWire.java"))
                .contains("case \"TagValues\" -> items = in.texts()")
                .contains("Optional<Request<Page<String>>> next = !token.isEmpty()");
        assertThat(sources.get("tag/ListTagValues.java")).contains("extends Request<Page<String>>");
        assertThat(sources.get("tag/TagOperations.java"))
                .contains("public Stream<String> listTagValues(String tagKey)");
    }

    @Test
    void needsToKnowWhichListIsListed() throws IOException {
        Table table = Table.read(Sources.ALB.resolve(Sources.ALB_NAME + ".json"));

        assertThatThrownBy(() -> table.operation("DeleteAcl").listed())
                .isInstanceOf(TableException.class)
                .hasMessage("DeleteAcl: the answer has 0 lists that it could be of");
        assertThat(table.operation("GetListenerHealthStatus").listed().name()).isEqualTo("ListenerHealthStatus");
    }

    @Test
    void readsIdsByTheirOwnName() {
        assertThat(sources.get("wire/CreatedAScriptsWire.java")).contains("out.aScriptIds(in.ids(\"AScriptId\"))");
    }

    @Test
    void readsAValueInEverySpellingAndRefusesItInNone() {
        assertThat(sources.get("servergroup/HttpVersion.java"))
                .contains("if (value.equalsIgnoreCase(\"HTTP 1.1\"))", "return HTTP1_1;")
                .doesNotContain("Dialect", "HTTP_1");
        assertThat(sources.get("wire/CreateHealthCheckTemplateWire.java"))
                .contains("Checks.range(\"HealthCheckConnectPort\"")
                .doesNotContain("Checks.among");
    }

    @Test
    void refusesAnEmptyListThatMustBeThere() {
        assertThat(sources.get("wire/AssociateAclsWithListenerWire.java"))
                .contains("Checks.items(\"AclIds\", it.aclIds(), 1, 20)");
        assertThat(sources.get("wire/CreateAScriptsWire.java")).doesNotContain("Checks.items(\"AScripts\"");
    }

    @Test
    void refusesWhatASharedTypeHasForOtherOperationsOnly() {
        assertThat(sources.get("wire/UpdateLoadBalancerZonesWire.java"))
                .contains("each.allocationId().isPresent(), at + \"AllocationId\", \"the operation is")
                .doesNotContain("\"IntranetAddress\"");
        assertThat(sources.get("wire/CreateLoadBalancerWire.java")).doesNotContain("the operation is");
    }
}
