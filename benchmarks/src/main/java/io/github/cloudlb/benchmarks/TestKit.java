package io.github.cloudlb.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures the test kit's servers and writes TESTKIT.md; see README.md. */
final class TestKit {
    /** So many a second at least. */
    static final double REQUESTS = 2000;

    private static final double START = 1000;
    private static final double RESET = 10;
    private static final double TOUR = 3000;

    private final List<Path> classPath = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    private final boolean quick;

    private TestKit(boolean quick) {
        this.quick = quick;
    }

    /** Arguments: the project's root, and {@code --quick} for fewer rounds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String results = new TestKit(Arrays.asList(args).contains("--quick")).report();
        Files.writeString(Path.of(args[0]).resolve("benchmarks/TESTKIT.md"), results);
        System.out.print(results);
    }

    /** A target is the least number of requests a second, and the most of all else; 0 for none. */
    static String row(String what, String unit, double value, double target) {
        boolean least = target == REQUESTS;
        String wanted = target == 0 ? "" : String.format(Locale.ROOT, "%s %.0f", least ? "≥" : "≤", target);
        String met = target == 0 ? "" : (least ? value >= target : value <= target) ? "met" : "**missed**";
        String digits = value < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, "| %s | %s | " + digits + " | %s | %s |", what, unit, value, wanted, met);
    }

    private String report() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("# The test kit\n");
        lines.add("Written by `benchmarks/testkit`; [README.md](README.md) says what each line means.\n");
        lines.add("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + LocalDate.now(ZoneOffset.UTC) + ".\n");
        lines.add("| what | unit | value | target | |");
        lines.add("|---|---|---:|---:|---|");
        int starts = quick ? 3 : 11;
        lines.addAll(starts("octavia", starts));
        lines.addAll(starts("alb", starts));
        lines.add(tour(starts));
        int calls = quick ? 4000 : 20000;
        lines.addAll(new OctaviaLoad(classPath, calls).measured());
        lines.addAll(new AlbLoad(classPath, calls).measured());
        return String.join("\n", lines) + "\n";
    }

    private List<String> starts(String cloud, int number) throws IOException, InterruptedException {
        List<Double> starts = new ArrayList<>();
        List<Double> resets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Process process = Java.start(Java.command(classPath, TestKitStart.class, cloud));
            String[] seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", 2);
            process.waitFor();
            starts.add(Double.valueOf(seen[0]));
            resets.add(Double.valueOf(seen[1]));
        }
        return List.of(
                row(cloud + ": start to first answer, fresh JVM", "ms", middle(starts), START),
                row(cloud + ": the first reset, fresh JVM", "ms", middle(resets), RESET));
    }

    private String tour(int number) throws IOException, InterruptedException {
        List<String> command = Java.command(classPath, TestKit.class);
        command.set(command.size() - 1, "io.github.cloudlb.examples.Tour");
        List<Double> tours = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tours.add(1000 * Java.timed(command)[0]);
        }
        return row("the tour of both clouds' examples, JVM start included", "ms", middle(tours), TOUR);
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
