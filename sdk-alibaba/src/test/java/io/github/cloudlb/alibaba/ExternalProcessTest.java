package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The CLI's mode External: a program says the key. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExternalProcessTest extends CredentialsTestBase {
    private AlibabaCredentials credentials() {
        return AlibabaCredentials.profile("me", around(Map.of()));
    }

    private void programSays(String output) {
        program("cat '" + write("said", output) + "'");
    }

    /** Its folder has a blank in its name. */
    private void program(String script) {
        String path = write("a folder/program", script + "\n").toString();
        write(
                ".aliyun/config.json",
                "{\"profiles\": [{\"name\": \"me\", \"mode\": \"External\", \"process_command\": \"sh '" + path
                        + "' top-secret\"}]}");
    }

    private static String key(String id) {
        return "{\"mode\": \"StsToken\", \"access_key_id\": \"" + id + "\", \"access_key_secret\": \"top-secret\","
                + " \"sts_token\": \"token-of-" + id + "\", \"expiration\": \"2026-03-04T06:06:07Z\"}";
    }

    @Test
    void saysAKeyThatEnds() {
        programSays(key("first"));
        AlbClient client = client(credentials());
        assertThat(asked(client).header("x-acs-security-token")).contains("token-of-first");

        time.passes(Duration.ofMinutes(54));
        programSays(key("second").replace("T06", "T09"));
        assertThat(keyOf(client)).isEqualTo("first");
        time.passes(Duration.ofMinutes(2));
        assertThat(keyOf(client)).isEqualTo("second");
    }

    @Test
    void isAskedAgainAfterAWhileForAKeyThatDoesNotSayWhenItEnds() {
        programSays("{\"access_key_id\": \"first\", \"access_key_secret\": \"top-secret\"}");
        AlbClient client = client(credentials());
        assertThat(keyOf(client)).isEqualTo("first");

        programSays("{\"access_key_id\": \"second\", \"access_key_secret\": \"top-secret\"}");
        time.passes(Duration.ofMinutes(15));
        assertThat(keyOf(client)).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo top-secret >&2; exit 3",
                "echo top-secret",
                "echo '{\"access_key_secret\": \"top-secret\"}'",
                "echo '{\"mode\": \"top-secret\"}'",
                "echo '{\"access_key_id\": \"i\", \"access_key_secret\": \"top-secret\", \"expiration\": \"top-secret\"}'",
                "echo '{\"access_key_id\": \"i\", \"access_key_secret\": \"top-secret\","
                        + " \"expiration\": \"2020-01-01T00:00:00Z\"}'"
            })
    void thatSaysNothingUsableIsNotShown(String script) {
        program(script);

        assertThatThrownBy(() -> asked(client(credentials())))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("program")
                .satisfies(failure -> assertThat(Secrets.allOf(failure)).doesNotContain("top-secret"));
    }

    @Test
    void thatIsNotThereIsSaidToBe() {
        write(
                ".aliyun/config.json",
                "{\"profiles\": [{\"name\": \"me\", \"mode\": \"External\", \"process_command\": \"/no/such/program\"}]}");

        assertThatThrownBy(() -> asked(client(credentials())))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("a program that cannot be run");
    }

    @Test
    void endsWithTheCallThatNeedsIt() {
        program("exec sleep 1000");
        AlbClient client = opened(builder()
                .callLimit(Duration.ofMillis(20))
                .credentials(credentials())
                .build());

        assertThatThrownBy(() -> asked(client))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("did not end in time");
        assertThat(ProcessHandle.current().children())
                .filteredOn(child -> child.info().commandLine().orElse("").contains("sleep 1000"))
                .allSatisfy(child -> child.onExit().get(10, TimeUnit.SECONDS));
    }
}
