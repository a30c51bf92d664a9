package io.github.cloudlb.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cloudlb.core.InvalidInputException;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SecretsTest {
    @RegisterExtension
    static final FakeCloud cloud = FakeCloud.started();

    private static final String SECRET = "s3cr3t-Of-Mine";
    private static final String LOGIN = "POST /v3/auth/tokens";

    @AutoClose
    private final OpenStackClient client = login(OpenStackCredentials.password("Default", "demo", SECRET, "demo"));

    @TempDir
    Path folder;

    static Stream<OpenStackCredentials> credentials() {
        return Stream.of(
                OpenStackCredentials.password("Default", "demo", SECRET, "demo"),
                OpenStackCredentials.password(Who.withId("u-1"), SECRET, Who.withId("p-1")),
                OpenStackCredentials.applicationCredential("ac-1", SECRET),
                OpenStackCredentials.applicationCredential("ac", Who.named("demo", "Default"), SECRET),
                OpenStackCredentials.token(SECRET),
                OpenStackCredentials.token(SECRET).forProject(Who.withId("p-1")),
                OpenStackCredentials.accessKey("AK", SECRET, "p-1"),
                OpenStackCredentials.temporaryAccessKey("AK", SECRET, SECRET, "p-1")
                        .signedPlainly());
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void credentialsDoNotShowTheirSecret(OpenStackCredentials credentials) {
        assertThat(credentials).asString().doesNotContain(SECRET);
        assertThat(new CreateToken(credentials, Instant::now)).asString().doesNotContain(SECRET);
        assertThat(credentials.secret()).asString().doesNotContain(SECRET);
        assertThat(Token.given(SECRET, List.of())).asString().doesNotContain(SECRET);
    }

    @Test
    void noFailureOfALoginShowsThePassword() {
        for (int status : new int[] {400, 401, 403, 404, 409, 413, 500, 503}) {
            cloud.on(LOGIN)
                    .answers(status, "{\"error\": {\"code\": " + status + ", \"message\": \"no\"}}")
                    .always();
            assertHidden(catchThrowable(() -> client.pools().getPool("p-1")));
            cloud.reset();
        }
        cloud.on(LOGIN).fault(Fault.RESET).always();
        assertHidden(catchThrowable(() -> client.pools().getPool("p-1")));
        cloud.reset();
        cloud.on(LOGIN).answers(201, "this is no token").always();
        assertHidden(catchThrowable(() -> client.pools().getPool("p-1")));
    }

    @Test
    void noFailureOfACallShowsTheToken() {
        cloud.on(LOGIN)
                .answers(
                        201,
                        "application/json",
                        "{\"token\": {\"expires_at\": \"2026-11-22T05:45:59.000000Z\", \"catalog\": []}}",
                        "X-Subject-Token",
                        SECRET)
                .always();
        assertHidden(catchThrowable(() -> client.pools().getPool("p-1")));

        try (OpenStackClient known = Clients.of(cloud)
                .credentials(OpenStackCredentials.token(SECRET))
                .build()) {
            for (int status : new int[] {400, 401, 404, 500}) {
                cloud.on("GET /v2.0/lbaas/pools/p-1").answers(status, "no").always();
                assertHidden(catchThrowable(() -> known.pools().getPool("p-1")));
                cloud.reset();
            }
        }
    }

    @Test
    void noFailureOfASignedCallShowsTheKey() {
        try (OpenStackClient signed = Clients.of(cloud)
                .credentials(OpenStackCredentials.temporaryAccessKey("AK", SECRET, SECRET, "p-1"))
                .build()) {
            for (int status : new int[] {400, 401, 404, 500}) {
                cloud.on("GET /v2.0/lbaas/pools/p-1").answers(status, "no").always();
                assertHidden(catchThrowable(() -> signed.pools().getPool("p-1")));
                cloud.reset();
            }
        }
    }

    @Test
    void aCacheOfTokensShowsNone() {
        TokenCache tokens = TokenCache.inMemory();
        try (OpenStackClient cached = Clients.of(cloud)
                .authUrl(cloud.uri())
                .credentials(OpenStackCredentials.password("Default", "demo", SECRET, "demo"))
                .tokens(tokens)
                .build()) {
            cloud.on(LOGIN)
                    .answers(
                            201,
                            "application/json",
                            "{\"token\": {\"project\": {\"id\": \"p\"}}}",
                            "X-Subject-Token",
                            SECRET);
            assertHidden(catchThrowable(() -> cached.pools().getPool("p-1")));
        }
        assertThat(tokens).asString().doesNotContain(SECRET);
    }

    @Test
    void whatNoHeaderCanHoldIsRefusedUnseen() {
        assertHidden(catchThrowable(() -> OpenStackCredentials.token(SECRET + "\n")));
        assertHidden(catchThrowable(() -> OpenStackCredentials.accessKey(SECRET + "\n", "sk", "p-1")));
        assertHidden(catchThrowable(() -> OpenStackCredentials.temporaryAccessKey("ak", "sk", SECRET + "\n", "p-1")));
    }

    @Test
    void noMistakeInAConfigurationShowsWhatIsSecretInIt() throws IOException {
        Path file = folder.resolve("clouds.yaml");
        for (String mistake : List.of(
                "auth: {password: SECRET}",
                "auth: {username: u, password: SECRET}",
                "auth: {ak: AK, sk: SECRET}",
                "auth: {token: SECRET}",
                "auth: {token: 'SECRET x', auth_url: 'https://k.example'}",
                "auth: {auth_url: 'https://{region_name}.example', username: u, password: SECRET}",
                "auth: {auth_url: 'https://u:SECRET@k.example', token: t}",
                "auth: {auth_url: 'https://u:SECRET@k.example/v2.0', token: t}",
                "auth: {auth_url: 'https://u:SECRET@ k.example', token: t}",
                "auth: {SECRET: x}",
                "auth: {application_credential_secret: SECRET}")) {
            Files.writeString(file, "clouds: {a: {" + mistake.replace("SECRET", SECRET) + "}}");
            assertHidden(catchThrowable(() ->
                    OpenStackClient.builder().cloud("a").build(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()))));
        }
    }

    @Test
    void aFileThatIsNotYamlIsNotQuoted() throws IOException {
        Path file = folder.resolve("clouds.yaml");
        for (String password :
                List.of("\"" + SECRET, "*" + SECRET, "'" + SECRET + "' x", "[" + SECRET, "\"\\q" + SECRET)) {
            Files.writeString(
                    file,
                    "clouds:\n  a:\n    auth:\n      auth_url: http://localhost\n      password: " + password + "\n");
            Throwable failure = catchThrowable(
                    () -> OpenStackClient.builder().cloud("a").build(Map.of("OS_CLIENT_CONFIG_FILE", file.toString())));
            assertHidden(failure);
            assertThat(failure).isInstanceOf(InvalidInputException.class).hasMessageContaining("line ");
        }
    }

    private static void assertHidden(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(SECRET);
    }

    private static OpenStackClient login(OpenStackCredentials credentials) {
        return OpenStackClient.builder()
                .authUrl(URI.create(cloud.uri() + "/v3"))
                .credentials(credentials)
                .time(Clients.time())
                .build();
    }
}
