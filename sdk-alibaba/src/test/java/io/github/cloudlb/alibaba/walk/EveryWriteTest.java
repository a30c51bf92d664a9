package io.github.cloudlb.alibaba.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.alibaba.WireTestBase.Sent;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.core.ServiceFailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/** What is sent once, what may be sent twice, and what changes nothing at all. */
class EveryWriteTest extends WalkTestBase {
    private static final String PASSED = error("DryRunOperation");

    /** Some reads of NLB take a token and a dry run, too; neither has a meaning there. */
    private static Stream<Api.Row> writes() {
        return operations().filter(operation -> !operation.is("readOnly"));
    }

    static Stream<Api.Row> withDryRun() {
        return writes().filter(operation -> operation.is("dryRun"));
    }

    static Stream<Api.Row> withToken() {
        return writes().filter(operation -> operation.is("clientToken"));
    }

    static Stream<Api.Row> writesWithoutToken() {
        return writes().filter(operation -> !operation.is("clientToken"));
    }

    static Stream<Api.Row> reads() {
        return operations().filter(operation -> operation.is("readOnly"));
    }

    @ParameterizedTest
    @MethodSource("withDryRun")
    void takesAPassedDryRunForAnAnswer(Api.Row operation) {
        cloud.on("POST /").answers(400, PASSED);

        Object answer = client(operation.api()).send(request(operation, true));

        assertThat(last().query().getOrDefault("DryRun", last().form().get("DryRun")))
                .isEqualTo("true");
        assertThat(answer).asString().contains("req-1");
    }

    @ParameterizedTest
    @MethodSource("withDryRun")
    void takesAFailedDryRunForAFailure(Api.Row operation) {
        cloud.on("POST /").answers(400, error("OperationDenied.Something"));

        assertThatThrownBy(() -> client(operation.api()).send(request(operation, true)))
                .isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @MethodSource("withDryRun")
    void doesNotTakeTheSameCodeForAnAnswerToAnythingElse(Api.Row operation) {
        cloud.on("POST /").answers(400, PASSED);

        assertThatThrownBy(() -> client(operation.api()).send(request(operation, false)))
                .isInstanceOf(ServiceException.class);
    }

    @ParameterizedTest
    @MethodSource("withToken")
    void hasOneTokenForAllAttemptsAndAnotherForTheNextCall(Api.Row operation) {
        String answer = AnswerType.of(operation).sample(0).toString();
        cloud.on("POST /").answers(503).then(200, answer).then(200, answer);

        client(operation.api()).send(request(operation, false));
        client(operation.api()).send(request(operation, false));

        List<String> tokens = tokens();
        assertThat(tokens).hasSize(3).doesNotContain("");
        assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
        assertThat(tokens.get(2)).isNotEqualTo(tokens.get(0));
    }

    @ParameterizedTest
    @MethodSource("writesWithoutToken")
    void isNotRepeatedWithoutATokenIfItMayHaveBeenDone(Api.Row operation) {
        cloud.on("POST /").answers(500, error("InternalError")).always();

        assertThatThrownBy(() -> client(operation.api()).send(request(operation, false)))
                .isInstanceOfSatisfying(
                        ServiceFailureException.class,
                        failure -> assertThat(failure.applied()).isEqualTo(Applied.UNKNOWN));
        assertThat(cloud.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void isRepeatedIfItOnlyReads(Api.Row operation) {
        cloud.on("POST /").answers(500, error("InternalError")).always();

        assertThatThrownBy(() -> client(operation.api()).send(request(operation, false)))
                .isInstanceOf(ServiceFailureException.class);
        assertThat(cloud.requests()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"alb, 57, 57", "nlb, 32, 32"})
    void areAsManyAsTheReferenceCounts(Api api, int withDryRun, int withToken) {
        assertThat(withDryRun().filter(row -> row.api() == api)).hasSize(withDryRun);
        assertThat(withToken().filter(row -> row.api() == api)).hasSize(withToken);
    }

    /** With a token of its own, unless the table knows none. */
    private static Request<?> request(Api.Row operation, boolean dryRun) {
        ObjectNode sample = (ObjectNode) operation.sample(0);
        if (operation.is("clientToken")) {
            sample.remove("ClientToken");
        }
        return operation.built(operation.is("dryRun") ? sample.put("DryRun", dryRun) : sample);
    }

    private List<String> tokens() {
        return cloud.requests().stream()
                .map(Sent::new)
                .map(sent ->
                        sent.query().getOrDefault("ClientToken", sent.form().getOrDefault("ClientToken", "")))
                .toList();
    }

    private static String error(String code) {
        return "{\"Code\": \"" + code + "\", \"Message\": \"words\", \"RequestId\": \"req-1\", \"HostId\": \"h\"}";
    }
}
