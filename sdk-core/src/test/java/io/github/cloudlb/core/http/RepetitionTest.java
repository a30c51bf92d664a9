package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.ThrottledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.stream.IntStream;

/** How often, and after which pauses. */
class RepetitionTest extends CallTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void nAttemptsAreNRequests(int n) {
        ApiClient client = configured(with -> with.retries(backoff().attempts(n).build()), Replies.error(500, "Oops"));

        assertThat(failure(ServiceFailureException.class, client, new Things.Get("t")))
                .returns(n, SdkException::attempts);
        assertThat(asked()).hasSize(n);
        assertThat(time.pauses()).hasSize(n - 1);
    }

    @Test
    void pausesGrowToTheirCeiling() {
        ApiClient client = configured(
                with -> with.retries(backoff()
                        .attempts(6)
                        .base(SECOND)
                        .ceiling(Duration.ofSeconds(6))
                        .build()),
                Replies.error(500, "Oops"));

        failure(ServiceFailureException.class, client, new Things.Get("t"));

        assertThat(time.pauses()).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 3000L, 3000L);
    }

    @Test
    void aWishInSecondsIsObeyed() {
        ApiClient client = against(Replies.error(429, "Slow", "Retry-After: 7"), Replies.named("t"));

        client.send(new Things.Create("t"));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void withoutAWishThrottlingPausesLikeAnyFailure() {
        client429("X-Other: 7");

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void aWishThatIsADateIsObeyed() {
        client429("Retry-After: Sun, 22 Nov 2026 04:48:09 GMT");

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void aWishInMillisecondsIsObeyed() {
        client429("x-acs-retry-after: 1500");

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(1500));
    }

    @Test
    void aWishBeyondTheCeilingIsObeyedUpToIt() {
        client429("Retry-After: 7200");

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60));
    }

    private void client429(String header) {
        against(Replies.error(429, "Slow", header), Replies.named("t")).send(new Things.Get("t"));
    }

    @Test
    void aPauseLongerThanWhatIsLeftGivesUpAtOnce() {
        ApiClient client =
                against(Replies.error(429, "Slow", "Retry-After: 30")).with(CallOptions.limit(SECOND));

        assertThat(failure(ThrottledException.class, client, new Things.Get("t")))
                .returns(1, SdkException::attempts);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void theBudgetEndsRepetitionAndRefillsWithTime() {
        ApiClient client = configured(
                with -> with.retries(
                        backoff().budget(2).base(Duration.ofNanos(2)).build()),
                Replies.error(500, "Oops"));

        assertThat(attemptsOf(client)).isEqualTo(3);
        assertThat(attemptsOf(client)).isEqualTo(1);
        time.pass(SECOND);
        assertThat(attemptsOf(client)).isEqualTo(2);
    }

    @Test
    void theBudgetRefillsWithSuccess() {
        Stub.Reply[] script = IntStream.range(0, 13)
                .mapToObj(i -> i < 2 || i == 12 ? Replies.error(500, "Oops") : Replies.named("t"))
                .toArray(Stub.Reply[]::new);
        ApiClient client = configured(
                with -> with.retries(
                        backoff().budget(1).base(Duration.ofNanos(2)).build()),
                script);

        assertThat(attemptsOf(client)).isEqualTo(2);
        IntStream.range(0, 10).forEach(i -> client.send(new Things.Get("t")));
        assertThat(attemptsOf(client)).isEqualTo(2);
    }

    private static int attemptsOf(ApiClient client) {
        return failure(ServiceFailureException.class, client, new Things.Get("t"))
                .attempts();
    }

    @Test
    void neverSendsOnce() {
        ApiClient client = configured(with -> with.retries(RetryPolicy.never()), Replies.error(503, "Busy"));

        assertThat(attemptsOf(client)).isEqualTo(1);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aCallMayHaveFewerAttemptsThanItsClient() {
        ApiClient client = against(Replies.error(503, "Busy"));

        assertThat(attemptsOf(client.with(CallOptions.attempts(2)))).isEqualTo(2);
        assertThat(attemptsOf(client)).isEqualTo(4);
    }

    @Test
    void aCallMayHaveHeadersOfItsOwn() {
        against(Replies.named("t")).with(CallOptions.header("X-Trace", "t-9")).send(new Things.Get("t"));

        assertThat(cloud.seen().get(0).headers()).contains("X-Trace: t-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-identity", "Accept", "user-agent"})
    void aHeaderOfOursIsNotSentTwice(String name) {
        ApiClient client = against(Replies.named("t")).with(CallOptions.header(name, "mine"));

        assertThat(failure(InvalidInputException.class, client, new Things.Get("t")))
                .hasMessage("header: \"" + name + "\" is not allowed, but one that the SDK does not set itself is");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aHeaderThatBreaksTheRequestIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> CallOptions.header("X-Key", "secret\r\nX-Other: 1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> CallOptions.header("Host", "other")).isInstanceOf(InvalidInputException.class);
    }
}
