package io.github.cloudlb.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The jars of a run-time class path, without a logger: which one is the user's choice. */
record Jars(List<Path> files) {
    /** A module's own jar, and what Maven wrote down as its run-time class path. */
    static Jars of(Path module) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> built = Files.list(module.resolve("target"))) {
            built.filter(file -> file.getFileName().toString().matches("cloudlb-sdk-[a-z]+-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .forEach(files::add);
        }
        String listed = Files.readString(module.resolve("target/runtime.classpath"));
        for (String file : listed.strip().split(File.pathSeparator, -1)) {
            files.add(Path.of(file));
        }
        return new Jars(files);
    }

    Jars and(Jars other) {
        return new Jars(Stream.concat(files.stream(), other.files.stream()).toList());
    }

    /** Sizes by file name, the greatest first. */
    Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        files.stream()
                .sorted(Comparator.comparing(Jars::size).reversed())
                .forEach(file -> sizes.put(file.getFileName().toString(), size(file)));
        return sizes;
    }

    double megabytes() {
        return sizes().values().stream().mapToLong(Long::longValue).sum() / 1e6;
    }

    String row(String what, double most) {
        return String.format(
                Locale.ROOT,
                "| Jars: %s | MB | | %.2f | | | ≤ %.0f | %s |",
                what,
                megabytes(),
                most,
                megabytes() <= most ? "met" : "**missed**");
    }

    /** Only those whose names begin with one of these. */
    List<Path> only(String... names) {
        return files.stream()
                .filter(file -> Stream.of(names).anyMatch(file.getFileName().toString()::startsWith))
                .toList();
    }

    List<Path> with(List<Path> more) {
        return Stream.concat(files.stream(), more.stream()).toList();
    }

    private static Long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
