package io.github.cloudlb.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts processes of the same JDK. */
final class Java {
    private Java() {}

    static List<String> command(List<Path> classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        succeeded(start(command), command);
    }

    /** Seconds of the wall clock and of all processors from start to end, as the operating system counts them. */
    static double[] timed(List<String> command) throws IOException, InterruptedException {
        Path times = Files.createTempFile("times", ".txt");
        List<String> whole = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%3R %3U %3S'; time \"$@\"", "timed"));
        whole.addAll(command);
        Process process =
                new ProcessBuilder(whole).redirectError(times.toFile()).start();
        String[] seen;
        try {
            succeeded(process, command);
        } finally {
            String text = Files.readString(times).strip();
            seen = text.substring(text.lastIndexOf('\n') + 1).split(" ");
            Files.delete(times);
        }
        return new double[] {Double.parseDouble(seen[0]), Double.parseDouble(seen[1]) + Double.parseDouble(seen[2])};
    }

    static int loadedClasses(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("classes", ".txt");
        List<String> logging = new ArrayList<>(command);
        logging.add(1, "-Xlog:class+load:file=" + log + "::filecount=0");
        run(logging);
        int loaded = 0;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            loaded += line.contains(" source: ") ? 1 : 0;
        }
        Files.delete(log);
        return loaded;
    }

    private static void succeeded(Process process, List<String> command) throws IOException, InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("failed: " + command);
        }
    }
}
