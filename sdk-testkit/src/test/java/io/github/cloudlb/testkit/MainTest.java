package io.github.cloudlb.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.testkit.internal.http.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line, in this JVM; {@link StandaloneJarIT} has the jar. */
class MainTest {
    private static final Pattern URI_LINE = Pattern.compile("(?m)^export CLOUDLB_TESTKIT_URI='(.*)'$");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Main main = new Main();

    @AfterEach
    void close() {
        main.close();
    }

    @ParameterizedTest
    @CsvSource({
        "octavia, export OS_AUTH_URL='http://127.0.0.1:",
        "OCTAVIA, export OS_PASSWORD='testkit-password'",
        "otc, export HUAWEICLOUD_SDK_AK='",
        "alb, export ALIBABA_CLOUD_ACCESS_KEY_ID='",
        "nlb, export NLB_ENDPOINT='127.0.0.1:"
    })
    void tellsAShellWhereTheCloudIs(String cloud, String line) throws Exception {
        assertThat(run("--cloud", cloud, "--port", "0")).isZero();

        assertThat(out.toString()).startsWith("# " + Text.lower(cloud) + " at http://127.0.0.1:");
        assertThat(out.toString().lines().skip(1)).allMatch(each -> each.matches("export [A-Z_]+='[^']+'"));
        assertThat(out.toString()).contains(line);
        assertThat(new Browser(uri()).get("/_testkit/journal").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "--port 0,                          Missing required option: '--cloud=<cloud>'",
        "--cloud aws,                       Invalid value for option '--cloud'",
        "--cloud alb --port 65536,          Invalid value for option '--port': 65536 is not 0 to 65535",
        "--cloud alb --port -1,             Invalid value for option '--port': -1 is not 0 to 65535",
        "--cloud alb --port x,              Invalid value for option '--port'",
        "--cloud alb --colour red,          Unknown options: '--colour'"
    })
    void saysWhatIsWrongWithTheArguments(String arguments, String complaint) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        assertThat(err.toString()).startsWith(complaint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysThatAPortIsTaken() {
        try (AlbServer other = AlbServer.start()) {
            assertThat(run(
                            "--cloud",
                            "alb",
                            "--port",
                            String.valueOf(other.uri().getPort())))
                    .isEqualTo(2);
        }

        assertThat(err.toString()).contains("cannot listen on ").contains("Address already in use");
    }

    @Test
    void saysThatThereIsNoSuchSeed() {
        assertThat(run(
                        "--cloud",
                        "octavia",
                        "--seed",
                        Path.of("no", "such.yaml").toString()))
                .isEqualTo(2);

        assertThat(err.toString())
                .startsWith("Invalid value for option '--seed'")
                .contains("such.yaml: there is no such file");
    }

    @Test
    void saysThatASeedIsNoText(@TempDir Path directory) throws Exception {
        Path seed = Files.write(directory.resolve("seed.yaml"), new byte[] {'a', (byte) 0xFF});

        assertThat(run("--cloud", "alb", "--seed", seed.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("seed.yaml: it is not in UTF-8");
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains("Usage: cloudlb-testkit", "--cloud", "--port", "--seed", "octavia, otc, alb, nlb");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).startsWith("cloudlb-testkit ");
    }

    private int run(String... arguments) {
        return main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private URI uri() {
        Matcher line = URI_LINE.matcher(out.toString());
        assertThat(line.find()).isTrue();
        return URI.create(line.group(1));
    }
}
