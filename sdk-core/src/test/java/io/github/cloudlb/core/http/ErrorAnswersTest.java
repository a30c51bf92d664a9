package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.AccessDeniedException;
import io.github.cloudlb.core.AlreadyExistsException;
import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.InUseException;
import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.ServiceException;
import io.github.cloudlb.core.ServiceFailureException;
import io.github.cloudlb.core.ThrottledException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.UnsupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;

/** What becomes of answers that are errors. */
class ErrorAnswersTest extends CallTest {
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(400, InvalidRequestException.class),
                Arguments.of(401, UnauthenticatedException.class),
                Arguments.of(403, AccessDeniedException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(405, UnsupportedException.class),
                Arguments.of(409, InUseException.class),
                Arguments.of(422, InvalidRequestException.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsThrownAtOnceAndChangedNothing(int status, Class<? extends ServiceException> type) {
        ApiClient client = against(Replies.error(status, "New.Code"));

        ServiceException refused = failure(type, client, new Things.Create("t"));

        assertThat(refused)
                .hasMessage("Create[name=t]: " + status + " New.Code no luck (request req-7)")
                .returns(status, ServiceException::status)
                .returns("New.Code", ServiceException::code)
                .returns("no luck", ServiceException::text)
                .returns("req-7", ServiceException::requestId)
                .returns(1, ServiceException::attempts)
                .returns(Applied.NO, ServiceException::applied);
        assertThat(refused.rawText())
                .isEqualTo("{\"code\":\"New.Code\",\"message\":\"no luck\",\"request_id\":\"req-7\"}");
        assertThat(asked()).containsExactly("POST /things");
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void aFailureMayHaveChangedSomething(int status) {
        ApiClient client = against(Replies.error(status, "Oops"));

        assertThat(failure(ServiceFailureException.class, client, new Things.Create("t")))
                .returns(Applied.UNKNOWN, ServiceException::applied)
                .returns(1, ServiceException::attempts);
        assertThat(asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void aFailureOfAReadIsRepeatedAndChangedNothing(int status) {
        ApiClient client = against(Replies.error(status, "Oops"));

        assertThat(failure(ServiceFailureException.class, client, new Things.Get("t-1")))
                .returns(Applied.NO, ServiceException::applied)
                .returns(4, ServiceException::attempts);
        assertThat(asked()).hasSize(4);
    }

    @Test
    void aFailureTheServiceCallsUntouchedIsRepeatedEvenForACreate() {
        ApiClient client = against(Replies.error(503, "Busy"), Replies.named("t"));

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
        assertThat(asked()).hasSize(2);
    }

    @Test
    void theCodeCountsBeforeTheStatus() {
        assertThat(failure(NotFoundException.class, against(Replies.error(403, "Gone")), new Things.Get("t")))
                .isNotNull();
        assertThat(failure(AlreadyExistsException.class, against(Replies.error(409, "Twice")), new Things.Create("t")))
                .isNotNull();
    }

    @Test
    void anEarlierAttemptThatMayHaveWorkedMakesARefusalUncertain() {
        ApiClient client = against(Replies.error(500, "Oops"), Replies.error(404, "Gone"));

        assertThat(failure(NotFoundException.class, client, new Things.Delete("t-1")))
                .returns(Applied.UNKNOWN, ServiceException::applied)
                .returns(2, ServiceException::attempts);
    }

    @Test
    void aPageOfAProxyIsAFailureWithItsText() {
        ApiClient client = against(Replies.html(502));

        assertThat(failure(ServiceFailureException.class, client, new Things.Create("t")))
                .hasMessage("Create[name=t]: 502 <html><body>Bad Gateway</body></html>")
                .returns(502, ServiceException::status)
                .returns("", ServiceException::code)
                .returns("<html><body>Bad Gateway</body></html>", ServiceException::rawText);
    }

    @Test
    void anErrorWithoutABodyFallsBackToItsStatus() {
        assertThat(failure(NotFoundException.class, against(Replies.whole(404, "")), new Things.Get("t")))
                .hasMessageStartingWith("Get[id=t]: 404")
                .returns("", ServiceException::rawText);
    }

    @Test
    void aThrottledCallIsThrownWithTheServicesWish() {
        ApiClient client = against(Replies.error(429, "Throttling", "Retry-After: 7"));

        assertThat(failure(ThrottledException.class, client, new Things.Create("t")))
                .returns(4, ServiceException::attempts)
                .returns(Applied.NO, ServiceException::applied)
                .returns(true, ServiceException::isUntouched)
                .satisfies(refused -> assertThat(refused.retryAfter()).hasValue(java.time.Duration.ofSeconds(7)));
    }

    @Test
    void aRedirectIsNotFollowed() {
        Stub elsewhere = Stub.replying(Replies.named("stolen"));
        ApiClient client = against(Replies.whole(302, "", "Location: " + elsewhere.uri()));

        assertThat(failure(ServiceException.class, client, new Things.Get("t"))).returns(302, ServiceException::status);
        assertThat(elsewhere.seen()).isEmpty();
    }

    @Test
    void anExceptionSurvivesItsWayToAnotherProcess() throws IOException, ClassNotFoundException {
        ApiClient client = against(Replies.error(404, "Gone"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure(NotFoundException.class, client, new Things.Get("t")));
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat((NotFoundException) in.readObject())
                    .returns("Gone", ServiceException::code)
                    .returns(Applied.NO, ServiceException::applied);
        }
    }
}
