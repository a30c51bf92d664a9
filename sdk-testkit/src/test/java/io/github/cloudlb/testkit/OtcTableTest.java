package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.internal.http.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Each operation of the table, asked for with what it cannot do without, answers as the table says. */
class OtcTableTest extends OtcTestBase {
    private static final String PEM = "-----BEGIN %1$s-----\nMIIB\n-----END %1$s-----";
    private static final List<String> EMPTY = List.of("delete", "batch", "batch_update");

    /** In the row of some operation that answers them. */
    private static final Set<String> NULLABLE =
            Set.of("redirect_pool_id", "default_tls_container_ref", "client_ca_tls_container_ref");

    private final Map<String, Object> samples = new HashMap<>();

    static Stream<Row> operations() throws IOException {
        try (InputStream table = OctaviaServer.class.getResourceAsStream("lbaas-v2.0.json")) {
            JsonNode rows = Json.read(new String(table.readAllBytes(), UTF_8))
                    .orElseThrow()
                    .path("operations");
            return StreamSupport.stream(rows.spliterator(), false)
                    .filter(OtcTableTest::isOurs)
                    .map(Row::new);
        }
    }

    /** One of everything, and of what an operation takes away or may be made once only, another one. */
    @BeforeEach
    void landscape() throws Exception {
        String other = otc.addPool(lb, "other");
        samples.putAll(Map.of("vip_subnet_id", "s-1", "loadbalancer_id", lb, "pool_id", pool, "address", "10.0.0.9"));
        samples.putAll(Map.of("protocol", "HTTP", "protocol_port", 8080, "lb_algorithm", "ROUND_ROBIN"));
        samples.putAll(Map.of("subnet_id", "s-1", "delay", 5, "timeout", 3, "max_retries", 3));
        samples.putAll(Map.of("action", "REDIRECT_TO_POOL", "redirect_pool_id", other, "value", "/x", "key", "k"));
        samples.putAll(
                Map.of("compare_type", "EQUAL_TO", "project_id", OctaviaServer.PROJECT_ID, "members", List.of()));
        samples.put("certificate", PEM.formatted("CERTIFICATE"));
        samples.put("private_key", PEM.formatted("PRIVATE KEY"));
        samples.put("tags", List.of(Map.of("key", "a", "value", "b")));
        samples.put("listener_id", otc.addListener(lb, "first", 80));
        samples.put("member_id", otc.addMember(pool, "10.0.0.1", 80));
        samples.put("certificate_id", sampled("certificate", LBAAS + "certificates", "certificate", "private_key"));
        samples.put("type", "HTTP");
        samples.put(
                "healthmonitor_id",
                sampled(
                        "healthmonitor",
                        LBAAS + "healthmonitors",
                        "type",
                        "delay",
                        "timeout",
                        "max_retries",
                        "pool_id"));
        samples.put(
                "l7policy_id", sampled("l7policy", LBAAS + "l7policies", "listener_id", "action", "redirect_pool_id"));
        samples.put("type", "PATH");
        String rules = LBAAS + "l7policies/" + samples.get("l7policy_id") + "/rules";
        samples.put("l7rule_id", sampled("rule", rules, "type", "compare_type", "value"));
        samples.put("whitelist_id", sampled("whitelist", LBAAS + "whitelists", "listener_id"));
        for (String tags : List.of("loadbalancers/" + lb, "listeners/" + samples.get("listener_id"))) {
            client.post(
                    "/v2.0/" + OctaviaServer.PROJECT_ID + "/" + tags + "/tags",
                    body("{'tag': {'key': 'k', 'value': 'v'}}"));
        }
    }

    private String sampled(String wrapper, String path, String... names) throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, samples.get(name));
        }
        return id(path, Json.write(wrapper.equals("certificate") ? fields : Map.of(wrapper, fields)));
    }

    @Test
    void thereAreSixtyOne() throws Exception {
        assertThat(operations()).hasSize(61);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersAsTheTableSays(Row row) throws Exception {
        prepare(row);
        HttpResponse<String> answer = client.send(row.text("method"), path(row), body(row));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.success());
        JsonNode response = row.json().path("response");
        if (answer.statusCode() == 204 || row.success() == 202) {
            assertThat(answer.body()).isEmpty();
            assertThat(EMPTY.contains(row.verb()) || row.text("name").endsWith("_tag.create"))
                    .isTrue();
        } else if (response.has("collection")) {
            JsonNode list = OctaviaTestBase.json(answer)
                    .path(response.path("collection").asText());
            assertThat(list).isNotEmpty().allSatisfy(one -> assertShape(one, response));
        } else {
            JsonNode json = OctaviaTestBase.json(answer);
            assertShape(
                    response.has("wrapper") ? json.path(response.path("wrapper").asText()) : json, response);
        }
    }

    /** What must be gone first, or not be there yet. */
    private void prepare(Row row) throws Exception {
        switch (row.text("name")) {
            case "loadbalancer.delete" -> samples.put("loadbalancer_id", otc.addLoadBalancer("empty"));
            case "listener.delete", "l7policy.create", "whitelist.create" ->
                samples.put("listener_id", otc.addListener(lb, "second", 81));
            case "pool.delete", "healthmonitor.create" -> samples.put("pool_id", otc.addPool(lb, "second"));
            case "l7rule.create" -> samples.putAll(Map.of("type", "HOST_NAME", "value", "a.example"));
            default -> {
                // All is there.
            }
        }
        if (row.text("name").equals("healthmonitor.create")) {
            samples.put("type", "TCP");
        }
        if (row.verb().equals("batch")) {
            samples.put("action", "create");
        }
        if (row.verb().equals("query_resources")) {
            samples.put("action", "filter");
            samples.remove("tags");
        }
    }

    private String path(Row row) {
        String path = row.text("path");
        for (Map.Entry<String, Object> sample : samples.entrySet()) {
            path = path.replace("{" + sample.getKey() + "}", String.valueOf(sample.getValue()));
        }
        return path;
    }

    private String body(Row row) {
        JsonNode request = row.json().path("request");
        Map<String, Object> fields = new LinkedHashMap<>();
        for (JsonNode field : request.path("fields")) {
            JsonNode rules = merged(field);
            boolean needed = rules.path("required").asBoolean()
                    || List.of("private_key", "redirect_pool_id")
                            .contains(field.path("name").asText());
            // Of load balancer and listener a pool names one.
            boolean owner = row.text("name").equals("pool.create")
                    && field.path("name").asText().equals("loadbalancer_id");
            if (field.path("in").asText().equals("body") && isOurs(field) && (needed || owner)) {
                fields.put(
                        field.path("name").asText(),
                        samples.get(field.path("name").asText()));
            }
        }
        if (List.of("GET", "DELETE").contains(row.text("method"))) {
            return "";
        }
        return Json.write(
                request.has("wrapper") ? Map.of(request.path("wrapper").asText(), fields) : fields);
    }

    /** Has the fields that the table names, each of its type. */
    private static void assertShape(JsonNode object, JsonNode table) {
        List<JsonNode> fields = StreamSupport.stream(table.path("fields").spliterator(), false)
                .filter(OtcTableTest::isOurs)
                .map(OtcTableTest::merged)
                .toList();
        assertThat(object.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(fields.stream()
                        .map(field -> field.path("name").asText())
                        .toList());
        for (JsonNode field : fields) {
            JsonNode value = object.path(field.path("name").asText());
            boolean right = value.isNull()
                    ? field.path("nullable").asBoolean()
                            || NULLABLE.contains(field.path("name").asText())
                    : switch (field.path("type").asText()) {
                        case "integer" -> value.isInt();
                        case "boolean" -> value.isBoolean();
                        case "array" -> value.isArray();
                        case "object" -> value.isObject();
                        default -> value.isTextual();
                    };
            assertThat(right).as(field + " is " + value).isTrue();
            // A pool without a monitor has an empty one.
            if (value.isObject() && !value.isEmpty()) {
                assertShape(value, field);
            }
            if (value.isArray() && field.path("items").has("fields")) {
                value.forEach(one -> assertShape(one, field.path("items")));
            }
        }
    }

    private static boolean isOurs(JsonNode row) {
        return !row.has("dialects")
                || StreamSupport.stream(row.path("dialects").spliterator(), false)
                        .anyMatch(dialect -> dialect.asText().equals("otc"));
    }

    private static JsonNode merged(JsonNode field) {
        ObjectNode rules = field.deepCopy();
        field.path("byDialect").path("otc").properties().forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
        return rules;
    }

    /** An operation of the table. */
    record Row(JsonNode json) {

        String text(String name) {
            return json.path(name).asText();
        }

        String verb() {
            return text("name").substring(text("name").indexOf('.') + 1);
        }

        int success() {
            return json.path("success").path("otc").path(0).asInt();
        }

        @Override
        public String toString() {
            return text("name");
        }
    }
}
