package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

class HealthMonitorsTest extends OctaviaTestBase {
    private static final String BASE = "/v2.0/lbaas/healthmonitors";

    @Test
    void aNewOneIsAnsweredWhole() throws Exception {
        JsonNode monitor = monitor("\"type\":\"HTTP\",\"delay\":5,\"timeout\":3,\"max_retries\":2");

        assertThat(monitor.toString())
                .isEqualTo("{\"id\":\"" + monitor.path("id").asText()
                        + "\",\"name\":\"\",\"type\":\"HTTP\",\"delay\":5,\"timeout\":3,\"max_retries\":2,"
                        + "\"max_retries_down\":3,\"http_method\":\"GET\",\"url_path\":\"/\",\"expected_codes\":\"200\","
                        + "\"admin_state_up\":true,\"project_id\":\"" + OctaviaServer.PROJECT_ID
                        + "\",\"pools\":[{\"id\":\"" + pool + "\"}],\"provisioning_status\":\"PENDING_CREATE\","
                        + "\"operating_status\":\"OFFLINE\",\"created_at\":\"2026-03-04T05:06:07\",\"updated_at\":null,"
                        + "\"tags\":[],\"http_version\":null,\"domain_name\":null,\"tenant_id\":\""
                        + OctaviaServer.PROJECT_ID + "\"}");
        assertThat(seen("healthmonitors/" + monitor.path("id").asText())
                        .path("operating_status")
                        .asText())
                .isEqualTo("ONLINE");
    }

    @Test
    void aPoolTellsOfItOnlyWhileItHasOne() throws Exception {
        assertThat(seen("pools/" + pool).has("healthmonitor_id")).isFalse();
        String id = octavia.addHealthMonitor(pool);

        assertThat(seen("pools/" + pool).path("healthmonitor_id").asText()).isEqualTo(id);
        assertThat(seen("pools?healthmonitor_id=" + id)).hasSize(1);
        client.delete(BASE + "/" + id);
        assertThat(seen("pools/" + pool).has("healthmonitor_id")).isFalse();
    }

    @Test
    void aPoolHasOneOnly() throws Exception {
        octavia.addHealthMonitor(pool);

        assertThat(fault(client.post(BASE, body("\"type\":\"TCP\",\"delay\":5,\"timeout\":3,\"max_retries\":2"))))
                .isEqualTo("409 This pool already has a health monitor");
    }

    @Test
    void membersThatComeAfterwardsAreOffline() throws Exception {
        String before = octavia.addMember(pool, "192.0.2.1", 80);
        octavia.addHealthMonitor(pool);
        String after = octavia.addMember(pool, "192.0.2.2", 80);

        assertThat(seen("pools/" + pool + "/members/" + before)
                        .path("operating_status")
                        .asText())
                .isEqualTo("NO_MONITOR");
        assertThat(seen("pools/" + pool + "/members/" + after)
                        .path("operating_status")
                        .asText())
                .isEqualTo("OFFLINE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        "type":"TCP","url_path":"/","delay":5,"timeout":3,"max_retries":2 | url_path is not a valid option for health monitors of type TCP
        "type":"TCP","delay":5,"timeout":3,"max_retries":11               | Invalid input for field/attribute max_retries. Value: '11'. Value should be lower or equal to 10
        "type":"UDP-CONNECT","delay":5,"timeout":3,"max_retries":2        | Validation failure: The UDP-CONNECT type is only supported for pools of type UDP/SCTP.
        "type":"HTTP","delay":5,"timeout":3,"max_retries":2,"domain_name":"a.example" | Validation failure: 'http_version' must be specified when 'domain_name' is provided.
        "type":"HTTP","delay":5,"timeout":3,"max_retries":2,"http_version":2 | Invalid input for field/attribute http_version. Value: '2.0'. Value should be one of: 1.0, 1.1
        """)
    void refusesWhatDoesNotFit(String attributes, String text) throws Exception {
        assertThat(fault(client.post(BASE, body(attributes)))).isEqualTo("400 " + text);
    }

    @Test
    void nullMeansTheUsualOrNothing() throws Exception {
        String id = monitor("\"type\":\"HTTP\",\"delay\":5,\"timeout\":3,\"max_retries\":2,\"url_path\":\"/up\"")
                .path("id")
                .asText();

        assertThat(fault(client.put(BASE + "/" + id, "{\"healthmonitor\":{\"delay\":null}}")))
                .isEqualTo("400 None is not a valid option for delay");
        client.put(BASE + "/" + id, "{\"healthmonitor\":{\"url_path\":null,\"max_retries_down\":null}}");
        assertThat(seen("healthmonitors/" + id).path("url_path").asText()).isEqualTo("/");
        assertThat(seen("healthmonitors/" + id).path("max_retries_down").asInt())
                .isEqualTo(3);
    }

    @Test
    void aLockedPoolTakesNone() throws Exception {
        octavia.setStatus(pool, "PENDING_UPDATE");

        assertThat(fault(client.post(BASE, body("\"type\":\"TCP\",\"delay\":5,\"timeout\":3,\"max_retries\":2"))))
                .isEqualTo("409 Pool " + pool + " is immutable and cannot be updated.");
    }

    private JsonNode monitor(String attributes) throws Exception {
        return made("healthmonitors", body(attributes));
    }

    private String body(String attributes) {
        return "{\"healthmonitor\":{" + attributes + ",\"pool_id\":\"" + pool + "\"}}";
    }
}
