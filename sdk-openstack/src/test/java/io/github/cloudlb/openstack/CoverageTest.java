package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.codegen.docs.Annotated;
import io.github.cloudlb.codegen.docs.Page;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every operation of the table is offered, and a test pins how it looks on the wire in each dialect that has it. */
class CoverageTest {
    private static final Path OPERATIONS = Path.of("target", "generated-sources", "api", "lbaas.operations.csv");
    private static final int OPERATIONS_OF_THE_TABLE = 98;

    private final Map<String, Map<String, String>> pins = pins();

    @Test
    void eachOperationIsOfferedAndPinnedInEachDialect() throws IOException {
        List<String> unpinned = new ArrayList<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            for (String dialect : row.dialects) {
                if (!pins.getOrDefault(row.operation, Map.of()).containsKey(dialect)) {
                    unpinned.add(row.operation + " in " + dialect);
                }
            }
        }

        assertThat(unpinned).isEmpty();
        assertThat(rows).hasSize(OPERATIONS_OF_THE_TABLE);
    }

    @Test
    void noPinNamesAnOperationThatDoesNotExist() throws IOException {
        List<String> known = rows().stream().map(row -> row.operation).toList();

        assertThat(pins.keySet()).isSubsetOf(known);
    }

    @Test
    void thePageTellsWhatTheCodeHas() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Operations of LBaaS v2.0

                Made from the table of the API and the tests: `./mvnw -pl sdk-openstack -am test -Ddocs.write=true`.
                Each method is one of the named accessor's facade; its request can be sent by itself, too: `client.send(…)`.

                | operation | call | Octavia | Open Telekom Cloud | method | request |
                |---|---|---|---|---|---|
                """);
        for (Row row : rows()) {
            page.append("| ")
                    .append(row.operation)
                    .append(" | `")
                    .append(row.call)
                    .append("` | ");
            page.append(cell(row, "octavia")).append(" | ").append(cell(row, "otc"));
            page.append(" | `").append(row.facade).append('.').append(row.method);
            page.append("` | `").append(row.request).append("` |\n");
        }
        assertThat(Page.told("lbaas-operations.md", page.toString())).isEqualTo(page.toString());
    }

    private String cell(Row row, String dialect) {
        return row.dialects.contains(dialect)
                ? "`" + pins.getOrDefault(row.operation, Map.of()).getOrDefault(dialect, "no test") + "`"
                : "–";
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(OPERATIONS).stream()
                .map(line -> line.split(",", -1))
                .map(cells ->
                        new Row(cells[0], cells[1], List.of(cells[2].split(" ")), facade(cells[3]), cells[4], cells[5]))
                .toList();
    }

    /** {@code pool.PoolOperations} is what {@code pools()} returns. */
    private static String facade(String generated) {
        for (Method accessor : OpenStackClient.class.getMethods()) {
            Class<?> above = accessor.getReturnType().getSuperclass();
            if (above != null && above.getName().endsWith("." + generated)) {
                return accessor.getName() + "()";
            }
        }
        throw new AssertionError("no accessor for " + generated);
    }

    private static Map<String, Map<String, String>> pins() {
        Map<String, Map<String, String>> pins = new TreeMap<>();
        Annotated.each(Pins.class, (pin, test) -> {
            for (String dialect : pin.in()) {
                pins.computeIfAbsent(pin.value(), name -> new TreeMap<>())
                        .merge(dialect, test, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        });
        return pins;
    }

    private record Row(
            String operation, String call, List<String> dialects, String facade, String method, String request) {}
}
