package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.job.ListAsynJobs;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that is asked, and stand-ins for all who hand out keys: STS, the metadata service, an address. */
abstract class CredentialsTestBase {
    static final String PUT_TOKEN = "PUT /latest/api/token";
    static final String GET_ROLES = "GET /latest/meta-data/ram/security-credentials/";
    static final String GET_KEY = "GET /key";
    static final String ASSUME = "POST /";
    static final int THREADS = 200;
    static final String ROLE = "acs:ram::1:role/web";
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,]*),");

    @RegisterExtension
    final FakeCloud alb = FakeCloud.started();

    @RegisterExtension
    final FakeCloud sts = FakeCloud.started();

    @RegisterExtension
    final FakeCloud metadata = FakeCloud.started();

    @RegisterExtension
    final FakeCloud address = FakeCloud.started();

    @TempDir
    Path home;

    final VirtualTime time = new VirtualTime();
    private final List<AlbClient> clients = new ArrayList<>();

    @AfterEach
    void closeClients() {
        clients.forEach(AlbClient::close);
    }

    AlbClient.Builder builder() {
        return AlbClient.builder().endpoint(alb.uri()).time(time);
    }

    AlbClient client(AlibabaCredentials credentials) {
        return opened(builder().credentials(credentials).build());
    }

    AlbClient opened(AlbClient client) {
        clients.add(client);
        return client;
    }

    /** What a process finds: these variables, the folder and the metadata service of this test. */
    Surroundings around(Map<String, String> environment) {
        return new Surroundings(environment, Optional.of(home), Optional.of(metadata.uri()), Duration.ofMinutes(1));
    }

    /** Asks the service for something, and tells whose key signed that. */
    String keyOf(AlbClient client) {
        return keyOf(asked(client));
    }

    RecordedRequest asked(AlbClient client) {
        alb.on("POST /").answers(200, "{\"RequestId\": \"req-1\", \"Jobs\": []}");
        client.send(ListAsynJobs.builder().build());
        return last(alb);
    }

    /** Two hundred threads ask at the same time, as many through each client. */
    void everybodyAsks(AlbClient... through) throws Exception {
        for (FakeCloud cloud : List.of(alb, sts)) {
            cloud.on("POST /")
                    .answers(200, "{\"RequestId\": \"req-1\", \"Jobs\": []}")
                    .always();
        }
        CountDownLatch start = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                AlbClient client = through[i % through.length];
                asked.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return client.send(ListAsynJobs.builder().build());
                }));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static String keyOf(RecordedRequest request) {
        Matcher credential = CREDENTIAL.matcher(request.header("authorization").orElse(""));
        return credential.find() ? credential.group(1) : "";
    }

    static RecordedRequest last(FakeCloud cloud) {
        return cloud.requests().get(cloud.requests().size() - 1);
    }

    /** As the metadata service and a credentials URI tell a key. */
    String key(String id, Duration lasting) {
        return "{\"Code\": \"Success\", " + fields(id, lasting) + "}";
    }

    /** As STS does. */
    String credentials(String id, Duration lasting) {
        return "{\"RequestId\": \"req-1\", \"Credentials\": {" + fields(id, lasting)
                + "}, \"AssumedRoleUser\": {\"Arn\": \"a\"}}";
    }

    private String fields(String id, Duration lasting) {
        return "\"AccessKeyId\": \"" + id + "\", \"AccessKeySecret\": \"secret-of-" + id
                + "\", \"SecurityToken\": \"token-of-" + id + "\", \"Expiration\": \""
                + time.now().plus(lasting) + "\"";
    }

    /** An answer, dated now. */
    Script answers(Script script, String body) {
        return script.answers(200, "application/json", body, "Date", date(time.now()));
    }

    static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The instance has a role of this name, and asks for a token first. */
    void instanceRole(String name, String keyId) {
        metadata.on(PUT_TOKEN).answers(200, "imds-token").always();
        metadata.on(GET_ROLES).answers(200, "text/plain", name).always();
        answers(metadata.on(GET_ROLES + name), key(keyId, Duration.ofHours(6))).always();
    }

    URI keyAddress() {
        return address.uri().resolve("/key");
    }

    Role role() {
        return Role.builder().arn(ROLE).stsEndpoint(sts.uri()).build();
    }

    Path write(String file, String content) {
        try {
            Path path = home.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
