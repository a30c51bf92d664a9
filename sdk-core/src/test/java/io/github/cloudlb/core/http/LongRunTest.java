package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.CallOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a process notices of a client: neither more memory nor a longer life. */
@Timeout(120)
class LongRunTest extends CallTest {
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void tenThousandCallsUseOneConnectionAndNoMoreMemory() {
        ApiClient client = against(Replies.named("t"));

        send(client, 2_000);
        long early = used();
        send(client, 8_000);

        assertThat(used() - early).isLessThan(4 * MEBIBYTE);
        assertThat(cloud.connections()).isEqualTo(1);
        assertThat(engine.http().connectionPool().connectionCount()).isEqualTo(1);
    }

    private static void send(ApiClient client, int calls) {
        for (int i = 1; i <= calls; i++) {
            client.with(CallOptions.limit(Duration.ofSeconds(60 + i))).send(new Things.Get("t"));
        }
    }

    @SuppressWarnings("SystemGc") // its effect is what is measured
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aProcessThatClosesNothingEndsWithItsMain() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("t t");
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    /** One call on its own thread, one on a thread of the client, and no close. */
    static final class Main extends CallTest {
        public static void main(String[] arguments) {
            ApiClient client = new Main().against(Replies.named("t"));
            String first = client.send(new Things.Get("t"));
            System.out.println(
                    first + " " + client.sendAsync(new Things.Get("t")).join());
        }
    }
}
