package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The runnable jar as it was packaged, in a JVM of its own. */
class StandaloneJarIT {
    private static final String JAR = System.getProperty("standalone.jar");

    @Test
    void servesUntilItIsToldToEnd() throws Exception {
        Process process = java("--cloud", "octavia", "--port", "0");
        try (BufferedReader out = process.inputReader(UTF_8)) {
            String line = out.readLine();
            while (!line.startsWith("export CLOUDLB_TESTKIT_URI=")) {
                line = out.readLine();
            }
            URI uri = URI.create(line.replaceAll(".*='(.*)'", "$1"));

            assertThat(new Browser(uri).get("/load-balancer/").body()).contains("v2.26");

            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void knowsItsVersion() throws Exception {
        assertThat(output(java("--version"), 0)).matches("cloudlb-testkit \\d.*");
    }

    @Test
    void endsWithTwoIfTheArgumentsAreWrong() throws Exception {
        assertThat(output(java("--cloud", "aws"), 2)).startsWith("Invalid value for option '--cloud'");
    }

    private static Process java(String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                JAR),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process, int code) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(output).isEqualTo(code);
        return output;
    }
}
