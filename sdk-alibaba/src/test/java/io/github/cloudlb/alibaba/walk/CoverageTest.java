package io.github.cloudlb.alibaba.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.Pins;
import io.github.cloudlb.codegen.docs.Annotated;
import io.github.cloudlb.codegen.docs.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every operation of a table is offered by a facade, and a test pins how it looks on the wire. */
class CoverageTest {
    private static final Map<String, String> PINS = pins();

    static Stream<Api> apis() {
        return Api.all();
    }

    @ParameterizedTest
    @CsvSource({"alb, 85", "nlb, 50"})
    void eachOperationIsOfferedAndPinned(Api api, int operations) {
        List<String> names = api.rows().map(Api.Row::name).toList();

        assertThat(api.offered().operations()).map(Offered.Operation::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names.stream().map(name -> api + " " + name).filter(name -> !PINS.containsKey(name)))
                .isEmpty();
        assertThat(names).hasSize(operations);
    }

    @Test
    void noPinNamesAnOperationThatDoesNotExist() {
        assertThat(Api.all().flatMap(Api::rows).map(Api.Row::toString)).containsAll(PINS.keySet());
    }

    @ParameterizedTest
    @MethodSource("apis")
    void thePageTellsWhatTheCodeHas(Api api) {
        StringBuilder page = new StringBuilder("""
                # Operations of %s

                Made from the table of the API and the tests: `./mvnw -pl sdk-alibaba -am test -Ddocs.write=true`.
                Each method is one of the named accessor's facade; its request can be sent by itself, too: `client.send(…)`.

                | operation | method | request | wire test |
                |---|---|---|---|
                """.formatted(api.title()));
        for (Offered.Operation operation : api.offered().operations()) {
            page.append("| %s | `%s.%s` | `%s` | `%s` |\n"
                    .formatted(
                            operation.name(),
                            api.accessor(operation.facade()),
                            operation.method(),
                            operation.request().getSimpleName(),
                            PINS.getOrDefault(api + " " + operation.name(), "no test")));
        }

        assertThat(Page.told(api + "-operations.md", page.toString())).isEqualTo(page.toString());
    }

    /** By API and operation the test that pins it; of several, the first by name. */
    private static Map<String, String> pins() {
        Map<String, String> pins = new TreeMap<>();
        Annotated.each(Pins.class, (pin, test) -> {
            for (String operation : pin.value()) {
                pins.merge(pin.in() + " " + operation, test, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        });
        return pins;
    }
}
