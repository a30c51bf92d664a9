package io.github.cloudlb.alibaba.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.WireTestBase.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Each field that the table has for a request can be set, and lands under its name in the query or in the form. */
class EveryRequestFieldTest extends WalkTestBase {
    /** Fields that are not offered, with the reason. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of();

    @ParameterizedTest
    @MethodSource("operations")
    void landsUnderItsNameAndAtItsPlace(Api.Row operation) {
        cloud.on("POST /")
                .answers(200, AnswerType.of(operation).sample(0).toString())
                .always();
        Set<String> seen = new TreeSet<>();
        for (int round = 0; round < Samples.ROUNDS; round++) {
            JsonNode sample = operation.sample(round);

            client(operation.api()).send(operation.built(sample));

            Sent sent = last();
            assertThat(sent.header("x-acs-action")).isEqualTo(operation.name());
            assertThat(sent.query()).isEqualTo(expected(sample, operation, false));
            assertThat(sent.form()).isEqualTo(expected(sample, operation, true));
            seen.addAll(Flat.paths(sent.query(), operation.request()));
            seen.addAll(Flat.paths(sent.form(), operation.request()));
        }
        seen.addAll(LEFT_OUT.getOrDefault(operation.toString(), Set.of()));
        assertThat(seen).hasSize(TableField.count(operation.request()));
    }

    @ParameterizedTest
    @CsvSource({"alb, 938", "nlb, 407"})
    void areAsManyAsTheReferenceCounts(Api api, int count) {
        assertThat(api.rows().mapToInt(row -> TableField.count(row.request())).sum())
                .isEqualTo(count);
    }

    @Test
    void noneIsLeftOutThatDoesNotExist() {
        assertThat(Api.all().flatMap(Api::rows).map(Api.Row::toString)).containsAll(LEFT_OUT.keySet());
    }

    /** A dry run of a write is not mentioned if it is not wanted. */
    private static Map<String, String> expected(JsonNode sample, Api.Row operation, boolean inForm) {
        Map<String, String> expected = Flat.parameters(Spelling.ours(sample), operation.request(), inForm);
        expected.remove("DryRun", operation.is("dryRun") && !operation.is("readOnly") ? "false" : "");
        return expected;
    }
}
