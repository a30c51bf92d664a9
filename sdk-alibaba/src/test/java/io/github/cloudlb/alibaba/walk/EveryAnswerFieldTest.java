package io.github.cloudlb.alibaba.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Each field that the table has for an answer can be read, and nothing of it is left in what is not listed. */
class EveryAnswerFieldTest extends WalkTestBase {
    @ParameterizedTest
    @MethodSource("operations")
    void isReadAsItCame(Api.Row operation) {
        for (int round = 0; round < Samples.ROUNDS; round++) {
            AnswerType type = AnswerType.of(operation);
            ObjectNode sent = type.sample(round);
            cloud.on("POST /").answers(200, sent.toString());
            Request<?> request = operation.built(operation.sample(round));

            Object answer = client(operation.api()).send(request);

            assertThat(type.read(answer)).isEqualTo(Spelling.ours(sent));
            assertThat(Flat.paths(sent)).hasSize(TableField.count(operation.response()));
        }
    }

    @ParameterizedTest
    @CsvSource({"alb, 673", "nlb, 375"})
    void areAsManyAsTheReferenceCounts(Api api, int count) {
        assertThat(api.rows().mapToInt(row -> TableField.count(row.response())).sum())
                .isEqualTo(count);
    }
}
