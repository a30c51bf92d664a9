package io.github.cloudlb.alibaba;

import io.github.cloudlb.testkit.FakeCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.Map;

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
        return WireTestBase.parameters(pairs);
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
        WireTestBase.assertSent(cloud, "2022-04-30", action, query, form);
    }
}
