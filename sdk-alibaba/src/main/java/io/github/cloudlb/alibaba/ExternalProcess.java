package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.core.wire.Times;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A program that writes a key to its output, as the settings of a profile would be; run anew for each key. Neither its
 * command nor what it says is shown.
 */
record ExternalProcess(Profile profile, List<String> command) implements SessionSource.Issuer {
    private static final Message RUN = Message.post();
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final int LONGEST = 64 * 1024;
    /** How long a key is taken for valid that does not say. */
    private static final Duration UNSAID = Duration.ofMinutes(15);

    private static final String EXPIRATION = "expiration";

    static KeySource of(Profile profile) throws NotSetUpException {
        List<String> words = WORD.matcher(profile.needed("process_command"))
                .results()
                .map(ExternalProcess::word)
                .toList();
        return new SessionSource("program of " + profile.where(), new ExternalProcess(profile, words));
    }

    private static String word(MatchResult word) {
        return word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3);
    }

    @Override
    public Session issue(CallState call, Origin origin) {
        try {
            return session(output(call), origin);
        } catch (NotSetUpException useless) {
            throw NoCredentialsException.because(call, useless.reason());
        } catch (IOException | ExecutionException | TimeoutException broken) {
            throw NoCredentialsException.because(call, "the " + profile + " names a program that cannot be run");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw call.timedOut(RUN, "interrupted while a program was run");
        }
    }

    private byte[] output(CallState call)
            throws NotSetUpException, IOException, ExecutionException, TimeoutException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        try {
            process.getOutputStream().close();
            FutureTask<byte[]> output =
                    new FutureTask<>(() -> process.getInputStream().readNBytes(LONGEST));
            Thread reader = new Thread(output, "cloudlb-credentials");
            reader.setDaemon(true);
            reader.start();
            if (!call.awaits(nanos -> process.waitFor(nanos, TimeUnit.NANOSECONDS), RUN)) {
                throw call.timedOut(RUN, "the program of " + profile + " did not end in time");
            }
            if (process.exitValue() != 0) {
                throw profile.because("names a program that ended with " + process.exitValue());
            }
            return output.get(1, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
    }

    private Session session(byte[] output, Origin origin) throws NotSetUpException {
        Map<String, String> said;
        try {
            said = JsonReader.read(new Answer(200, List.of(), output), () -> "cli", JsonReader::map);
        } catch (RuntimeException unreadable) {
            throw profile.because("names a program whose output is no JSON object");
        }
        Profile key = new Profile("the output of the program of " + profile, said);
        String mode = key.text("mode");
        if (!List.of("", "AK", "StsToken").contains(mode)) {
            throw key.because("has another mode than AK and StsToken");
        }
        return Session.lasting(key.key("sts_token").key(), origin.now(), left(key, origin));
    }

    private static Duration left(Profile key, Origin origin) throws NotSetUpException {
        if (!key.has(EXPIRATION)) {
            return UNSAID;
        }
        try {
            Instant end = Times.read(key.text(EXPIRATION));
            Duration left = Duration.between(origin.clock().now(), end);
            if (left.isNegative() || left.isZero()) {
                throw key.because("has ended already");
            }
            return left;
        } catch (RuntimeException none) {
            throw key.because("has an expiration that is no time");
        }
    }

    @Override
    public String toString() {
        return "ExternalProcess{" + profile + "}";
    }
}
