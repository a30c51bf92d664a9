package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

/** A clock that is off: the service's answer tells by how much. */
class ClockTest extends CredentialsTestBase {
    private final AlbClient client = client(AlibabaCredentials.of("id", "secret"));

    private Script refuses(String code, Duration ahead) {
        return alb.on("POST /")
                .answers(
                        400,
                        "application/json",
                        "{\"Code\": \"" + code + "\", \"Message\": \"m\"}",
                        "Date",
                        date(time.now().plus(ahead)));
    }

    private static Instant signedAt(RecordedRequest request) {
        return Instant.parse(request.header("x-acs-date").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidTimeStamp.Expired", "IllegalTimestamp"})
    void isSetRightAndTheRequestSignedOnceMore(String code) {
        refuses(code, Duration.ofMinutes(20));

        RecordedRequest again = asked(client);

        assertThat(alb.requests())
                .extracting(ClockTest::signedAt)
                .containsExactly(time.now(), time.now().plus(Duration.ofMinutes(20)));
        assertThat(again.header("x-acs-signature-nonce"))
                .isNotEqualTo(alb.requests().get(0).header("x-acs-signature-nonce"));
        assertThat(client.clockOffset()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void staysRightForTheCallsThatFollow() {
        refuses("InvalidTimeStamp.Expired", Duration.ofMinutes(-20));
        asked(client);

        assertThat(signedAt(asked(client))).isEqualTo(time.now().minus(Duration.ofMinutes(20)));
        assertThat(alb.requests()).hasSize(3);
    }

    @Test
    void isSetRightOnceInACall() {
        refuses("InvalidTimeStamp.Expired", Duration.ofMinutes(20));
        refuses("InvalidTimeStamp.Expired", Duration.ofMinutes(60));

        assertThatThrownBy(() -> asked(client)).isInstanceOf(UnauthenticatedException.class);
        assertThat(alb.requests()).hasSize(2);
    }

    @Test
    void thatIsRightIsNotTheReason() {
        refuses("InvalidTimeStamp.Format", Duration.ofSeconds(2));

        assertThatThrownBy(() -> asked(client)).isInstanceOf(UnauthenticatedException.class);
        assertThat(alb.requests()).hasSize(1);
        assertThat(client.clockOffset()).isZero();
    }

    @Test
    void isRightForAVariantOfTheClientToo() {
        refuses("InvalidTimeStamp.Expired", Duration.ofMinutes(20));
        asked(client);

        assertThat(client.with(CallOptions.attempts(1)).clockOffset()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void isSetRightForStsToo() {
        sts.on(ASSUME)
                .answers(
                        400,
                        "application/json",
                        "{\"Code\": \"InvalidTimeStamp.Expired\"}",
                        "Date",
                        date(time.now().plus(Duration.ofMinutes(20))));
        answers(sts.on(ASSUME), credentials("STS.1", Duration.ofHours(1)));
        AlbClient byRole = client(AlibabaCredentials.assumeRole(AlibabaCredentials.of("id", "secret"), role()));

        assertThat(signedAt(asked(byRole))).isEqualTo(time.now().plus(Duration.ofMinutes(20)));
        assertThat(sts.requests()).hasSize(2);
    }
}
