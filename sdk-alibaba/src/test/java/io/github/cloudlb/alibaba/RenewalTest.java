package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.RetryPolicy;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.testkit.Fault;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Keys that end, wherever they come from. */
class RenewalTest extends CredentialsTestBase {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AlibabaCredentials credentials = AlibabaCredentials.uri(keyAddress());

    private void keysComing(String... ids) {
        for (String id : ids) {
            answers(address.on(GET_KEY), key(id, HOUR));
        }
    }

    @Test
    void happensOnceForTwoHundredThreadsAtTheEnd() throws Exception {
        AlbClient client = client(credentials);
        keysComing("first");
        assertThat(keyOf(client)).isEqualTo("first");
        time.passes(HOUR);
        keysComing("second", "third");

        everybodyAsks(client);

        assertThat(address.calls()).hasSize(2);
        assertThat(alb.requests().subList(1, THREADS + 1))
                .extracting(CredentialsTestBase::keyOf)
                .containsOnly("second");
    }

    @Test
    void isNotWaitedForByThoseWhoseKeyIsValid() throws Exception {
        AlbClient client = client(credentials);
        keysComing("first");
        asked(client);
        time.passes(Duration.ofMinutes(58));
        keysComing("second", "third");

        everybodyAsks(client);

        assertThat(address.calls()).hasSize(2);
        assertThat(alb.requests()).extracting(CredentialsTestBase::keyOf).contains("second");
    }

    @Test
    void comesFiveMinutesAhead() {
        AlbClient client = client(credentials);
        keysComing("first", "second");
        asked(client);

        time.passes(Duration.ofMinutes(54));
        assertThat(keyOf(client)).isEqualTo("first");
        time.passes(Duration.ofMinutes(1));
        assertThat(keyOf(client)).isEqualTo("second");
    }

    @Test
    void goesByTheDateOfWhoIssuesTheKey() {
        AlbClient client = client(credentials);
        String expires = "\"" + time.now().plus(Duration.ofHours(9)) + "\"";
        address.on(GET_KEY)
                .answers(
                        200,
                        "application/json",
                        key("ahead", HOUR).replaceFirst("\"Expiration\": .*\"", "\"Expiration\": " + expires),
                        "Date",
                        date(time.now().plus(Duration.ofHours(8))));
        keysComing("second");
        asked(client);

        time.passes(Duration.ofMinutes(54));
        assertThat(keyOf(client)).isEqualTo("ahead");
        time.passes(Duration.ofMinutes(2));
        assertThat(keyOf(client)).isEqualTo("second");
    }

    @Test
    void thatFailsKeepsTheKeyThatIsValidAndIsNotTriedByEveryCall() {
        AlbClient client = opened(
                builder().retries(RetryPolicy.never()).credentials(credentials).build());
        keysComing("first");
        asked(client);
        time.passes(Duration.ofMinutes(56));
        address.on(GET_KEY).answers(500).then(200, "no key").fault(Fault.EMPTY);

        assertThat(keyOf(client)).isEqualTo("first");
        assertThat(keyOf(client)).isEqualTo("first");
        assertThat(address.calls()).hasSize(2);
        time.passes(Duration.ofSeconds(10));
        assertThat(keyOf(client)).isEqualTo("first");
        time.passes(Duration.ofSeconds(10));
        assertThat(keyOf(client)).isEqualTo("first");
        assertThat(address.calls()).hasSize(4);
        assertThat(credentials.explain()).contains("key first until ");
    }

    @Test
    void thatFailsAtTheEndIsTriedAgainByTheNextCall() {
        AlbClient client = opened(
                builder().retries(RetryPolicy.never()).credentials(credentials).build());
        keysComing("first");
        asked(client);
        time.passes(HOUR);
        address.on(GET_KEY).answers(500);
        keysComing("second");

        assertThatThrownBy(() -> asked(client))
                .isInstanceOf(SdkException.class)
                .hasMessageContaining("500 from 127.0.0.1");
        assertThat(alb.requests()).hasSize(1);
        assertThat(keyOf(client)).isEqualTo("second");
    }

    @Test
    void happensWhenTheServiceSaysThatTheTokenHasEnded() {
        AlbClient client = client(credentials);
        keysComing("first", "second");
        alb.on("POST /").answers(403, "{\"Code\": \"InvalidSecurityToken.Expired\", \"Message\": \"m\"}");

        assertThat(keyOf(client)).isEqualTo("second");
        assertThat(alb.requests()).extracting(CredentialsTestBase::keyOf).containsExactly("first", "second");
    }

    @Test
    void helpsNothingIfTheKeyStaysTheSame() {
        AlbClient client = client(credentials);
        keysComing("first", "first");
        alb.on("POST /").answers(403, "{\"Code\": \"InvalidSecurityToken.Expired\", \"Message\": \"m\"}");

        assertThatThrownBy(() -> asked(client)).isInstanceOf(UnauthenticatedException.class);
        assertThat(alb.requests()).hasSize(1);
    }

    @Test
    void isSharedByClientsOfTheSameCredentials() {
        keysComing("first");

        assertThat(keyOf(client(credentials))).isEqualTo("first");
        assertThat(keyOf(client(credentials))).isEqualTo("first");
        assertThat(address.calls()).hasSize(1);
    }

    @Test
    void doesNotMixClientsOfDifferentCredentials() throws Exception {
        AlbClient one = client(AlibabaCredentials.uri(keyAddress()));
        AlbClient other = client(AlibabaCredentials.uri(address.uri().resolve("/other-key")));
        AlbClient third = client(AlibabaCredentials.of("third", "secret"));
        answers(address.on(GET_KEY), key("one", HOUR));
        answers(address.on("GET /other-key"), key("other", HOUR));

        for (int i = 0; i < 20; i++) {
            assertThat(keyOf(one)).isEqualTo("one");
            assertThat(keyOf(other)).isEqualTo("other");
            assertThat(keyOf(third)).isEqualTo("third");
        }
        assertThat(address.calls()).hasSize(2);
    }

    @Test
    void doesNotMixClientsThatAreUsedAtTheSameTime() throws Exception {
        AlbClient one = client(credentials);
        AlbClient other = opened(builder()
                .endpoint(sts.uri())
                .credentials(AlibabaCredentials.uri(address.uri().resolve("/other-key")))
                .build());

        for (int round = 0; round < 3; round++) {
            answers(address.on(GET_KEY), key("one-" + round, HOUR));
            answers(address.on("GET /other-key"), key("other-" + round, HOUR));
            everybodyAsks(one, other);
            time.passes(HOUR);
        }

        assertThat(alb.requests())
                .hasSize(3 * THREADS / 2)
                .extracting(CredentialsTestBase::keyOf)
                .containsOnly("one-0", "one-1", "one-2");
        assertThat(sts.requests())
                .hasSize(3 * THREADS / 2)
                .extracting(CredentialsTestBase::keyOf)
                .containsOnly("other-0", "other-1", "other-2");
        assertThat(address.calls()).hasSize(6);
    }

    @Test
    void endsWithTheCallThatNeedsIt() {
        address.on(GET_KEY).hang();
        AlbClient client = opened(builder()
                .callLimit(Duration.ofMillis(20))
                .retries(RetryPolicy.never())
                .credentials(credentials)
                .build());

        assertThatThrownBy(() -> asked(client)).isInstanceOf(SdkException.class).hasMessageContaining("in time");
        assertThat(alb.requests()).isEmpty();
    }

    @Test
    void ofAnAddressSendsItsQueryAsItIs() {
        AlibabaCredentials withQuery = AlibabaCredentials.uri(keyAddress().resolve("/key/?a=1+2%26&top-secret"));
        answers(address.on("GET /key/"), key("first", HOUR));

        AlbClient client = client(withQuery);
        asked(client);

        RecordedRequest request = last(address);
        assertThat(request.parameters().get("a")).containsExactly("1+2&");
        assertThat(request.query()).contains("top-secret");
        assertThat(withQuery.toString()).doesNotContain("top-secret");
    }

    @Test
    void thatIsRefusedDoesNotShowWhatTheAddressSays() {
        address.on(GET_KEY).answers(403, "top-secret");

        AlbClient client = client(credentials);
        assertThatThrownBy(() -> asked(client))
                .satisfies(failure -> assertThat(Secrets.allOf(failure))
                        .contains("403 from 127.0.0.1")
                        .doesNotContain("top-secret"));
    }
}
