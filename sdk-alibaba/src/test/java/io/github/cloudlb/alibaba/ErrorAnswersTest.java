package io.github.cloudlb.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.ThrottledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

/** How errors read, whatever the form they come in. */
class ErrorAnswersTest extends AlbTestBase {
    private final AlbClient once = client.with(CallOptions.attempts(1));

    static Stream<Arguments> listedForRemovals() {
        return Stream.of(
                Arguments.of(400, "IncorrectStatus.ServerGroup", LockedException.class),
                Arguments.of(400, "ResourceInConfiguring.BackendServer", LockedException.class),
                Arguments.of(400, "ResourceInConfiguring", LockedException.class),
                Arguments.of(403, "Forbidden.ServerGroup", AccessDeniedException.class),
                Arguments.of(404, "ResourceNotFound.ServerGroup", NotFoundException.class),
                Arguments.of(404, "ResourceNotFound.BackendServer", NotFoundException.class));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("listedForRemovals")
    void tellAllTheServiceSaid(int status, String code, Class<? extends ServiceException> kind) {
        server.on(REMOVE).answers(status, error(code));

        ServiceException refused = refused(kind);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text()).isEqualTo("scripted");
        assertThat(refused.requestId()).isEqualTo("req-1");
        assertThat(refused.rawText()).isEqualTo(error(code));
        assertThat(refused.applied()).isEqualTo(Applied.NO);
        assertThat(refused)
                .hasMessageStartingWith("RemoveServersFromServerGroup{")
                .hasMessageEndingWith(": " + status + " " + code + " scripted (request req-1)");
        assertThat(serversLeft()).hasSize(1);
    }

    @Test
    void mayBeginTheirNamesWithSmallLetters() {
        server.on(REMOVE)
                .answers(
                        403,
                        "{\"code\": \"Forbidden.RAM\", \"message\": \"no\", \"requestId\": \"req-2\", \"data\": {}}");

        ServiceException refused = refused(AccessDeniedException.class);

        assertThat(refused.code()).isEqualTo("Forbidden.RAM");
        assertThat(refused.text()).isEqualTo("no");
        assertThat(refused.requestId()).isEqualTo("req-2");
    }

    @Test
    void mayTellDetailsWhyAccessIsDenied() {
        server.on(REMOVE)
                .answers(
                        403,
                        "{\"AccessDeniedDetail\": {\"Code\": \"x\", \"AuthAction\": \"alb:Remove\"},"
                                + " \"Code\": \"Forbidden.RAM\", \"Message\": \"no\", \"RequestId\": \"req-2\"}");

        assertThat(refused(AccessDeniedException.class).rawText()).contains("alb:Remove");
    }

    @Test
    void mayBeXml() {
        server.on(REMOVE)
                .answers(
                        404,
                        "text/xml;charset=utf-8",
                        "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>req-3</RequestId>"
                                + "<HostId>alb</HostId><Code>InvalidAccessKeyId.NotFound</Code>"
                                + "<Message>Key &quot;a&amp;b&quot; is not found.</Message></Error>");

        ServiceException refused = refused(ServiceException.class);

        assertThat(refused.code()).isEqualTo("InvalidAccessKeyId.NotFound");
        assertThat(refused.text()).isEqualTo("Key \"a&b\" is not found.");
        assertThat(refused.requestId()).isEqualTo("req-3");
    }

    @Test
    void mayBeAPageOfSomeProxy() {
        server.on(REMOVE).answers(403, "text/html", "<html><body>Blocked</body></html>", "x-acs-request-id", "req-4");

        ServiceException refused = refused(AccessDeniedException.class);

        assertThat(refused.code()).isEmpty();
        assertThat(refused.text()).isEqualTo("<html><body>Blocked</body></html>");
        assertThat(refused.requestId()).isEqualTo("req-4");
    }

    @Test
    void mayHaveNoBody() {
        server.on(REMOVE).answers(400, "text/plain", "", "x-acs-request-id", "req-5");

        ServiceException refused = refused(InvalidRequestException.class);

        assertThat(refused.code()).isEmpty();
        assertThat(refused.text()).isEmpty();
        assertThat(refused.requestId()).isEqualTo("req-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Code\": \"Forbid", "[]", "null", "\"Forbidden\"", "{\"Code\": {}}", "{\"Code\": null}"})
    void mayBeBrokenJson(String body) {
        server.on(REMOVE).answers(403, "application/json", body);

        assertThat(refused(AccessDeniedException.class).rawText()).isEqualTo(body);
    }

    @Test
    void leaveOpenWhetherAFailureOfTheServiceCameTooLate() {
        server.on(REMOVE).answers(500, error("InternalError"));

        assertThatThrownBy(() -> once.serverGroups().removeServers(group, servers(1), false))
                .cause()
                .isInstanceOfSatisfying(
                        ServiceFailureException.class,
                        failure -> assertThat(failure.applied()).isEqualTo(Applied.UNKNOWN));
    }

    @Test
    void areThrottlingIfTheySayHowLongToWait() {
        server.on(REMOVE).answers(400, "application/json", error("Whatever.New"), "x-acs-retry-after", "1500");

        assertThat(refused(ThrottledException.class).retryAfter())
                .hasValueSatisfying(pause -> assertThat(pause).hasMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "soon"})
    void areWhatTheirCodeSaysIfTheyDoNotSayHowLong(String pause) {
        server.on(REMOVE).answers(400, "application/json", error("Whatever.New"), "x-acs-retry-after", pause);

        assertThat(refused(InvalidRequestException.class).code()).isEqualTo("Whatever.New");
    }

    @Test
    void areNoAnswerEvenIfTheStatusIsGood() {
        server.on(REMOVE).answers(200, "text/html", "<html>Log in first</html>").always();

        assertThatThrownBy(() -> once.serverGroups().removeServers(group, servers(1), false))
                .hasCauseInstanceOf(MalformedAnswerException.class);
    }

    private ServiceException refused(Class<? extends ServiceException> kind) {
        return catchThrowableOfType(kind, () -> once.serverGroups().removeServers(group, servers(1), false));
    }
}
