package io.github.cloudlb.core.signing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** UTC in whole seconds. By hand, because DateTimeFormatter costs more than the rest of a small signature. */
final class Timestamps {

    private Timestamps() {}

    /** {@code 2026-03-04T05:06:07Z}. */
    static String extended(Instant time) {
        return format(time, "-", ":");
    }

    /** {@code 20260304T050607Z}. */
    static String basic(Instant time) {
        return format(time, "", "");
    }

    private static String format(Instant time, String inDate, String inTime) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(20);
        twoDigits(out, utc.getYear() / 100);
        twoDigits(out, utc.getYear() % 100);
        twoDigits(out.append(inDate), utc.getMonthValue());
        twoDigits(out.append(inDate), utc.getDayOfMonth());
        twoDigits(out.append('T'), utc.getHour());
        twoDigits(out.append(inTime), utc.getMinute());
        twoDigits(out.append(inTime), utc.getSecond());
        return out.append('Z').toString();
    }

    private static void twoDigits(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
