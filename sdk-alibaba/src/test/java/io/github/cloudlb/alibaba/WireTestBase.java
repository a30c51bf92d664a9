package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at what goes out, whatever comes back. */
public abstract class WireTestBase {
    @RegisterExtension
    protected final FakeCloud cloud = FakeCloud.started();

    protected final VirtualTime time = new VirtualTime();
    protected final AlbClient client = AlbClient.builder()
            .endpoint(cloud.uri())
            .credentials(AlibabaCredentials.of("my-id", "my-secret"))
            .time(time)
            .build();

    protected WireTestBase() {}

    @AfterEach
    void close() {
        client.close();
    }

    protected Sent sent(Request<?> request) {
        cloud.on("POST /")
                .answers(
                        200,
                        "{\"RequestId\": \"req-1\", \"JobId\": \"job-1\", \"ServerGroupId\": \"sgp-1\","
                                + " \"ServerGroups\": [], \"Servers\": [], \"Jobs\": [],"
                                + " \"LoadBalancers\": [], \"Regions\": []}");
        client.send(request);
        return new Sent(cloud.requests().get(cloud.requests().size() - 1));
    }

    /** What is answered next. */
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

    /** What went out was this operation and nothing else, with all of it in the query, each as {@code Name=value}. */
    protected void assertSent(String action, String... query) {
        assertSent(action, parameters(query), Map.of());
    }

    /** What went out was this operation and nothing else. */
    protected void assertSent(String action, Map<String, String> query, Map<String, String> form) {
        assertSent(cloud, "2020-06-16", action, query, form);
    }

    static void assertSent(
            FakeCloud cloud, String version, String action, Map<String, String> query, Map<String, String> form) {
        assertThat(cloud.requests()).hasSize(1);
        Sent sent = new Sent(cloud.requests().get(0));
        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /");
        assertThat(sent.headersOfTheService())
                .containsExactlyInAnyOrder(
                        "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");
        assertThat(sent.header("x-acs-action")).isEqualTo(action);
        assertThat(sent.header("x-acs-version")).isEqualTo(version);
        assertThat(sent.header("accept")).isEqualTo("application/json");
        assertThat(sent.header("content-type")).isEqualTo(form.isEmpty() ? "" : "application/x-www-form-urlencoded");
        assertThat(sent.header("content-length"))
                .isEqualTo(String.valueOf(sent.request().body().length()));
        assertThat(sent.header("transfer-encoding")).isEmpty();
        assertThat(sent.query()).isEqualTo(query);
        assertThat(sent.form()).isEqualTo(form);
    }

    /** Another page follows, which this asks for; beside its items the page says what each {@code Name=value} says. */
    protected static <T> void assertGoesOn(Page<T> page, Request<Page<T>> next, String... beside) {
        assertThat(page.next()).contains(next);
        assertThat(page.envelope()).isEqualTo(parameters(beside));
    }

    /** Never leaves, because of this value. */
    protected void assertRefused(Request<?> request, String field, String value, String allowed) {
        assertThatThrownBy(() -> client.send(request)).isInstanceOfSatisfying(InvalidInputException.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.value()).isEqualTo(value);
            assertThat(refused.allowed()).isEqualTo(allowed);
        });
        assertThat(cloud.requests()).isEmpty();
    }

    /** A request, decoded. */
    public record Sent(RecordedRequest request) {
        public String method() {
            return request.method();
        }

        public String path() {
            return request.path();
        }

        public String header(String name) {
            return request.header(name).orElse("");
        }

        public List<String> headersOfTheService() {
            return request.headers().keySet().stream()
                    .filter(name -> name.startsWith("x-acs-"))
                    .toList();
        }

        public Map<String, String> query() {
            return decoded(request.query());
        }

        public Map<String, String> form() {
            return decoded(request.body());
        }

        /** Query and form together. */
        public Map<String, String> parameters() {
            Map<String, String> all = query();
            all.putAll(form());
            return all;
        }

        /** Query and form together, but for a token that nobody asked for. */
        public Map<String, String> withoutDrawnToken(Request<?> of) {
            Map<String, String> all = parameters();
            if (!of.toString().contains("clientToken=c-")) {
                all.remove("ClientToken");
            }
            return all;
        }

        private static Map<String, String> decoded(String encoded) {
            Map<String, String> decoded = new TreeMap<>();
            for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                decoded.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return decoded;
        }
    }
}
