package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Dates as HTTP writes them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.date">RFC 9110, Date</a>
 */
public final class HttpDate {
    private HttpDate() {}

    /** When an answer was given, by the clock of who gave it; empty if it does not say. */
    public static Optional<Instant> of(Answer answer) {
        return answer.header("Date").flatMap(HttpDate::read);
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
