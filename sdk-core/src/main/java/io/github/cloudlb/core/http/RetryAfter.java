package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long an answer asks to wait before the next request. */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * What the headers say, never less than nothing; empty if they say nothing that can be read.
     * {@code x-acs-retry-after} is in milliseconds, {@code Retry-After} in seconds or the date when to come back, which
     * is held against the answer's own date: the clocks may differ.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, Retry-After</a>
     */
    public static Optional<Duration> of(Answer answer, Time time) {
        Optional<Duration> precise = answer.header("x-acs-retry-after").flatMap(text -> number(text, 1));
        return precise.isPresent()
                ? precise
                : answer.header("Retry-After").flatMap(text -> {
                    Optional<Duration> seconds = number(text, 1000);
                    return seconds.isPresent() ? seconds : until(text, answer, time);
                });
    }

    private static Optional<Duration> number(String text, int millis) {
        String digits = text.strip();
        boolean fits = digits.matches("\\d{1,12}");
        return fits ? Optional.of(Duration.ofMillis(Long.parseLong(digits) * millis)) : Optional.empty();
    }

    private static Optional<Duration> until(String text, Answer answer, Time time) {
        return HttpDate.read(text).map(end -> {
            Instant now = HttpDate.of(answer).orElseGet(time::now);
            return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
        });
    }
}
