package io.github.cloudlb.core.wire;

import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.ServiceError.Meaning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a cloud's errors mean, as its table says: an exact code counts more than the beginning of one, that more than a
 * part of the text, and all of them more than the status.
 */
public final class ErrorTable {
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> fallback = new ArrayList<>();

    /** Adds a row; an empty text or a status of 0 stands for anything. */
    public ErrorTable row(
            Meaning meaning, String code, String prefix, String text, int status, String dialect, String retry) {
        rows.add(new Row(meaning, code, prefix, text.toLowerCase(Locale.ROOT), status, status, dialect, retry));
        return this;
    }

    /** Adds what statuses mean when nothing else is known. */
    public ErrorTable fallback(Meaning meaning, int from, int to, String dialect, String retry) {
        fallback.add(new Row(meaning, "", "", "", from, to, dialect, retry));
        return this;
    }

    /** Judges an error; {@code dialect} tells whose form it has, and is empty if that is not known. */
    public ServiceError judge(
            String dialect,
            int status,
            String code,
            String text,
            String requestId,
            String raw,
            Optional<Duration> retryAfter) {
        Row best = null;
        for (Row row : rows) {
            if (row.fits(dialect, status, code, text) && (best == null || row.isMoreExactThan(best))) {
                best = row;
            }
        }
        for (int i = 0; best == null && i < fallback.size(); i++) {
            Row row = fallback.get(i);
            best = row.fits(dialect, status, code, text) && (row.dialect.isEmpty() || row.dialect.equals(dialect))
                    ? row
                    : null;
        }
        Meaning meaning = best == null ? Meaning.ofStatus(status) : best.meaning;
        boolean untouched = best != null && best.isUntouched() || meaning == Meaning.THROTTLED;
        return new ServiceError(meaning, status, code, text, requestId, raw, retryAfter, untouched);
    }

    private record Row(
            Meaning meaning, String code, String prefix, String text, int from, int to, String dialect, String retry) {

        boolean fits(String seenDialect, int seenStatus, String seenCode, String seenText) {
            return (code.isEmpty() || code.equals(seenCode))
                    && (prefix.isEmpty() || seenCode.startsWith(prefix))
                    && (from == 0 || from <= seenStatus && seenStatus <= to)
                    && (dialect.isEmpty() || seenDialect.isEmpty() || dialect.equals(seenDialect))
                    && (text.isEmpty() || seenText.toLowerCase(Locale.ROOT).contains(text));
        }

        boolean isMoreExactThan(Row other) {
            int[] mine = exactness();
            int[] theirs = other.exactness();
            for (int i = 0; i < mine.length; i++) {
                if (mine[i] != theirs[i]) {
                    return mine[i] > theirs[i];
                }
            }
            return false;
        }

        private int[] exactness() {
            return new int[] {
                code.length(), prefix.length(), text.length(), Math.min(from, 1), Math.min(dialect.length(), 1)
            };
        }

        /** Whether the service did nothing and the same request may be sent again. */
        boolean isUntouched() {
            return switch (meaning) {
                case LOCKED, THROTTLED -> !retry.equals("no");
                case SERVICE_FAILURE -> false;
                default -> retry.equals("yes");
            };
        }
    }
}
