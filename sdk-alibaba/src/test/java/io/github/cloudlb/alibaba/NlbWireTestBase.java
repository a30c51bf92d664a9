package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.alibaba.WireTestBase.Sent;
import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.Map;
import java.util.TreeMap;

/** Looks at what goes out to NLB, and reads what comes back. */
public abstract class NlbWireTestBase {
    @RegisterExtension
    protected final FakeCloud cloud = FakeCloud.started();

    protected final VirtualTime time = new VirtualTime();
    protected final NlbClient nlb = NlbClient.builder()
            .endpoint(cloud.uri())
            .credentials(AlibabaCredentials.of("my-id", "my-secret"))
            .time(time)
            .build();

    protected NlbWireTestBase() {}

    @AfterEach
    void close() {
        nlb.close();
    }

    /** The next answer. */
    protected void answer(String json) {
        cloud.on("POST /").answers(200, json);
    }

    /** Parameters of a query or a form, each as {@code Name=value}. */
    protected static Map<String, String> parameters(String... pairs) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts[1]);
        }
        return parameters;
    }

    /** What went out was this write and nothing else. */
    protected void assertSent(String action, String... form) {
        assertSent(action, Map.of(), parameters(form));
    }

    /** What went out was this read and nothing else. */
    protected void assertAsked(String action, String... query) {
        assertSent(action, parameters(query), Map.of());
    }

    protected void assertSent(String action, Map<String, String> query, Map<String, String> form) {
        assertThat(cloud.requests()).hasSize(1);
        Sent sent = new Sent(cloud.requests().get(0));
        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /");
        assertThat(sent.headersOfTheService())
                .containsExactlyInAnyOrder(
                        "x-acs-action",
                        "x-acs-content-sha256",
                        "x-acs-date",
                        "x-acs-signature-nonce",
                        "x-acs-version");
        assertThat(sent.header("x-acs-action")).isEqualTo(action);
        assertThat(sent.header("x-acs-version")).isEqualTo("2022-04-30");
        assertThat(sent.header("content-type")).isEqualTo(form.isEmpty() ? "" : "application/x-www-form-urlencoded");
        assertThat(sent.query()).isEqualTo(query);
        assertThat(sent.form()).isEqualTo(form);
    }
}
