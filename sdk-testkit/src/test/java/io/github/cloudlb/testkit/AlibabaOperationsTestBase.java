package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.internal.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Walks all operations of a table over a landscape that has one of everything. */
abstract class AlibabaOperationsTestBase {
    private final AlibabaServer server;
    private final AlbBrowser client;

    AlibabaOperationsTestBase(
            Function<InstantSource, AlibabaServer> starting, UnaryOperator<AlbBrowser> speaking, String landscape) {
        SetClock clock = new SetClock();
        this.server = starting.apply(clock);
        this.client = speaking.apply(new AlbBrowser(server.uri(), clock));
        server.seed("io/github/cloudlb/testkit/" + landscape);
    }

    /** What a minimal request names, and what more an operation needs than its table tells. */
    abstract Map<String, String> values(String operation);

    abstract Map<String, String> more(String operation);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersInTheShapeOfItsTable(TableRow operation) throws Exception {
        prepare(operation.name());

        HttpResponse<String> answer = client.call(operation.name(), minimal(operation));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode body = Json.read(answer.body()).orElseThrow();
        assertThat(operation.strange(body)).isEmpty();
        assertThat(body.path("RequestId").asText()).isNotEmpty();
        assertThat(operation.unsaid(body)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void demandsWhatItsTableDemands(TableRow operation) throws Exception {
        for (String name : operation.demanded()) {
            Map<String, String> rest = new LinkedHashMap<>(operation.minimal(values(operation.name())));
            rest.keySet().removeIf(key -> key.equals(name) || key.startsWith(name + "."));
            String expected = operation.hasError("MissingParam." + name) || operation.hasError("MissingParam.%s")
                    ? "400 MissingParam." + name
                    : "400 MissingParameter";

            assertThat(client.code(operation.name(), TableRow.query(rest)))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("triable")
    void changesNothingWhenTriedOnly(TableRow operation) throws Exception {
        String before = server.export();

        assertThat(client.code(operation.name(), minimal(operation) + "&DryRun=true"))
                .isEqualTo("400 DryRunOperation");
        assertThat(server.export()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void answersARepeatedTokenFromMemory(TableRow operation) throws Exception {
        JsonNode first = client.json(operation.name(), minimal(operation) + "&ClientToken=t-1");
        String after = server.export();

        HttpResponse<String> second = client.call(operation.name(), minimal(operation) + "&ClientToken=t-1");

        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(Json.read(second.body()).orElseThrow().path("JobId")).isEqualTo(first.path("JobId"));
        assertThat(server.export()).isEqualTo(after);
    }

    /** What a landscape has not. */
    private void prepare(String operation) throws Exception {
        if (operation.contains("Job")) {
            client.call("DeleteServerGroup", "ServerGroupId=sgp-unused");
        }
        if (operation.equals("DescribeHdMonitorRegionConfig")) {
            client.call("SetHdMonitorRegionConfig", "LogProject=logs&MetricStore=metrics");
        }
    }

    private String minimal(TableRow operation) {
        Map<String, String> request = new LinkedHashMap<>(operation.minimal(values(operation.name())));
        request.putAll(more(operation.name()));
        return TableRow.query(request);
    }

    /** Those that can be tried. */
    static List<TableRow> triable(String table) throws Exception {
        return TableRow.all(table).stream()
                .filter(row -> row.isFlagged("dryRun"))
                .toList();
    }

    /** Those that take a token to be known by. */
    static List<TableRow> repeatable(String table) throws Exception {
        return TableRow.all(table).stream()
                .filter(row -> row.isFlagged("clientToken") && !row.isFlagged("readOnly"))
                .toList();
    }
}
