package io.github.cloudlb.benchmarks;

import io.github.cloudlb.benchmarks.ColdStarts.ClassPaths;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures everything and writes RESULTS.md; see README.md. */
final class Main {
    private static final double MOST_MEGABYTES = 5;

    private final Path root;
    private final boolean quick;
    private final List<Path> own;

    private Main(Path root, boolean quick) {
        this.root = root;
        this.quick = quick;
        this.own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** Arguments: the project's root, and {@code --quick} for fewer rounds. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        new Main(Path.of(args[0]), Arrays.asList(args).contains("--quick")).run();
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        int processes = quick ? 2 : 9;
        int starts = quick ? 5 : 15;
        int forks = quick ? 1 : 3;
        Process server = Java.start(Java.command(own, LoopbackServer.class));
        List<Ratio> calls;
        List<Ratio> cold;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            String port = said.readLine();
            says("whole calls");
            calls = wholeCalls(port, processes);
            says("cold starts");
            cold = new ColdStarts(starts).measured(URI.create("http://127.0.0.1:" + port), classPaths());
        } finally {
            server.destroy();
        }
        says("parts of a call");
        List<Ratio> parts = Parts.measured(forks, quick ? TimeValue.milliseconds(250) : TimeValue.milliseconds(500));
        String rounds = processes + " processes of 11 rounds of 400 whole calls, " + starts + " cold starts, " + forks
                + " JMH forks";
        String results = report(rounds, calls, cold, parts);
        Files.writeString(root.resolve("benchmarks/RESULTS.md"), results);
        System.out.print(results);
    }

    private List<Ratio> wholeCalls(String port, int processes) throws IOException, InterruptedException {
        Map<String, Ratio> results = new LinkedHashMap<>();
        for (int process = 0; process < processes; process++) {
            for (Ratio seen : wholeCalls(port)) {
                results.computeIfAbsent(seen.what(), what -> seen.empty()).addMiddleOf(seen);
            }
        }
        return List.copyOf(results.values());
    }

    @SuppressWarnings("unchecked") // written by WholeCalls
    private List<Ratio> wholeCalls(String port) throws IOException, InterruptedException {
        Path file = Files.createTempFile("calls", ".ser");
        Java.run(Java.command(own, WholeCalls.class, port, "11", "400", file.toString()));
        try (InputStream in = Files.newInputStream(file);
                ObjectInputStream objects = new ObjectInputStream(in)) {
            return (List<Ratio>) objects.readObject();
        } catch (ClassNotFoundException impossible) {
            throw new IOException(impossible);
        } finally {
            Files.delete(file);
        }
    }

    private ClassPaths classPaths() throws IOException {
        // This module's own classes, and a logger that says nothing.
        List<Path> more = new Jars(own).only("cloudlb-benchmarks", "slf4j-nop");
        Jars openStack = openStack();
        List<Path> okHttp = new ArrayList<>(openStack.only("okhttp", "okio", "kotlin", "annotations"));
        okHttp.addAll(more);
        return new ClassPaths(openStack.with(more), alibaba().with(more), okHttp);
    }

    private Jars openStack() throws IOException {
        return Jars.of(root.resolve("sdk-openstack"));
    }

    private Jars alibaba() throws IOException {
        return Jars.of(root.resolve("sdk-alibaba"));
    }

    private String report(String rounds, List<Ratio> calls, List<Ratio> cold, List<Ratio> parts) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Results\n");
        lines.add("Written by `benchmarks/run`; [README.md](README.md) says what each line means.\n");
        lines.add("JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + LocalDate.now(ZoneOffset.UTC) + "; " + rounds
                + ". The ratio is the median of the pairs' ratios, its 95 % interval beside it.\n");
        lines.add("| what | unit | floor | SDK | ratio | interval | target | |");
        lines.add("|---|---|---:|---:|---:|---|---|---|");
        calls.forEach(ratio -> lines.add(ratio.row()));
        cold.forEach(ratio -> lines.add(ratio.row()));
        lines.add(openStack().row("OpenStack alone", MOST_MEGABYTES));
        lines.add(alibaba().row("Alibaba Cloud alone", MOST_MEGABYTES));
        lines.add(openStack().and(alibaba()).row("both", MOST_MEGABYTES));
        parts.forEach(ratio -> lines.add(ratio.row()));
        lines.add("\n## Jars\n");
        lines.add("| file | bytes |\n|---|---:|");
        openStack().and(alibaba()).sizes().forEach((name, size) -> lines.add("| " + name + " | " + size + " |"));
        lines.add("\n## Raw numbers\n\n```");
        Stream.of(calls, cold, parts).flatMap(List::stream).forEach(ratio -> lines.add(ratio.raw()));
        lines.add("```\n");
        return String.join("\n", lines);
    }

    private static void says(String what) {
        System.err.println("measuring " + what);
    }
}
