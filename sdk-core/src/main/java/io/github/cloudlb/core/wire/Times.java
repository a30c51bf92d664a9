package io.github.cloudlb.core.wire;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/**
 * Points in time as services write them: ISO 8601, some without a zone (they mean UTC), some with a blank for the T, some
 * by milliseconds since 1970.
 */
public final class Times {
    private static final String PLAIN = "0000-00-00T00:00:00";
    private static final int SHORTEST_MONTH = 28;
    private static final long SECONDS_PER_DAY = 86_400;

    private Times() {}

    /** Reads a time; one without a zone is in UTC. */
    public static Instant read(String text) {
        try {
            Instant time = isPlain(text) ? plain(text) : null;
            return time == null ? Any.read(text) : time;
        } catch (DateTimeException none) {
            throw new UnreadableJsonException("\"" + text + "\" is not a time");
        }
    }

    /** Writes a time in UTC, such as {@code 2026-11-22T04:48:00Z}. */
    public static String text(Instant time) {
        return time.toString();
    }

    /** {@code 2026-11-22T04:48:00}, perhaps with a Z: nearly all there are, and read without what any other spelling takes. */
    private static boolean isPlain(String text) {
        boolean plain = text.length() == PLAIN.length() || text.length() == PLAIN.length() + 1 && text.endsWith("Z");
        for (int i = 0; plain && i < PLAIN.length(); i++) {
            char c = text.charAt(i);
            plain = PLAIN.charAt(i) == '0' ? c >= '0' && c <= '9' : c == PLAIN.charAt(i);
        }
        return plain;
    }

    /** Null for what only a formatter makes sense of, such as the end of a day as 24:00:00. */
    private static @Nullable Instant plain(String text) {
        int day = number(text, 8, 10);
        int month = number(text, 5, 7);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int year = number(text, 0, 4);
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && (day <= SHORTEST_MONTH || day <= YearMonth.of(year, month).lengthOfMonth());
        if (!exists || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long ofDay = (hour * 60L + minute) * 60 + second;
        return Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY + ofDay);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Any other spelling. A class of its own, so that whoever meets none does not wait for formatter and pattern. */
    private static final class Any {
        private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,14}");
        private static final Pattern BLANK = Pattern.compile("(?<=\\d) +(?=\\d)");
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

        static Instant read(String text) {
            if (MILLISECONDS.matcher(text).matches()) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
            TemporalAccessor time = FORMAT.parse(BLANK.matcher(text.strip()).replaceFirst("T"));
            // Asked first: finding out by parseBest costs an exception for each time without a zone.
            return time.isSupported(ChronoField.OFFSET_SECONDS)
                    ? OffsetDateTime.from(time).toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        }
    }
}
