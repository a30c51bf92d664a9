package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** L7 policies and their rules. */
class L7Test extends OctaviaTestBase {
    private static final String POLICIES = "/v2.0/lbaas/l7policies";

    private final String listener = octavia.addListener(lb, "web", 80);

    @Test
    void aPolicyIsAnsweredWhole() throws Exception {
        JsonNode policy = policy("\"action\":\"REDIRECT_TO_URL\",\"redirect_url\":\"http://x.example/\"");

        assertThat(policy.toString())
                .endsWith("\"action\":\"REDIRECT_TO_URL\",\"listener_id\":\"" + listener
                        + "\",\"redirect_pool_id\":null,\"redirect_url\":\"http://x.example/\","
                        + "\"redirect_prefix\":null,\"position\":1,\"rules\":[],\"created_at\":\"2026-03-04T05:06:07\","
                        + "\"updated_at\":null,\"tags\":[],\"redirect_http_code\":302,\"tenant_id\":\""
                        + OctaviaServer.PROJECT_ID + "\"}");
    }

    @Test
    void aNewOneInFrontPushesTheOthersDown() throws Exception {
        String first = policy("\"action\":\"REJECT\"").path("id").asText();
        clock.passes(Duration.ofSeconds(9));
        String second =
                policy("\"action\":\"REJECT\",\"position\":1").path("id").asText();

        assertThat(seen("l7policies/" + first).path("position").asInt()).isEqualTo(2);
        assertThat(seen("l7policies/" + first).path("updated_at").asText()).isEqualTo("2026-03-04T05:06:16");
        assertThat(ids(seen("listeners/" + listener).path("l7policies"))).containsExactly(second, first);

        client.put(POLICIES + "/" + first, "{\"l7policy\":{\"position\":1}}");
        assertThat(ids(seen("listeners/" + listener).path("l7policies"))).containsExactly(first, second);
        client.delete(POLICIES + "/" + first);
        assertThat(seen("l7policies/" + second).path("position").asInt()).isEqualTo(1);
    }

    @Test
    void aPolicyLeadsToOnePlace() throws Exception {
        String id = policy("\"action\":\"REDIRECT_TO_URL\",\"redirect_url\":\"http://x.example/\"")
                .path("id")
                .asText();

        client.put(POLICIES + "/" + id, "{\"l7policy\":{\"redirect_pool_id\":\"" + pool + "\"}}");

        JsonNode policy = seen("l7policies/" + id);
        assertThat(policy.path("action").asText()).isEqualTo("REDIRECT_TO_POOL");
        assertThat(policy.path("redirect_url").isNull()).isTrue();
        assertThat(fault(client.delete("/v2.0/lbaas/pools/" + pool)))
                .isEqualTo("409 Pool " + pool + " is in use by L7 policy " + id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {}                                | Invalid L7 Policy arguments: Invalid update options
        {"action":"REDIRECT_TO_POOL"}     | Invalid L7 Policy arguments: redirect_pool_id or redirect_pool must not be None
        {"action":"REDIRECT_PREFIX"}      | Invalid L7 Policy arguments: redirect_prefix must not be None
        {"redirect_url":"nope"}           | Invalid input for field/attribute redirect_url. Value: 'nope'. Value must be a valid URL string
        """)
    void refusesChangesThatLeadNowhere(String change, String text) throws Exception {
        String id = policy("\"action\":\"REJECT\"").path("id").asText();

        assertThat(fault(client.put(POLICIES + "/" + id, "{\"l7policy\":" + change + "}")))
                .isEqualTo("400 " + text);
    }

    @Test
    void aRuleIsMadeChangedAndRemoved() throws Exception {
        String policy = policy("\"action\":\"REJECT\"").path("id").asText();
        String rules = "l7policies/" + policy + "/rules";

        JsonNode rule = made(rules, "{\"rule\":{\"type\":\"PATH\",\"compare_type\":\"STARTS_WITH\",\"value\":\"/x\"}}");

        String id = rule.path("id").asText();
        assertThat(rule.toString())
                .startsWith("{\"id\":\"" + id + "\",\"type\":\"PATH\",\"compare_type\":\"STARTS_WITH\",\"key\":null,"
                        + "\"value\":\"/x\",\"invert\":false,\"provisioning_status\":\"PENDING_CREATE\"");
        assertThat(ids(seen("l7policies/" + policy).path("rules"))).containsExactly(id);
        client.put("/v2.0/lbaas/" + rules + "/" + id, "{\"rule\":{\"invert\":true}}");
        assertThat(seen(rules + "/" + id).path("invert").asBoolean()).isTrue();
        assertThat(seen(rules + "?type=PATH")).hasSize(1);
        client.delete("/v2.0/lbaas/" + rules + "/" + id);
        assertThat(fault(client.get("/v2.0/lbaas/" + rules + "/" + id))).isEqualTo("404 L7 Rule " + id + " not found.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        "type":"HEADER","compare_type":"EQUAL_TO","value":"x"                | Error parsing L7Rule: Invalid L7 Rule: L7 rule type requires a key
        "type":"FILE_TYPE","compare_type":"CONTAINS","value":"x"             | Error parsing L7Rule: Invalid L7 Rule: invalid comparison type for rule type
        "type":"SSL_VERIFY_RESULT","compare_type":"EQUAL_TO","value":"x"     | Error parsing L7Rule: Invalid L7 Rule: L7rule type SSL_VERIFY_RESULT needs a int value, which is >= 0
        "type":"PATH","compare_type":"EQUAL_TO","value":"a b"                | Error parsing L7Rule: Invalid characters in comparison value
        "type":"PATH","compare_type":"EQUAL_TO"                              | Invalid input for field/attribute value. Value: 'None'. Mandatory field missing.
        """)
    void refusesRulesThatMatchNothing(String attributes, String text) throws Exception {
        String policy = policy("\"action\":\"REJECT\"").path("id").asText();

        assertThat(fault(client.post(POLICIES + "/" + policy + "/rules", "{\"rule\":{" + attributes + "}}")))
                .isEqualTo("400 " + text);
    }

    @Test
    void theRoutingLooksForThePolicy() throws Exception {
        assertThat(client.get(POLICIES + "/" + NOBODY + "/rules").body())
                .isEqualTo("{\"code\":404,\"title\":\"Bad Request\",\"description\":\"L7Policy " + NOBODY
                        + " not found.\"}");
    }

    private JsonNode policy(String attributes) throws Exception {
        return made("l7policies", "{\"l7policy\":{" + attributes + ",\"listener_id\":\"" + listener + "\"}}");
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }
}
