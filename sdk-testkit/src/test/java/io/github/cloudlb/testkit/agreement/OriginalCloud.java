package io.github.cloudlb.testkit.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real one, which {@code live/octavia/up} has started and whose variables are set. */
final class OriginalCloud implements Cloud {
    @Override
    public boolean isOriginal() {
        return true;
    }

    @Override
    public String authUri() {
        return variable("OS_AUTH_URL");
    }

    @Override
    public User user() {
        return new User(
                variable("OS_USERNAME"),
                variable("OCTAVIA_USER_ID"),
                variable("OS_PASSWORD"),
                variable("OS_PROJECT_NAME"),
                variable("OCTAVIA_PROJECT_ID"));
    }

    /** Works in the user's project by a role of the whole cloud. */
    @Override
    public User administrator() {
        return new User(
                variable("OCTAVIA_ADMIN_USERNAME"),
                "",
                variable("OCTAVIA_ADMIN_PASSWORD"),
                variable("OCTAVIA_ADMIN_PROJECT_NAME"),
                "");
    }

    @Override
    public ApplicationCredential applicationCredential() {
        return new ApplicationCredential(
                variable("OCTAVIA_APP_CRED_ID"),
                variable("OCTAVIA_APP_CRED_NAME"),
                variable("OCTAVIA_APP_CRED_SECRET"));
    }

    @Override
    public String tokenThatEndsIn(int seconds) {
        return ctl("rawtoken", String.valueOf(seconds));
    }

    @Override
    public void pause(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void whileNothingIsCarriedOut(Runnable action) {
        ctl("pause-worker");
        try {
            action.run();
        } finally {
            ctl("resume-worker");
        }
    }

    @Override
    public void setStatus(String kind, String id, String status) {
        ctl("set", kind, id, status);
    }

    private static String ctl(String... arguments) {
        Path script = Path.of(System.getProperty("basedir", "."), "..", "live", "octavia", "ctl");
        List<String> command = Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
            return printed.strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: see live/octavia/README.md");
        }
        return value;
    }
}
