package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After|120|PT2M",
                "retry-after| 0 |PT0S",
                "Retry-After|Sun, 22 Nov 2026 04:49:00 GMT|PT1M",
                "Retry-After|Sun, 22 Nov 2026 04:47:00 GMT|PT0S",
                "x-acs-retry-after|250|PT0.25S"
            })
    void readsEachOfItsForms(String name, String value, Duration wish) {
        assertThat(wish(new Parameter(name, value))).hasValue(wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "Sun, 99 Nov 2026 04:49:00 GMT", "99999999999999999999"})
    void takesNoNoticeOfWhatItCannotRead(String value) {
        assertThat(wish(new Parameter("Retry-After", value))).isEmpty();
        assertThat(wish(new Parameter("x-acs-retry-after", value))).isEmpty();
    }

    @Test
    void prefersTheFinerWish() {
        assertThat(wish(new Parameter("Retry-After", "2"), new Parameter("x-acs-retry-after", "1200")))
                .hasValue(Duration.ofMillis(1200));
    }

    @Test
    void holdsADateAgainstTheClockOfTheService() {
        assertThat(wish(
                        new Parameter("Date", "Sun, 22 Nov 2026 05:00:00 GMT"),
                        new Parameter("Retry-After", "Sun, 22 Nov 2026 05:00:30 GMT")))
                .hasValue(Duration.ofSeconds(30));
    }

    private static Optional<Duration> wish(Parameter... headers) {
        return RetryAfter.of(new Answer(429, List.of(headers), new byte[0]), new TestTime());
    }
}
