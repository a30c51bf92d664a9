package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.internal.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The test kit knows each operation that the table has of Octavia. */
class OctaviaTableTest extends OctaviaTestBase {

    static Stream<String> operations() throws Exception {
        try (InputStream file = Objects.requireNonNull(OctaviaServer.class.getResourceAsStream("lbaas-v2.0.json"))) {
            JsonNode table = Json.read(new String(file.readAllBytes(), UTF_8)).orElseThrow();
            return StreamSupport.stream(table.path("operations").spliterator(), false)
                    .filter(row -> row.path("dialects").toString().contains("octavia"))
                    .map(row ->
                            row.path("method").asText() + " " + row.path("path").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersEachOperation(String operation) throws Exception {
        String listener = octavia.addListener(lb, "web", 80);
        String policy = made(
                        "l7policies", "{\"l7policy\":{\"action\":\"REJECT\",\"listener_id\":\"" + listener + "\"}}")
                .path("id")
                .asText();
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{loadbalancer_id}", lb)
                .replace("{listener_id}", listener)
                .replace("{pool_id}", pool)
                .replace("{l7policy_id}", policy)
                .replace("{provider}", "amphora")
                .replace("{project_id}", OctaviaServer.PROJECT_ID)
                .replaceAll("\\{\\w+}", NOBODY);

        HttpResponse<String> answer = administrator().send(method, path, method.startsWith("P") ? "{\"x\":1}" : "");

        // A path or method that is not known is answered by the routing, in another shape.
        assertThat(answer.body()).doesNotContain("\"code\":404", "\"code\":405");
    }
}
