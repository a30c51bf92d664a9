package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("L7 rules")
abstract class L7RuleBehaviours extends TreeBehaviours {
    private static final String PATH = "'type':'PATH','compare_type':'STARTS_WITH','value':'/'";
    private String policy = "";

    L7RuleBehaviours(Cloud cloud) {
        super(cloud);
    }

    @BeforeAll
    final void addPolicy() {
        policy = made("/l7policies", "{'l7policy':{'listener_id':'" + listener + "','action':'REJECT'}}");
    }

    @Test
    void aNewOneIsTold() {
        Said said = create(PATH);

        assertThat(said.told()).isEqualTo("201");
        assertThat(Shape.of(said.json()))
                .isEqualTo("{rule: {admin_state_up: flag, compare_type: text, created_at: time, id: uuid, invert: flag,"
                        + " key: null, operating_status: text, project_id: text, provisioning_status: text, tags: [],"
                        + " tenant_id: text, type: text, updated_at: null, value: text}}");
    }

    @Test
    void rulesAreListedBelowTheirPolicy() {
        String id = made(rules(), "{'rule':{" + PATH + "}}");

        Said said = lbaas.get(rules());
        assertThat(said.json().properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("rules", "rules_links");
        assertThat(said.each("id")).contains(id);
        assertThat(lbaas.get("/l7policies/" + policy).one().path("rules"))
                .extracting(one -> one.path("id").asText())
                .contains(id);
    }

    @Test
    void aChangeIsKept() {
        String id = made(rules(), "{'rule':{" + PATH + "}}");

        assertThat(lbaas.put(rules() + "/" + id, "{'rule':{'value':'/x','invert':true}}")
                        .told())
                .isEqualTo("200");
        settle();

        assertThat(lbaas.get(rules() + "/" + id).get("value")).isEqualTo("/x");
        assertThat(lbaas.get(rules() + "/" + id).get("invert")).isEqualTo("true");
    }

    @Test
    void itLocksPolicyAndListener() {
        cloud.whileNothingIsCarriedOut(() -> {
            create(PATH);

            assertThat(lbaas.get("/l7policies/" + policy).get("provisioning_status"))
                    .isEqualTo("PENDING_UPDATE");
            assertThat(lbaas.get("/listeners/" + listener).get("provisioning_status"))
                    .isEqualTo("PENDING_UPDATE");
        });
    }

    @Test
    void aRuleThatGoesIsGone() {
        String id = made(rules(), "{'rule':{" + PATH + "}}");

        assertThat(lbaas.delete(rules() + "/" + id).told()).isEqualTo("204");
        settle();

        assertThat(lbaas.get(rules() + "/" + id).told()).isEqualTo("404 L7 Rule " + id + " not found.");
    }

    @Test
    void anUnknownPolicyIsNotFoundByTheRouting() {
        assertThat(lbaas.get("/l7policies/" + NOBODY + "/rules").told())
                .isEqualTo("404 [routing] Bad Request: L7Policy " + NOBODY + " not found.");
        assertThat(lbaas.delete("/l7policies/" + NOBODY + "/rules/" + NOBODY).told())
                .isEqualTo("404 [routing] Bad Request: L7Policy " + NOBODY + " not found.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'compare_type':'STARTS_WITH','value':'/' | 400 Invalid input for field/attribute type. Value: 'None'. Mandatory field missing.
        'type':'PATH','value':'/'                | 400 Invalid input for field/attribute compare_type. Value: 'None'. Mandatory field missing.
        'type':'PATH','compare_type':'EQUAL_TO'  | 400 Invalid input for field/attribute value. Value: 'None'. Mandatory field missing.
        'type':'HEADER','compare_type':'EQUAL_TO','value':'x' | 400 Error parsing L7Rule: Invalid L7 Rule: L7 rule type requires a key
        'type':'FILE_TYPE','compare_type':'STARTS_WITH','value':'x' | 400 Error parsing L7Rule: Invalid L7 Rule: invalid comparison type for rule type
        'type':'COOKIE','compare_type':'EQUAL_TO','value':'x','key':'a b' | 400 Error parsing L7Rule: Invalid characters in key
        """)
    void aBadOneIsRefused(String attributes, String told) {
        assertThat(create(attributes).told()).isEqualTo(told);
    }

    @Differs(
            original = "unterminated character set at position 0",
            kit = "Unclosed character class",
            because = "The one tells what Python says of the expression, the other what Java says.")
    @Test
    void anExpressionThatIsNoneIsRefused() {
        assertThat(create("'type':'PATH','compare_type':'REGEX','value':'['").told())
                .isEqualTo("400 Error parsing L7Rule: Unable to parse regular expression: " + difference());
    }

    @Test
    void aPolicyThatGoesTakesItAlong() {
        String other = made("/l7policies", "{'l7policy':{'listener_id':'" + listener + "','action':'REJECT'}}");
        String id = made("/l7policies/" + other + "/rules", "{'rule':{" + PATH + "}}");

        lbaas.delete("/l7policies/" + other);
        settle();

        assertThat(lbaas.get("/l7policies/" + other + "/rules/" + id).status()).isEqualTo(404);
    }

    private Said create(String attributes) {
        return lbaas.post(rules(), "{'rule':{" + attributes + "}}");
    }

    private String rules() {
        return "/l7policies/" + policy + "/rules";
    }
}
