package io.github.cloudlb.alibaba;

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
                                + " \"ServerGroups\": [], \"Servers\": [], \"Jobs\": []}");
        client.send(request);
        return new Sent(cloud.requests().get(cloud.requests().size() - 1));
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

        /** Query and form together, but for a token that nobody asked for. */
        public Map<String, String> withoutDrawnToken(Request<?> of) {
            Map<String, String> all = query();
            all.putAll(form());
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
