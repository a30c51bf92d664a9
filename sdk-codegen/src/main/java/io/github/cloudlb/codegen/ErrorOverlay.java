package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an API's errors mean, as {@code errors.schema.json} describes it.
 *
 * @param tables file names of the tables whose codes this covers
 * @param entries by code, prefix or text, in the order of the file
 * @param fallback by status, for what no entry knows; the first that fits
 */
public record ErrorOverlay(List<String> tables, List<Entry> entries, List<Fallback> fallback) {
    static final SchemaCheck SCHEMA = SchemaCheck.of("errors.schema.json");

    /**
     * One way to know a meaning; what is null may be anything.
     *
     * @param code the exact code
     * @param prefix how the code begins
     * @param text a part of the message, in any case of letters
     * @param dialect {@code octavia otc keystone gateway neutron}: who answers so
     * @param retry {@code settle}, {@code yes} or {@code no}, where it is not what the meaning says anyway
     */
    public record Entry(
            Meaning meaning,
            @Nullable String code,
            @Nullable String prefix,
            @Nullable String text,
            @Nullable Integer status,
            @Nullable String dialect,
            @Nullable String retry) {

        /** Greater is more exact: code, then prefix, then text; among these the longer; then status; then dialect. */
        static final Comparator<Entry> EXACTNESS = Comparator.<Entry>comparingInt(entry -> length(entry.code))
                .thenComparingInt(entry -> length(entry.prefix))
                .thenComparingInt(entry -> length(entry.text))
                .thenComparing(entry -> entry.status != null)
                .thenComparing(entry -> entry.dialect != null);

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }

        boolean fits(Seen seen) {
            return (code == null || code.equals(seen.code()))
                    && (prefix == null || (seen.code() != null && seen.code().startsWith(prefix)))
                    && (text == null || lower(seen.text()).contains(lower(text)))
                    && (status == null || status == seen.status())
                    && (dialect == null || seen.dialect() == null || dialect.equals(seen.dialect()));
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** A status, or a range of them. */
    public record Fallback(
            @Nullable Integer status,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String dialect,
            Meaning meaning,
            @Nullable String retry) {

        boolean fits(Seen seen) {
            boolean inRange = status != null
                    ? status == seen.status()
                    : from != null && to != null && from <= seen.status() && seen.status() <= to;
            return inRange && (dialect == null || dialect.equals(seen.dialect()));
        }
    }

    /** An error as it came: {@code dialect} and {@code code} may be unknown, the text empty. */
    public record Seen(
            @Nullable String dialect, int status, @Nullable String code, String text) {}

    /** What it means; {@code entry} tells how that is known, null if by status only. */
    public record Verdict(
            Meaning meaning,
            @Nullable String retry,
            @Nullable Entry entry) {}

    /** Reads and validates an overlay; an error names the file and the place. */
    public static ErrorOverlay read(Path file) {
        String name = String.valueOf(file.getFileName());
        JsonNode document = yaml(file, name);
        SCHEMA.check(name, document);
        List<String> tables = new ArrayList<>();
        document.path("tables").forEach(table -> tables.add(table.stringValue()));
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> byMeaning : document.path("meanings").properties()) {
            Meaning meaning = Meaning.of(byMeaning.getKey());
            byMeaning.getValue().forEach(entry -> entries.add(entry(meaning, entry)));
        }
        List<Fallback> fallback = new ArrayList<>();
        document.path("fallback").forEach(entry -> fallback.add(fallback(entry)));
        return new ErrorOverlay(tables, entries, fallback);
    }

    /** The overlay that covers a table, of those in a folder: APIs of one vendor share one. */
    public static ErrorOverlay about(String table, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".errors.yaml"))
                    .sorted()
                    .map(ErrorOverlay::read)
                    .filter(errors -> errors.tables.contains(table))
                    .findFirst()
                    .orElseThrow(() -> new TableException(table + ": no file of errors covers it"));
        }
    }

    /** The meaning of an error: every error has exactly one. */
    public Verdict verdict(Seen seen) {
        List<Entry> best = best(seen);
        if (!best.isEmpty()) {
            Entry entry = best.get(0);
            return new Verdict(entry.meaning(), entry.retry(), entry);
        }
        return fallback.stream()
                .filter(entry -> entry.fits(seen))
                .findFirst()
                .map(entry -> new Verdict(entry.meaning(), entry.retry(), null))
                .orElseThrow(() -> new TableException("no fallback for status " + seen.status()));
    }

    /** The most exact entries that fit; more than one is a mistake in the overlay. */
    List<Entry> best(Seen seen) {
        List<Entry> fitting = entries.stream().filter(entry -> entry.fits(seen)).toList();
        return fitting.stream()
                .filter(entry -> fitting.stream().noneMatch(other -> Entry.EXACTNESS.compare(other, entry) > 0))
                .toList();
    }

    private static Entry entry(Meaning meaning, JsonNode node) {
        return new Entry(
                meaning,
                text(node, "code"),
                text(node, "prefix"),
                text(node, "text"),
                number(node, "status"),
                text(node, "dialect"),
                text(node, "retry"));
    }

    private static Fallback fallback(JsonNode node) {
        return new Fallback(
                number(node, "status"),
                number(node, "from"),
                number(node, "to"),
                text(node, "dialect"),
                Meaning.of(node.path("meaning").stringValue()),
                text(node, "retry"));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.path(key).stringValue() : null;
    }

    private static @Nullable Integer number(JsonNode node, String key) {
        return node.has(key) ? Integer.valueOf(node.path(key).intValue()) : null;
    }

    private static JsonNode yaml(Path file, String name) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            return Json.MAPPER.valueToTree(new Load(settings).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlEngineException e) {
            throw new TableException(name + ": " + e.getMessage(), e);
        }
    }
}
