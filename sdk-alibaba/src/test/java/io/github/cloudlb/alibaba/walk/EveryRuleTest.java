package io.github.cloudlb.alibaba.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.walk.Rule.Kind;
import io.github.cloudlb.core.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import java.util.EnumMap;
import java.util.Map;

/** What the table says that a field must be is refused before anything is sent, and nothing else is. */
class EveryRuleTest extends WalkTestBase {
    @ParameterizedTest
    @MethodSource("operations")
    void isKeptBeforeAnythingIsSent(Api.Row operation) {
        for (Rule rule : Rules.of(operation)) {
            rule.broken().ifPresent(broken -> assertRefused(operation, rule, broken));
        }
        assertThat(cloud.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void allowsWhatIsJustInsideIt(Api.Row operation) {
        for (Rule rule : Rules.of(operation)) {
            for (JsonNode kept : rule.kept()) {
                assertThatCode(() -> client(operation.api()).check(operation.built(kept)))
                        .describedAs("%s", rule)
                        .doesNotThrowAnyException();
            }
        }
    }

    /**
     * ALB's table has 165 required fields and 11 required in some case: 4 and 2 of them are all there is of an object, which
     * cannot be there without. Of NLB's 6 one is required in a case that the request does not tell. Of enums 29 and 6 rules
     * are about values that are known for other fields.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alb | {REQUIRED=161, REQUIRED_WHEN=9, PERHAPS_REQUIRED=2, RANGE=157, LENGTH=217, ITEMS=114, ENUM=123,"
                        + " ENUM_WHEN=3, PATTERN=3, ASCII=59, PREFIX=86, START=10}",
                "nlb | {REQUIRED=81, REQUIRED_WHEN=5, PERHAPS_REQUIRED=1, RANGE=66, LENGTH=67, ITEMS=60, ENUM=50, ASCII=10,"
                        + " PREFIX=38, START=2}"
            })
    void areAsManyAsTheTableHas(Api api, String counts) {
        Map<Kind, Integer> counted = new EnumMap<>(Kind.class);
        api.rows().flatMap(row -> Rules.of(row).stream()).forEach(rule -> counted.merge(rule.kind(), 1, Integer::sum));

        assertThat(counted).hasToString(counts);
    }

    private void assertRefused(Api.Row operation, Rule rule, JsonNode broken) {
        assertThatThrownBy(() -> client(operation.api()).send(operation.built(broken)))
                .describedAs("%s", rule)
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    assertThat(refused.field())
                            .describedAs("%s", rule)
                            .isIn(rule.place().names());
                    assertThat(refused.allowed())
                            .describedAs("%s", rule)
                            .isNotEmpty()
                            .contains(Spelling.ours(rule.allowed()));
                });
    }
}
