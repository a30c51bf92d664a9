package io.github.cloudlb.core.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Points in time as services write them: ISO 8601, some without a zone (they mean UTC), some with a blank for the T. */
public final class Times {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter();

    private Times() {}

    /** Reads a time; one without a zone is in UTC. */
    public static Instant read(String text) {
        try {
            TemporalAccessor time = FORMAT.parseBest(
                    text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T"), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            throw new UnreadableJsonException("\"" + text + "\" is not a time");
        }
    }

    /** Writes a time in UTC, such as {@code 2026-11-22T04:48:00Z}. */
    public static String text(Instant time) {
        return time.toString();
    }
}
