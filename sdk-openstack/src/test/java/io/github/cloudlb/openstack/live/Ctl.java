package io.github.cloudlb.openstack.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The levers of {@code live/octavia}: only where these scripts started the servers, which {@code OCTAVIA_HOME} tells. */
final class Ctl {
    private Ctl() {}

    /** Runs {@code live/octavia/ctl} and returns what it printed; skips the test where it cannot work. */
    static String run(String... arguments) {
        Environment.optional(
                "OCTAVIA_HOME", "only servers that live/octavia/up started can be brought into such a state");
        Path script = Path.of(System.getProperty("basedir", "."), "..", "live", "octavia", "ctl");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed");
            }
            return printed.strip();
        } catch (IOException broken) {
            throw new IllegalStateException(command + ": " + broken, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", interrupted);
        }
    }
}
